import type { SuggestionId } from "../core/ids.js";
import type { MessageKind } from "../core/message.js";
import type { ShowNow, Store } from "../flows/ports.js";

/** A press is answered within 3 seconds; this leaves the rest for deciding. */
const patienceMs = 1_500;

/**
 * Slack shows a card before its answer to our send has reached us, and shows it even when that answer is lost. A press
 * in that moment would meet a card whose place, or whose newest look, nobody has written down: it is learned first, so
 * that the press counts.
 */
export function cardStands(suggestionId: SuggestionId, needs: Needs): Promise<void> {
  return messageStands("card", suggestionId, needs);
}

type Needs = { readonly store: Pick<Store, "message">; readonly showNow: ShowNow };

/** The same for a message of any kind. */
export async function messageStands(
  kind: MessageKind,
  subject: string,
  { store, showNow }: Needs,
): Promise<void> {
  const message = await store.message(kind, subject);
  if (!message || (message.ts !== null && message.wanted <= message.shown)) return;
  const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref());
  await Promise.race([showNow(kind, subject), patience]);
}
