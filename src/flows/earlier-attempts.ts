import type { Instant } from "../core/ids.js";
import type { PostWhole, Store } from "./ports.js";

/**
 * From when on the words of this post may stand on X already, without the database knowing: sent before for this
 * suggestion, and she said they had not appeared; or forgotten with an older copy of the database. Null: never.
 */
export async function firstAttempt(
  { post, parts, approval }: PostWhole,
  store: Pick<Store, "postsOf" | "suggestion" | "desk">,
): Promise<Instant | null> {
  const frozenAt = (await store.desk())?.frozenAt ?? null;
  const suggestion = await store.suggestion(post.suggestionId);
  const forgotten = frozenAt !== null && approval.agreed.approvedAt >= frozenAt;
  if (forgotten && suggestion && suggestion.suggestedAt < frozenAt) return suggestion.suggestedAt;
  const [part] = parts;
  const others = (await store.postsOf(post.suggestionId)).filter(
    (other) => other.post.id !== post.id && other.post.state === "absent",
  );
  const times = others
    .flatMap((other) => other.parts)
    .filter((other) => other.text === part?.text && other.attemptedAt !== null)
    .map((other) => other.attemptedAt ?? 0);
  return times.length > 0 ? Math.min(...times) : null;
}
