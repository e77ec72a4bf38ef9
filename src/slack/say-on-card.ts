import type { SuggestionId } from "../core/ids.js";
import type { Message } from "../core/message.js";
import { commitDecision } from "../flows/commit-decision.js";
import { cardOf } from "../flows/messages-wanted.js";
import { needDesk } from "../flows/need-desk.js";
import type { Now, Store } from "../flows/ports.js";

/** Her card says whether the company's channel has heard: Firsthand may not be in it. */
export async function sayOnCard(
  { kind, subject, ts }: Message,
  { store, now }: { readonly store: Store; readonly now: Now },
): Promise<void> {
  if (kind !== "corporate" || ts !== null) return;
  await commitDecision(store, async () => {
    const suggestion = await store.suggestion(subject as SuggestionId);
    if (!suggestion) return { answer: null, change: null };
    const show = [cardOf(suggestion, await needDesk(store))];
    return { answer: null, change: { at: now(), expect: [], put: [], show, record: [] } };
  });
}
