import type { Desk } from "../core/desk.js";
import type { Instant } from "../core/ids.js";
import type { Suggestion } from "../core/suggestion.js";
import { movePost, moveSuggestion } from "../core/transitions.js";
import { cardOf, newsOf } from "./messages-wanted.js";
import type { Change, Row, Store } from "./ports.js";

/**
 * What a new executive, or another X account, means for what is under way: scheduled posts are cancelled, because
 * nobody approved them for this desk as it is now, and every card still to be decided is drawn anew. A new executive
 * gets them in her own direct message; the former one's cards stay where they are, and nothing on them counts.
 */
export async function changeHands(
  before: Desk,
  desk: Desk,
  at: Instant,
  store: Store,
): Promise<Pick<Change, "put" | "show">> {
  const newExecutive = before.executiveId !== desk.executiveId;
  const newAccount = before.account?.id !== desk.account?.id;
  const renamed = before.account?.handle !== desk.account?.handle;
  if (!newExecutive && !newAccount && !renamed) return { put: [], show: [] };
  const cancelled = newExecutive || newAccount ? await cancelScheduled(at, store) : { put: [], given: [] };
  const open = [...(await store.suggestionsIn("shown")), ...cancelled.given];
  const asked = newExecutive ? await suggestionsAsking(store) : [];
  const moved = newExecutive ? await cardsMoved([...open, ...asked], desk, store) : [];
  return {
    put: [...cancelled.put, ...moved],
    show: [
      ...[...open, ...asked].map((suggestion) => cardOf(suggestion, desk)),
      ...cancelled.given.flatMap((suggestion) => newsOf(suggestion, desk)),
    ],
  };
}

async function cancelScheduled(at: Instant, store: Store): Promise<{ put: Row[]; given: Suggestion[] }> {
  const put: Row[] = [];
  const given: Suggestion[] = [];
  for (const { post } of await store.postsIn("scheduled")) {
    const suggestion = await store.suggestion(post.suggestionId);
    if (!suggestion) continue;
    const back: Suggestion = {
      ...moveSuggestion(suggestion, "shown"),
      decidedAt: null,
      setback: { kind: "lapsed" },
    };
    given.push(back);
    put.push({ table: "post", row: { ...movePost(post, "cancelled"), dueAt: null, settledAt: at } });
    put.push({ table: "suggestion", row: back });
  }
  return { put, given };
}

/** Suggestions whose card asks «Did it appear?». */
async function suggestionsAsking(store: Store): Promise<Suggestion[]> {
  const asking = await store.postsIn("asking");
  const found = await Promise.all(asking.map(({ post }) => store.suggestion(post.suggestionId)));
  return found.filter((suggestion) => suggestion !== null);
}

/** The card of each, as a message that does not stand anywhere yet and goes to the new executive. */
async function cardsMoved(suggestions: readonly Suggestion[], desk: Desk, store: Store): Promise<Row[]> {
  const rows: Row[] = [];
  for (const suggestion of suggestions) {
    const card = await store.message("card", suggestion.id);
    if (!card) continue;
    const unsent = { channel: null, ts: null, shownDigest: null, sendingSince: null, attempts: 0 };
    const to = { kind: "person", userId: desk.executiveId } as const;
    rows.push({ table: "message", row: { ...card, ...unsent, to } });
  }
  return rows;
}
