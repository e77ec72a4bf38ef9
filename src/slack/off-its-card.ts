import type { SlackUserId, SuggestionId } from "../core/ids.js";
import { isPerson } from "../core/may-decide.js";
import type { MessageKind } from "../core/message.js";
import { needDesk } from "../flows/need-desk.js";
import { refusedPress } from "../flows/refused-press.js";
import type { Words } from "../i18n/words.js";
import type { BotNeeds } from "./bot-needs.js";
import { messageStands } from "./card-stands.js";
import { deliveryOf, type Payload, placeOf, presserOf } from "./delivery.js";

type Needs = Pick<BotNeeds, "store" | "showNow" | "now">;

/** Null for a press on the recorded card of its suggestion; for any other what to say to the presser. */
export async function offItsCard(
  body: Payload,
  id: SuggestionId,
  { answers: say }: Words,
  needs: Needs,
): Promise<string | null> {
  const off = await offItsMessage(body, { kind: "card", subject: id }, needs);
  return off && { not_hers: say.onlyHer, too_soon: say.tooSoon, stale: say.staleCard }[off];
}

/** `too_soon`: Slack has not told us yet where the message stands. */
export type Off = "not_hers" | "too_soon" | "stale";

type Expected = {
  readonly kind: MessageKind;
  readonly subject: string;
  /** Who was written to; the executive where nobody is named. */
  readonly to?: SlackUserId;
  /** What the record says it was about, where that is not the subject. */
  readonly about?: SuggestionId;
};

/**
 * Null for a press on the recorded message of this kind; for any other why it does not count. Such a press changes
 * nothing and leaves its line in the record.
 */
export async function offItsMessage(
  body: Payload,
  { kind, subject, to, about }: Expected,
  needs: Needs,
): Promise<Off | null> {
  const { store } = needs;
  if ((await store.message(kind, subject))?.ts === null) await messageStands(kind, subject, needs);
  const message = await store.message(kind, subject);
  const { channel, ts } = placeOf(body);
  if (message?.channel === channel && message.ts === ts) return null;
  const presser = presserOf(body);
  const desk = await needDesk(store);
  const theirs = isPerson(to ?? desk.executiveId, desk, presser);
  const press = { presser, delivery: deliveryOf(body), key: { suggestionId: about ?? subject } };
  await store.commit(refusedPress(press, theirs ? "stale_card" : "not_hers", needs.now()));
  if (!theirs) return "not_hers";
  return message?.ts === null ? "too_soon" : "stale";
}
