import type { Desk } from "../core/desk.js";
import type { MessageWanted } from "../core/message.js";
import { cardOf, noticeTo } from "./messages-wanted.js";
import type { Store } from "./ports.js";

/** What stands in her direct message and is not over: the cards before her, those that wait for their time, and notices. */
export async function hersToRedraw(
  desk: Desk,
  store: Pick<Store, "suggestionsIn" | "postsIn" | "suggestion" | "noticesOpen">,
): Promise<MessageWanted[]> {
  const scheduled = (await store.postsIn("scheduled")).map(({ post }) => store.suggestion(post.suggestionId));
  const cards = [...(await store.suggestionsIn("shown")), ...(await Promise.all(scheduled))];
  return [
    ...cards.flatMap((suggestion) => (suggestion ? [cardOf(suggestion, desk)] : [])),
    ...(await store.noticesOpen()).map(({ id }) => noticeTo(desk.executiveId, id)),
  ];
}
