import type { SuggestionId } from "../core/ids.js";
import type { ShowNow, Store } from "../flows/ports.js";

/** A press is answered within 3 seconds; this leaves the rest for deciding. */
const patienceMs = 1_500;

/**
 * Slack shows a card before its answer to our send has reached us, and shows it even when that answer is lost. A press
 * in that moment would meet a card whose place, or whose newest look, nobody has written down: it is learned first, so
 * that the press counts.
 */
export async function cardStands(
  suggestionId: SuggestionId,
  { store, showNow }: { readonly store: Pick<Store, "message">; readonly showNow: ShowNow },
): Promise<void> {
  const card = await store.message("card", suggestionId);
  if (!card || (card.ts !== null && card.wanted <= card.shown)) return;
  const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
  await Promise.race([showNow("card", suggestionId), patience]);
}
