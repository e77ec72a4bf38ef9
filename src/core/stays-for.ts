import { openDayMs } from "./open-time.js";
import type { PostingHours } from "./posting-hours.js";
import type { Urgency } from "./suggestion.js";

/** In her days. */
const daysFor: Readonly<Record<Urgency, number>> = { today: 1, this_week: 7, any_time: 7 };

/** How long her hours may be open, milliseconds, while a suggestion stands before her undecided; then it expires. */
export function staysFor(urgency: Urgency, hours: PostingHours): number {
  return daysFor[urgency] * openDayMs(hours);
}
