import { fault, type Rules, type Step, step, withApproval, withProcess } from "./rules.js";
import { asleep, type Process, type State } from "./world.js";

const down: Process = { stage: "down", ...asleep };

/** Kill -9 at any moment. */
export function killing(state: State, at: number, rules: Rules): Step[] {
  const process = state.processes[at];
  if (!process || process.stage === "down") return [];
  // One alone that has begun nothing and owes nothing only starts again; what it read is nothing yet.
  const nothingLost = process.stage === "deciding" || (process.stage === "idle" && !state.db.owed);
  if (nothingLost && state.processes.length === 1) return [];
  const stopped = withProcess(state, at, down);
  const killed = rules.on.owedSurvives ? stopped : { ...stopped, db: { ...stopped.db, owed: false } };
  return [fault(state.processes.length > 1 ? `process ${at + 1} is killed` : "the bot is killed", killed)];
}

/** What an operator does: while the bot is down, or by stopping it in good order when nothing is under way. */
export function operating(state: State, rules: Rules): Step[] {
  const { env, backup, db, processes } = state;
  const steps: Step[] = [];
  const [only] = processes;
  const inGoodOrder = processes.length === 1 && only?.stage === "idle" && !db.owed;
  if (inGoodOrder || processes.every(({ stage }) => stage === "down")) {
    const off = { ...state, processes: processes.map(() => down) };
    if (env.executive === "A" && env.account === "p" && db.placed !== null) {
      steps.push(fault("EXECUTIVE_ID is changed", { ...off, env: { ...env, executive: "B" } }));
      steps.push(fault("the X account is changed", { ...off, env: { ...env, account: "q" } }));
    }
    if (backup) steps.push(restore(off, backup, rules));
  }
  if (!rules.on.lock && processes.length === 1)
    steps.push(
      fault("a second process starts on the same database", { ...state, processes: [...processes, down] }),
    );
  return steps;
}

/** One copy in a history, made while her card owes nothing or something is scheduled, and only where it can still be restored. */
export function copying(state: State, { bounds }: Rules): Step[] {
  const { backup, restored, db, faults } = state;
  const waits = db.posts.some(({ state: is }) => is === "scheduled");
  if (backup || restored || db.placed === null || (db.owed && !waits) || faults >= bounds.faults) return [];
  return [step("a copy of the database is made", { ...state, backup: { db, changed: false, ahead: false } })];
}

/** A copy goes back in time; her card, X and her presses do not. */
function restore(state: State, backup: NonNullable<State["backup"]>, rules: Rules): Step {
  let next: State = { ...state, db: backup.db, backup: null, restored: true, ahead: backup.ahead };
  state.approvals.forEach(({ undone, stopped }, index) => {
    if (undone) next = withApproval(next, index + 1, { undone: false });
    // Promised once her card has said so: until then only the lost database knew.
    const promised = stopped === "yes" && rules.beyond === "cancelUntold" ? "told" : stopped;
    if (stopped === "yes")
      next = withApproval(next, index + 1, { stopped: promised === "told" ? "told" : "no" });
  });
  return fault("the old copy is restored", next);
}
