import type { Change, Store } from "./ports.js";

/** What a flow decided from what it read: an answer, and the one change that makes it true (null: nothing changes). */
export type Decision<A> = { readonly answer: A; readonly change: Change | null };

/** `taken`: this delivery from Slack was handled before; the answer to give is the present state. */
export type Settled<A> = { readonly kind: "settled"; readonly answer: A } | { readonly kind: "taken" };

const mostTries = 4;

/** Reads, decides, commits; when somebody was faster, reads and decides again, at most three times more. */
export async function commitDecision<A>(
  store: Pick<Store, "commit">,
  decide: () => Promise<Decision<A>>,
): Promise<Settled<A>> {
  for (let tries = 0; tries < mostTries; tries++) {
    const { answer, change } = await decide();
    if (!change) return { kind: "settled", answer };
    const committed = await store.commit(change);
    if (committed.kind === "done") return { kind: "settled", answer };
    if (committed.kind === "taken") return { kind: "taken" };
  }
  throw new Error("the same rows were changed by others four times in a row");
}
