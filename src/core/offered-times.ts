import type { Instant } from "./ids.js";
import { type Habits, mondayMorning, nextSlot, tomorrowMorning, tonight } from "./posting-times.js";
import { usualSlots } from "./settings.js";
import { movedFrom } from "./wall-change.js";

/** A time she can pick in one press. */
export type OfferedTime = {
  readonly name: "next_slot" | "tonight" | "tomorrow" | "monday";
  readonly at: Instant;
  /** The minute of the day that was meant and does not exist that night; null: it is as meant. */
  readonly movedFrom: number | null;
};

/** The next free slot, tonight, tomorrow and Monday, each instant once. */
export function offeredTimes(now: Instant, habits: Habits): readonly OfferedTime[] {
  const { zone, settings } = habits;
  const slots = settings.slots?.length ? settings.slots : usualSlots;
  const evening = tonight(now, zone);
  const all: OfferedTime[] = [
    offered("next_slot", nextSlot(now, habits), slots),
    ...(evening === null ? [] : [offered("tonight", evening, [18 * 60, 21 * 60])]),
    offered("tomorrow", tomorrowMorning(now, zone), [8 * 60]),
    offered("monday", mondayMorning(now, zone), [8 * 60]),
  ];
  return all.filter(({ at }, place) => all.findIndex((other) => other.at === at) === place);

  function offered(name: OfferedTime["name"], at: Instant, meant: readonly number[]): OfferedTime {
    return { name, at, movedFrom: movedFrom(at, meant, zone) };
  }
}
