import type { Change, Store } from "./ports.js";

/** What a flow decided from what it read: an answer, and the one change that makes it true (null: nothing changes). */
export type Decision<A> = { readonly answer: A; readonly change: Change | null };

/** `taken`: this delivery from Slack was handled before; the answer to give is the present state. */
export type Settled<A> = { readonly kind: "settled"; readonly answer: A } | { readonly kind: "taken" };

/** Once somebody was faster: at most so often again. */
const mostTries = 3;

/** For each store, the last of those who decide again. */
const queues = new WeakMap<object, Promise<unknown>>();

/**
 * Reads, decides, commits; when somebody was faster, reads and decides again, at most three times more. Those who must
 * do so go one after another: many at one suggestion in the same moment would else be faster than each other for ever.
 */
export async function commitDecision<A>(
  store: Pick<Store, "commit">,
  decide: () => Promise<Decision<A>>,
): Promise<Settled<A>> {
  return (await once(store, decide)) ?? inTurn(store, () => again(store, decide));
}

async function again<A>(
  store: Pick<Store, "commit">,
  decide: () => Promise<Decision<A>>,
): Promise<Settled<A>> {
  for (let tries = 0; tries < mostTries; tries++) {
    const settled = await once(store, decide);
    if (settled) return settled;
  }
  throw new Error("the same rows were changed by others four times in a row");
}

/** Null: somebody was faster. */
async function once<A>(
  store: Pick<Store, "commit">,
  decide: () => Promise<Decision<A>>,
): Promise<Settled<A> | null> {
  const { answer, change } = await decide();
  if (!change) return { kind: "settled", answer };
  const committed = await store.commit(change);
  if (committed.kind === "done") return { kind: "settled", answer };
  return committed.kind === "taken" ? { kind: "taken" } : null;
}

function inTurn<T>(store: object, work: () => Promise<T>): Promise<T> {
  const before = queues.get(store) ?? Promise.resolve();
  const mine = before.then(work, work);
  queues.set(
    store,
    mine.catch(() => undefined),
  );
  return mine;
}
