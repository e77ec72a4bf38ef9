import type { Log, Now, Store } from "./ports.js";
import { recordOutcome } from "./record-outcome.js";

/**
 * A post found `running` while nothing is being sent was interrupted between the commit and X's answer: whether it
 * stands on X is unknown, and it is never sent again. Run before anything is published.
 */
export async function recoverInterrupted(needs: {
  readonly store: Store;
  readonly now: Now;
  readonly log: Log;
}): Promise<void> {
  for (const { post } of await needs.store.postsIn("running")) {
    await recordOutcome(post.id, { kind: "unknown", detail: "stopped while posting" }, needs);
  }
}
