import type { Instant } from "../core/ids.js";
import type { PostWhole, Store } from "./ports.js";

/**
 * From when on the words of this post may stand on X already, without the database knowing: sent before without a
 * clear answer, for this suggestion or another, and not seen there since, whatever she said; or forgotten with an
 * older copy of the database. Null: never.
 */
export async function firstAttempt(
  { post, parts, approval }: PostWhole,
  store: Pick<Store, "unclearSince" | "suggestion" | "desk">,
): Promise<Instant | null> {
  const frozenAt = (await store.desk())?.frozenAt ?? null;
  const suggestion = await store.suggestion(post.suggestionId);
  const forgotten = frozenAt !== null && approval.agreed.approvedAt >= frozenAt;
  const [part] = parts;
  const times = [
    forgotten && suggestion && suggestion.suggestedAt < frozenAt ? suggestion.suggestedAt : null,
    part ? await store.unclearSince(part.text, post.id) : null,
  ].filter((time) => time !== null);
  return times.length > 0 ? Math.min(...times) : null;
}
