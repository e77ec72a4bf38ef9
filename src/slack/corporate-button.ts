import { handOver } from "../flows/hand-over.js";
import type { BotNeeds } from "./bot-needs.js";
import { cardStands } from "./card-stands.js";
import { deliveryOf, placeOf, presserOf } from "./delivery.js";
import { chosenKey } from "./more-menu.js";
import { onPress, reply, unreadable } from "./on-press.js";

/** `corporate`: the suggestion goes to the company's channel. */
export function corporateButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const key = await chosenKey(action.value, needs.store);
    if (!key) return unreadable(words);
    await cardStands(key.suggestionId, needs);
    const press = { presser: presserOf(body), card: placeOf(body), delivery: deliveryOf(body), key };
    const settled = await handOver(press, needs);
    if (settled.kind === "settled" && settled.answer.kind === "no_channel") return words.desk.noChannel;
    return reply(settled, key.suggestionId, words, needs);
  });
}
