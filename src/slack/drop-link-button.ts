import { dropLink } from "../flows/drop-link.js";
import type { BotNeeds } from "./bot-needs.js";
import { cardStands } from "./card-stands.js";
import { deliveryOf, placeOf, presserOf } from "./delivery.js";
import { chosenKey } from "./more-menu.js";
import { onPress, reply, unreadable } from "./on-press.js";

/** `drop_link`: her card again, with the same words and without the link of the article. */
export function dropLinkButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const key = await chosenKey(action.value, needs.store);
    if (!key) return unreadable(words);
    await cardStands(key.suggestionId, needs);
    const press = { presser: presserOf(body), card: placeOf(body), delivery: deliveryOf(body), key };
    const settled = await dropLink(press, needs);
    if (settled.kind === "settled" && settled.answer.kind === "no_link") return words.desk.noLink;
    if (settled.kind === "settled" && settled.answer.kind === "nothing_left") return words.desk.nothingLeft;
    return reply(settled, key.suggestionId, words, needs);
  });
}
