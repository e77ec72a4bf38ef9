import { executiveMayDecide } from "./product-facts.js";
import { commit, type Step, step } from "./rules.js";
import type { State } from "./world.js";

/** `flows/pause.ts` and `flows/resume.ts`: while something waits to go out, which alone makes a difference here. */
export function pausing(state: State): Step[] {
  const { db, card } = state;
  if (!card || !executiveMayDecide(db.executive, card.to)) return [];
  if (db.paused) return [step("she resumes", changed(state, false))];
  const goesOut = db.posts.some(({ state: is }) => is === "scheduled" || is === "running");
  return goesOut ? [step("she pauses everything", changed(state, true))] : [];
}

/** The desk alone: her card says the same. */
function changed(state: State, paused: boolean): State {
  const next = commit(state, { paused });
  return { ...next, db: { ...next.db, owed: state.db.owed } };
}
