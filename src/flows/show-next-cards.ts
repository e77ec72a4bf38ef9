import { nextOpen } from "../core/posting-hours.js";
import { cardLimits } from "../core/settings.js";
import { moveSuggestion } from "../core/transitions.js";
import type { CardLimits } from "../core/when-seen.js";
import { dayStart } from "../core/zone-time.js";
import { commitDecision, type Decision } from "./commit-decision.js";
import { cardOf, newsOf, newsOfLine } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, Now, Store } from "./ports.js";
import { remindersSaid } from "./reminder-facts.js";

type Needs = {
  readonly store: Store;
  /** Until she sets it herself. */
  readonly limits: CardLimits;
  readonly now: Now;
  readonly log: Log;
};

/**
 * Puts the next suggestions before her, as many as her hours and numbers allow; which is next is chosen now, by
 * urgency, seconds and age (rule 6).
 */
export async function showNextCards(needs: Needs): Promise<void> {
  for (;;) {
    const settled = await commitDecision(needs.store, () => nextCard(needs));
    if (settled.kind === "taken" || settled.answer === null) return;
    needs.log("card_wanted", { suggestion: settled.answer });
  }
}

async function nextCard({ store, now, ...needs }: Needs): Promise<Decision<string | null>> {
  const none = { answer: null, change: null };
  const at = now();
  const desk = await needDesk(store);
  const limits = cardLimits(desk.settings, needs.limits);
  if (desk.paused || desk.frozen !== null || nextOpen(limits.hours, desk.homeZone, at) !== at) return none;
  if (limits.atOnce > 0 && (await store.undecided()) >= limits.atOnce) return none;
  if (limits.perDay > 0 && (await store.cardsSince(dayStart(at, desk.homeZone))) >= limits.perDay)
    return none;
  const [next] = await store.inLine(1);
  if (!next) return none;
  const shown = { ...moveSuggestion(next, "shown"), shownAt: at };
  return {
    answer: next.id,
    change: {
      at,
      expect: [{ table: "desk", id: desk.id, version: desk.version }],
      put: [{ table: "suggestion", row: shown }],
      show: [
        cardOf(shown, desk),
        ...newsOf(shown, desk),
        ...(await newsOfLine(shown, store)),
        ...(await remindersSaid(shown, desk, store)),
      ],
      record: [],
    },
  };
}
