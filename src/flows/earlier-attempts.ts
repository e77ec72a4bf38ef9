import type { Instant } from "../core/ids.js";
import type { PostWhole, Store } from "./ports.js";

/**
 * When these very words were first sent for this suggestion without anybody knowing what became of it, as far as a
 * later post of it is concerned: they may have appeared after she said they had not. Null: never.
 */
export async function firstAttempt(
  { post, parts }: PostWhole,
  store: Pick<Store, "postsOf">,
): Promise<Instant | null> {
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
