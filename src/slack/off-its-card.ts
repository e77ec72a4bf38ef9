import type { SuggestionId } from "../core/ids.js";
import { mayDecide } from "../core/may-decide.js";
import type { MessageKind } from "../core/message.js";
import { needDesk } from "../flows/need-desk.js";
import { refusedPress } from "../flows/refused-press.js";
import type { Words } from "../i18n/words.js";
import type { BotNeeds } from "./bot-needs.js";
import { messageStands } from "./card-stands.js";
import { deliveryOf, type Payload, placeOf, presserOf } from "./delivery.js";

type Needs = Pick<BotNeeds, "store" | "showNow" | "now">;

/** Null for a press on the recorded card of its suggestion; for any other what to say to the presser. */
export function offItsCard(
  body: Payload,
  id: SuggestionId,
  words: Words,
  needs: Needs,
): Promise<string | null> {
  return offItsMessage(body, { kind: "card", subject: id }, words, needs);
}

/**
 * Null for a press on the recorded message of this kind; for any other what to say to the presser. Such a press
 * changes nothing and leaves its line in the record.
 */
export async function offItsMessage(
  body: Payload,
  { kind, subject }: { readonly kind: MessageKind; readonly subject: string },
  words: Words,
  needs: Needs,
): Promise<string | null> {
  const { store } = needs;
  if ((await store.message(kind, subject))?.ts === null) await messageStands(kind, subject, needs);
  const card = await store.message(kind, subject);
  const { channel, ts } = placeOf(body);
  if (card?.channel === channel && card.ts === ts) return null;
  const presser = presserOf(body);
  const hers = mayDecide(await needDesk(store), presser);
  const press = { presser, delivery: deliveryOf(body), key: { suggestionId: subject } };
  await store.commit(refusedPress(press, hers ? "stale_card" : "not_hers", needs.now()));
  if (!hers) return words.answers.onlyHer;
  return card?.ts === null ? words.answers.tooSoon : words.answers.staleCard;
}
