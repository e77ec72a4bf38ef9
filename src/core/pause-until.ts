import type { Desk } from "./desk.js";
import type { Instant } from "./ids.js";
import { nextOpen, type PostingHours } from "./posting-hours.js";
import { mondayMorning, opensTomorrow } from "./posting-times.js";
import { dayStart, wallAt } from "./zone-time.js";

/** Until when she can pause with one press. */
export const pauseUntils = ["tomorrow", "monday", "i_say"] as const;
export type PauseUntil = (typeof pauseUntils)[number];

/** When a pause of now ends by itself: when her hours first open on that day or later. Null: when she says so. */
export function pauseEnd(
  until: PauseUntil,
  { homeZone }: Pick<Desk, "homeZone">,
  hours: PostingHours,
  now: Instant,
): Instant | null {
  switch (until) {
    case "tomorrow":
      return opensTomorrow(now, homeZone, hours);
    case "monday": {
      if (hours.kind === "always") return mondayMorning(now, homeZone);
      const daysToMonday = 8 - wallAt(now, homeZone).weekday;
      return nextOpen(hours, homeZone, dayStart(now, homeZone, daysToMonday));
    }
    case "i_say":
      return null;
    default:
      return until satisfies never;
  }
}
