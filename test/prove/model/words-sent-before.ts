import type { DefenceSet } from "./defences.js";
import { approvalOf, standing } from "./invariants.js";
import { sameWords } from "./product-facts.js";
import type { State } from "./world.js";

// `flows/earlier-attempts.ts` and `flows/find-on-timeline.ts`.

/** Whether the words of this post may stand on X already without the database knowing. */
export function mayStandAlready(state: State, number: number, on: DefenceSet): boolean {
  return forgotten(state, number, on) || earlierAttempts(state, number).length > 0;
}

/** The one suggestion was made before any freeze: what was pressed after one may repeat what was lost with it. */
function forgotten(state: State, number: number, on: DefenceSet): boolean {
  return on.lookAfterFreeze && state.db.frozeOnce && approvalOf(state, number).sinceFreeze;
}

/** The same words, sent before by a post the database knows as absent, on whatever account: `store.unclearSince`. */
function earlierAttempts(state: State, number: number): number[] {
  const { text } = approvalOf(state, number);
  return state.db.posts
    .filter(({ approval, state: at }) => approval !== number && at === "absent")
    .map(({ approval }) => approval)
    .filter((other) => sameWords(approvalOf(state, other).text, text));
}

/**
 * The same words visibly on the account, not known to be another post of ours, and not older than the first attempt
 * at them. Null: not found, which proves nothing.
 */
export function unclaimedMatch(state: State, number: number, on: DefenceSet): number | null {
  const alike = standing(state, number, ["visible"]);
  const old = forgotten(state, number, on)
    ? alike
    : alike.filter((other) => earlierAttempts(state, number).includes(other));
  const own = approvalOf(state, number).onX === "visible" ? [number] : [];
  const claimed = (candidate: number) =>
    state.db.posts.some(({ approval, xPost }) => approval !== number && xPost === candidate);
  return [...own, ...old].find((candidate) => !claimed(candidate)) ?? null;
}
