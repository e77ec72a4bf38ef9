import type { Instant } from "./ids.js";
import { instantOf, wallAt } from "./zone-time.js";

/** Clocks are changed by so much at most. Source: the zones' own history since 1970. */
const mostChangedMs = 2 * 3_600_000;
const quarterMs = 15 * 60_000;

/** How far a zone is ahead of UTC at an instant; minutes. */
export function offsetMinutes(at: Instant, zone: string): number {
  const { year, month, day, hour, minute } = wallAt(at, zone);
  return Math.round(
    (Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000) / 60_000,
  );
}

/** Whether the wall shows this time twice that night, because the clock is set back: it needs its offset beside it. */
export function comesTwice(at: Instant, zone: string): boolean {
  const wall = JSON.stringify(wallAt(at, zone));
  for (let apart = quarterMs; apart <= mostChangedMs; apart += quarterMs)
    if ([at - apart, at + apart].some((other) => JSON.stringify(wallAt(other, zone)) === wall)) return true;
  return false;
}

/**
 * The minute of the day, of those, that was meant by this instant and does not exist that day, because the clock is set
 * forward; null where the wall shows what was meant.
 */
export function movedFrom(at: Instant, meant: readonly number[], zone: string): number | null {
  const wall = wallAt(at, zone);
  if (meant.includes(wall.hour * 60 + wall.minute)) return null;
  return meant.find((minute) => instantOf({ ...wall, hour: 0, minute }, zone) === at) ?? null;
}
