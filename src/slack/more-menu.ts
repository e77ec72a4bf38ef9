import type { BlockAction, OverflowAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import { type CardChoice, readChoice, readChosenWording } from "../core/card-choice.js";
import { type CardKey, readCardKey, writeCardKey } from "../core/card-key.js";
import type { PauseUntil } from "../core/pause-until.js";
import { needDesk } from "../flows/need-desk.js";
import type { Store } from "../flows/ports.js";
import type { BotNeeds } from "./bot-needs.js";
import { onPress, type Press, unreadable } from "./on-press.js";

type Handler = (press: Press) => Promise<void>;

/**
 * `more`: what is picked from a menu is pressed as the button of that word, with what the option carries behind it. Whoever
 * picked is looked at by that button alone.
 */
export function moreMenu(needs: BotNeeds, buttons: Readonly<Record<CardChoice, Handler>>) {
  const unknown = onPress(needs, async (_, words) => unreadable(words));
  return async (press: Press): Promise<void> => {
    const picked = press as unknown as SlackActionMiddlewareArgs<BlockAction<OverflowAction>>;
    const { type, selected_option: option } = picked.action;
    const chosen = type === "overflow" ? readChoice(option?.value) : null;
    if (!chosen) return unknown(press);
    const { choice, rest } = chosen;
    // This one opens a form, which carries the whole key of a card.
    const key = choice === "schedule" ? await chosenKey(rest, needs.store) : null;
    // Until tomorrow: what tells of the pause offers the other ends.
    const standing = choice === "pause" ? ("tomorrow" satisfies PauseUntil) : rest;
    const value = key ? writeCardKey(key) : standing;
    const action = { ...press.action, type: "button" as const, action_id: choice, value };
    return buttons[choice]({ ...press, action });
  };
}

/** The whole key behind what a menu or a button of a card carries; null for anything this product did not write. */
export async function chosenKey(value: unknown, store: Store): Promise<CardKey | null> {
  const whole = readCardKey(value);
  if (whole) return whole;
  const chosen = readChosenWording(value);
  const revision = chosen && (await store.revision(chosen.revisionId));
  if (!chosen || revision?.suggestionId !== chosen.suggestionId) return null;
  const { account } = await needDesk(store);
  return { ...chosen, digest: revision.digest, accountId: account?.id ?? null };
}
