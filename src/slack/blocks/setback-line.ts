import type { Desk } from "../../core/desk.js";
import type { Setback } from "../../core/suggestion.js";
import type { Words } from "../../i18n/words.js";

/** Why the card stands before her again: what happened, what did not, and what to do now. */
export function setbackLine(setback: Setback, { homeZone }: Desk, { card, desk: say, dates }: Words): string {
  if (setback.kind !== "refused") return card.setback[setback.kind];
  const { refusal, liftsAt } = setback;
  const lifts = liftsAt === undefined ? "" : ` ${say.limitLifts(dates.dayAndTime(liftsAt, homeZone))}`;
  return `${card.setback.refused(refusal)}${lifts}`;
}
