import { renumber } from "./renumber.js";
import type { Rules } from "./rules.js";
import type { Approval, PostRow, State } from "./world.js";

const inertOnceEnded: readonly PostRow["state"][] = ["cancelled", "missed", "refused", "absent"];
const knownSent: readonly PostRow["state"][] = ["running", "asking", "done", "absent"];
const stillSent: readonly PostRow["state"][] = ["scheduled", "running"];

/**
 * Lets go of what can make no difference any more, so that states that differ in nothing else are visited once: a
 * copy that cannot be restored within the bounds, the age of what has ended, an approval that ended with nothing on
 * X, and which of two names an executive or an account has when neither can change again.
 */
export function forget(reached: State, { bounds, on }: Rules): State {
  const last = reached.faults >= bounds.faults;
  let state =
    last && (reached.backup || reached.restored) ? { ...reached, backup: null, restored: false } : reached;
  const approvals = state.approvals.map((approval, index) => settled(approval, index + 1, state));
  if (approvals.some((each, index) => each !== state.approvals[index])) state = { ...state, approvals };
  if (state.db.frozeOnce && !standsUnknown(state)) state = asIfNeverFrozen(state);
  // Where these are off, what has ended may begin again.
  const gone = on.scheduledAtClaim && on.deliveryOnce ? inert(state) : [];
  return renumber(state, gone, last);
}

/** Whether this holds of the post now, and of what the copy has of it. */
function always(
  number: number,
  { db, backup }: State,
  holds: (row: PostRow | undefined) => boolean,
): boolean {
  const is = ({ approval }: PostRow) => approval === number;
  return holds(db.posts.find(is)) && (backup === null || holds(backup.db.posts.find(is)));
}

function settled(approval: Approval, number: number, state: State): Approval {
  const fresh = !approval.overdue && approval.tampered === "no";
  if (fresh && approval.onX !== "lagging") return approval;
  if (!always(number, state, (row) => !row || !stillSent.includes(row.state))) return approval;
  const known = always(number, state, (row) => row?.state === "done" && row.xPost === number);
  const onX = known && approval.onX === "lagging" ? "visible" : approval.onX;
  return fresh && onX === approval.onX ? approval : { ...approval, overdue: false, tampered: "no", onX };
}

/** Whether anything stands on X, or may yet, that the database does not know to have been sent. */
function standsUnknown({ db, approvals }: State): boolean {
  return approvals.some(
    ({ onX, coming }, index) =>
      (onX === "lagging" || onX === "visible" || coming) &&
      !db.posts.some(({ approval, state }) => approval === index + 1 && knownSent.includes(state)),
  );
}

function asIfNeverFrozen(state: State): State {
  const approvals = state.approvals.map((each) =>
    each.sinceFreeze ? { ...each, sinceFreeze: false } : each,
  );
  return { ...state, approvals, db: { ...state.db, frozeOnce: false } };
}

/** Numbers of approvals that ended, or were lost with a database, without anything on X, and that nothing names. */
function inert(state: State): number[] {
  const { card, approvals, processes } = state;
  return approvals.flatMap(({ onX, coming, undone }, index) => {
    const number = index + 1;
    const ended = always(number, state, (row) => !row || inertOnceEnded.includes(row.state));
    const named =
      onX !== "nothing" ||
      coming ||
      undone ||
      card?.about === number ||
      card?.pressed === number ||
      processes.some(({ post, found }) => post === number || found === number) ||
      approvals.some(({ decision }, other) => other !== index && decision === number);
    return ended && !named ? [number] : [];
  });
}
