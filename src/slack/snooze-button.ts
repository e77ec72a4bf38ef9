import { readSnooze } from "../core/card-choice.js";
import { type SnoozePress, snooze } from "../flows/snooze.js";
import type { BotNeeds } from "./bot-needs.js";
import { cardStands } from "./card-stands.js";
import { deliveryOf, placeOf, presserOf } from "./delivery.js";
import { chosenKey } from "./more-menu.js";
import { onPress, reply, unreadable } from "./on-press.js";

/** `snooze`: until tomorrow with one press; from then on another time, or back now. */
export function snoozeButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const chosen = readSnooze(action.value);
    const key = chosen ? null : await chosenKey(action.value, needs.store);
    const id = chosen?.suggestionId ?? key?.suggestionId;
    if (!id) return unreadable(words);
    await cardStands(id, needs);
    const pressed = { presser: presserOf(body), card: placeOf(body), delivery: deliveryOf(body) };
    const press: SnoozePress | null = chosen
      ? { ...pressed, on: "snoozed", key: { suggestionId: id }, until: chosen.until }
      : key && { ...pressed, on: "undecided", key, until: "tomorrow" };
    if (!press) return unreadable(words);
    const settled = await snooze(press, needs);
    if (settled.kind === "settled" && settled.answer.kind === "no_evening") return words.desk.noEvening;
    return reply(settled, id, words, needs);
  });
}
