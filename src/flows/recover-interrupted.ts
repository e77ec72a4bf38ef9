import type { AnswersHeard, Log, Now, Store } from "./ports.js";
import { recordOutcome } from "./record-outcome.js";

/**
 * A post found `running` while nothing is being sent was interrupted between the commit and the record of X's answer.
 * Where the answer was heard by this very process (the disk was full), it is written down now; otherwise whether it
 * stands on X is unknown, and it is never sent again. Run before anything is published.
 */
export async function recoverInterrupted(needs: {
  readonly store: Store;
  readonly now: Now;
  readonly log: Log;
  readonly answers: AnswersHeard;
}): Promise<void> {
  for (const { post } of await needs.store.postsIn("running")) {
    const heard = needs.answers.get(post.id);
    await recordOutcome(post.id, heard ?? { kind: "unknown", detail: "stopped while posting" }, needs);
    needs.answers.delete(post.id);
  }
}
