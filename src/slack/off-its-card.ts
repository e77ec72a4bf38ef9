import type { SuggestionId } from "../core/ids.js";
import { mayDecide } from "../core/may-decide.js";
import { needDesk } from "../flows/need-desk.js";
import type { Words } from "../i18n/words.js";
import type { BotNeeds } from "./bot-needs.js";
import { cardStands } from "./card-stands.js";
import { type Payload, placeOf, presserOf } from "./delivery.js";

/** Null for a press on the recorded card of its suggestion; for any other what to say to the presser. */
export async function offItsCard(
  body: Payload,
  id: SuggestionId,
  words: Words,
  needs: Pick<BotNeeds, "store" | "showNow">,
): Promise<string | null> {
  const { store } = needs;
  if ((await store.message("card", id))?.ts === null) await cardStands(id, needs);
  const card = await store.message("card", id);
  const { channel, ts } = placeOf(body);
  if (card?.channel === channel && card.ts === ts) return null;
  if (!mayDecide(await needDesk(store), presserOf(body))) return words.answers.onlyHer;
  return card?.ts === null ? words.answers.tooSoon : words.answers.staleCard;
}
