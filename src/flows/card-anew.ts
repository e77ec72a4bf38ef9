import type { Desk } from "../core/desk.js";
import type { SuggestionId } from "../core/ids.js";
import type { Row, Store } from "./ports.js";

/**
 * Her card as a message that stands nowhere yet: it is sent anew to whoever decides now, at the end of her conversation.
 * The old one stays where it is, and nothing on it counts.
 */
export async function cardAnew(id: SuggestionId, desk: Desk, store: Pick<Store, "message">): Promise<Row[]> {
  const card = await store.message("card", id);
  if (!card) return [];
  const unsent = {
    channel: null,
    ts: null,
    shownDigest: null,
    returnedDigest: null,
    sendingSince: null,
    attempts: 0,
    // What was still owed to the old place is owed no more.
    shown: card.wanted,
  };
  const to = { kind: "person", userId: desk.executiveId } as const;
  return [{ table: "message", row: { ...card, ...unsent, to } }];
}
