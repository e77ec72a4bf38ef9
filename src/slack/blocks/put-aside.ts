import type { KnownBlock } from "@slack/types";
import { type Snooze, writeSnooze } from "../../core/card-choice.js";
import type { Desk } from "../../core/desk.js";
import type { SlackChannelId } from "../../core/ids.js";
import type { Suggestion } from "../../core/suggestion.js";
import type { Words } from "../../i18n/words.js";
import { actions, button, quote, section } from "./block-parts.js";
import { menu, option } from "./card-menu.js";
import { channelMention } from "./mrkdwn.js";

/** A card she put off: until when, and another time, or back now. */
export function putOff({ id, snoozedUntil }: Suggestion, { homeZone }: Desk, words: Words): KnownBlock[] {
  const { desk: say, dates } = words;
  if (snoozedUntil === null) return [];
  const others = (["tonight", "tomorrow", "monday", "now"] as const satisfies Snooze[]).map((until) =>
    option(say.snoozeMenu[until], writeSnooze(until, id)),
  );
  return [{ ...section(say.snoozed(dates.dayAndTime(snoozedUntil, homeZone))), accessory: menu(others) }];
}

/** Where what she handed over stands; `unheard`: Slack does not take it there. */
export type HandedTo = { readonly channel: SlackChannelId; readonly unheard: boolean };

export function handedOver(
  { id, handedNote }: Suggestion,
  to: HandedTo | null,
  { desk: say, card }: Words,
): KnownBlock[] {
  if (to === null) return [section(card.handedOver)];
  const channel = channelMention(to.channel);
  return [
    section(to.unheard ? say.notHanded(channel) : say.handed(channel)),
    ...(handedNote === null ? [] : [quote(handedNote)]),
    ...(handedNote === null ? [actions([button("add_reason", say.addHandedNote, id)])] : []),
  ];
}
