import type { DeliveryKey } from "../core/ids.js";
import type { Now, Store } from "./ports.js";

/** Takes a delivery that changes nothing else. False: it was taken before. */
export async function takeOnce(
  delivery: DeliveryKey,
  { store, now }: { readonly store: Pick<Store, "commit">; readonly now: Now },
): Promise<boolean> {
  const taken = await store.commit({
    at: now(),
    expect: [],
    put: [],
    show: [],
    record: [],
    handled: delivery,
  });
  return taken.kind === "done";
}
