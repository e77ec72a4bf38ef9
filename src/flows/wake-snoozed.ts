import type { SuggestionId } from "../core/ids.js";
import { cardAnew } from "./card-anew.js";
import { commitDecision, type Decision } from "./commit-decision.js";
import { cardOf, newsOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, Now, Store } from "./ports.js";
import { remindersSaid } from "./reminder-facts.js";
import { backNow } from "./snooze.js";

type Needs = { readonly store: Store; readonly now: Now; readonly log: Log };

/**
 * Puts before her again what she put off until now, as a new message. She asked for this time: neither her hours nor the
 * number of her cards holds it back, only a standstill does.
 */
export async function wakeSnoozed(needs: Needs): Promise<void> {
  for (const { id } of await needs.store.snoozed()) {
    const settled = await commitDecision(needs.store, () => wake(id, needs));
    if (settled.kind === "taken" || !settled.answer) return;
    needs.log("card_wanted", { suggestion: id });
  }
}

/** False: it is not its time; nor is it that of what comes back after it. */
async function wake(id: SuggestionId, { store, now }: Needs): Promise<Decision<boolean>> {
  const at = now();
  const desk = await needDesk(store);
  const suggestion = await store.suggestion(id);
  const still = desk.paused || desk.frozen !== null;
  if (still || !suggestion || suggestion.snoozedUntil === null || suggestion.snoozedUntil > at)
    return { answer: false, change: null };
  const back = backNow(suggestion, at);
  return {
    answer: true,
    change: {
      at,
      expect: [{ table: "desk", id: desk.id, version: desk.version }],
      put: [{ table: "suggestion", row: back }, ...(await cardAnew(id, desk, store))],
      show: [cardOf(back, desk), ...newsOf(back, desk), ...(await remindersSaid(back, desk, store))],
      record: [],
    },
  };
}
