import type { Instant } from "./ids.js";
import { nextOpen, type PostingHours } from "./posting-hours.js";
import { type Settings, usualApartMinutes, usualSlots } from "./settings.js";
import { dayStart, instantOf, wallAt } from "./zone-time.js";

/** What shapes the times that are offered. None of it shapes a time she picks herself. */
export type Habits = {
  readonly zone: string;
  readonly settings: Pick<Settings, "slots" | "apartMinutes">;
  /** When her scheduled posts go out. */
  readonly taken: readonly Instant[];
  /** Her days: slots lie on these. */
  readonly hours: PostingHours;
};

/** Nothing sooner is offered: she could not tell it from posting now. */
const soonestMs = 5 * 60_000;

/** The next time she likes to post at that is far enough from what is scheduled. */
export function nextSlot(now: Instant, { zone, settings, taken, hours }: Habits): Instant {
  const slots = settings.slots?.length ? settings.slots : usualSlots;
  const apart = (settings.apartMinutes ?? usualApartMinutes) * 60_000;
  const today = wallAt(now, zone);
  for (let ahead = 0; ; ahead++) {
    const day = { ...today, day: today.day + ahead, hour: 0 };
    if (!isHerDay(((today.weekday - 1 + ahead) % 7) + 1, hours)) continue;
    const free = slots
      .map((minute) => instantOf({ ...day, minute }, zone))
      .find((at) => at >= now + soonestMs && taken.every((other) => Math.abs(at - other) >= apart));
    if (free !== undefined) return free;
  }
}

function isHerDay(weekday: number, hours: PostingHours): boolean {
  return hours.kind === "always" || hours.days.includes(weekday);
}

/** Tonight: 18:00, or 21:00 where that is near or past; null where both are. */
export function tonight(now: Instant, zone: string): Instant | null {
  const evenings = [18, 21].map((hour) => instantOf({ ...wallAt(now, zone), hour, minute: 0 }, zone));
  return evenings.find((at) => at >= now + 30 * 60_000) ?? null;
}

/** Tomorrow, 8:00, on the wall of her home zone. */
export function tomorrowMorning(now: Instant, zone: string): Instant {
  const wall = wallAt(now, zone);
  return instantOf({ ...wall, day: wall.day + 1, hour: 8, minute: 0 }, zone);
}

/** The Monday after today, 8:00. */
export function mondayMorning(now: Instant, zone: string): Instant {
  const wall = wallAt(now, zone);
  return instantOf({ ...wall, day: wall.day + 8 - wall.weekday, hour: 8, minute: 0 }, zone);
}

/** When her hours first open on a later day: where «until tomorrow» ends. */
export function opensTomorrow(now: Instant, zone: string, hours: PostingHours): Instant {
  return hours.kind === "always" ? tomorrowMorning(now, zone) : nextOpen(hours, zone, dayStart(now, zone, 1));
}
