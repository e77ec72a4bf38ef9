import type { SuggestionId } from "../core/ids.js";
import { mayDecide } from "../core/may-decide.js";
import { needDesk } from "../flows/need-desk.js";
import { refusedPress } from "../flows/refused-press.js";
import type { Words } from "../i18n/words.js";
import type { BotNeeds } from "./bot-needs.js";
import { cardStands } from "./card-stands.js";
import { deliveryOf, type Payload, placeOf, presserOf } from "./delivery.js";

/**
 * Null for a press on the recorded card of its suggestion; for any other what to say to the presser. Such a press
 * changes nothing and leaves its line in the record.
 */
export async function offItsCard(
  body: Payload,
  id: SuggestionId,
  words: Words,
  needs: Pick<BotNeeds, "store" | "showNow" | "now">,
): Promise<string | null> {
  const { store } = needs;
  if ((await store.message("card", id))?.ts === null) await cardStands(id, needs);
  const card = await store.message("card", id);
  const { channel, ts } = placeOf(body);
  if (card?.channel === channel && card.ts === ts) return null;
  const presser = presserOf(body);
  const hers = mayDecide(await needDesk(store), presser);
  const press = { presser, delivery: deliveryOf(body), key: { suggestionId: id } };
  await store.commit(refusedPress(press, hers ? "stale_card" : "not_hers", needs.now()));
  if (!hers) return words.answers.onlyHer;
  return card?.ts === null ? words.answers.tooSoon : words.answers.staleCard;
}
