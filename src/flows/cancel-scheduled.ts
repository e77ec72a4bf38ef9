import type { Instant } from "../core/ids.js";
import type { Setback, Suggestion } from "../core/suggestion.js";
import { movePost, moveSuggestion } from "../core/transitions.js";
import type { Row, Store } from "./ports.js";

/** Every scheduled post ends, and its suggestion stands before her again, saying why. */
export async function cancelScheduled(
  setback: Setback,
  at: Instant,
  store: Pick<Store, "postsIn" | "suggestion">,
): Promise<{ readonly put: readonly Row[]; readonly given: readonly Suggestion[] }> {
  const put: Row[] = [];
  const given: Suggestion[] = [];
  for (const { post } of await store.postsIn("scheduled")) {
    const suggestion = await store.suggestion(post.suggestionId);
    if (!suggestion) continue;
    const back: Suggestion = { ...moveSuggestion(suggestion, "shown"), decidedAt: null, setback };
    given.push(back);
    put.push({ table: "post", row: { ...movePost(post, "cancelled"), dueAt: null, settledAt: at } });
    put.push({ table: "suggestion", row: back });
  }
  return { put, given };
}
