import { approvalOf } from "./invariants.js";
import { executiveMayDecide } from "./product-facts.js";
import {
  commit,
  fault,
  freed,
  ownStep,
  type Rules,
  type Step,
  step,
  withApproval,
  withPost,
  withProcess,
} from "./rules.js";
import { type Heard, idle, type PostRow, type State } from "./world.js";

/** `flows/take-down.ts`, her press: the intent is committed first. */
export function herUndo(state: State, { on, moves }: Rules): Step[] {
  const { card, db } = state;
  if (card?.view !== "undo" || !executiveMayDecide(db.executive, card.to)) return [];
  const row = db.posts.find(({ approval }) => approval === card.about);
  if (row?.state !== "done" || row.part !== "published" || row.xPost === 0) return [];
  if (approvalOf(state, row.approval).account !== db.account) return [];
  const pressed = withApproval(state, row.approval, { undone: true });
  const does = `she presses «undo» on post ${row.approval}`;
  if (on.undoIntentFirst)
    return [
      step(
        does,
        commit(pressed, { posts: withPost(db, { ...row, part: moves.part(row.part, "taking_down") }) }),
      ),
    ];
  const at = state.processes.findIndex(({ stage }) => stage === "idle");
  return at < 0
    ? []
    : [step(does, withProcess(pressed, at, { ...idle, stage: "undoing", post: row.approval }))];
}

/** One delete at X; to delete twice is to delete once. */
export function deleting(state: State, at: number, rules: Rules): Step[] {
  const process = state.processes[at];
  if (!process) return [];
  if (process.stage === "deleted") return [recordDelete(state, at, rules)];
  const row = state.db.posts.find(({ part, approval }) =>
    process.stage === "undoing"
      ? approval === process.post
      : process.stage === "idle" && part === "taking_down",
  );
  if (!row) return [];
  const hear = (heard: Heard, after: State): State =>
    withProcess(after, at, { ...process, stage: "deleted", post: row.approval, heard });
  const gone = withApproval(state, row.xPost, { onX: "deleted" });
  const call = `the bot has X delete post ${row.xPost}`;
  return [
    ownStep(`${call}: gone`, hear("gone", gone)),
    fault(`${call}: X refuses`, hear("not_gone", state)),
    fault(`${call}: no answer, and it stands`, hear("not_sure", state)),
    fault(`${call}: no answer, and it is gone`, hear("not_sure", gone)),
  ];
}

function recordDelete(state: State, at: number, { moves }: Rules): Step {
  const process = state.processes[at] ?? idle;
  const free = freed(state, at);
  const row = state.db.posts.find(({ approval }) => approval === process.post);
  const does = `commit: the answer to the delete of post ${process.post} (${process.heard.replaceAll("_", " ")})`;
  if (!row || process.heard === "not_sure" || row.state !== "done") return ownStep(does, free);
  const going: PostRow =
    row.part === "taking_down" ? row : { ...row, part: moves.part(row.part, "taking_down") };
  const to = process.heard === "gone" ? "taken_down" : "published";
  const answered = withApproval(free, process.post, { undone: false });
  return ownStep(
    does,
    commit(answered, { posts: withPost(state.db, { ...going, part: moves.part(going.part, to) }) }),
  );
}
