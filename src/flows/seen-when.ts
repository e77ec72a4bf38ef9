import { cardLimits } from "../core/settings.js";
import type { Suggestion } from "../core/suggestion.js";
import { type CardLimits, type WhenSeen, whenSeen } from "../core/when-seen.js";
import { dayStart } from "../core/zone-time.js";
import { needDesk } from "./need-desk.js";
import type { Now, Store } from "./ports.js";

/** The place of a suggestion in the line, and when she will likely see it, as things stand now. */
export async function seenWhen(
  suggestion: Suggestion,
  { store, limits, now }: { readonly store: Store; readonly limits: CardLimits; readonly now: Now },
): Promise<WhenSeen> {
  const at = now();
  const desk = await needDesk(store);
  const line = {
    undecided: await store.undecided(),
    ahead: await store.aheadInLine(suggestion),
    sentToday: await store.cardsSince(dayStart(at, desk.homeZone)),
  };
  return whenSeen(desk, line, cardLimits(desk.settings, limits), at);
}
