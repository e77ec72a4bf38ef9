import type { Instant } from "../core/ids.js";

const hourMs = 3_600_000;

/** From when on something counts for the hour that ends now. An hour later to the millisecond it counts no more. */
export function hourBefore(now: Instant): Instant {
  return now - hourMs + 1;
}

/**
 * When the next one will be taken, or null while there is room.
 * @param times of what counts for this hour, at least one where there is no room
 * @param most 0: no limit
 */
export function liftsAt(times: readonly Instant[], most: number): Instant | null {
  return most === 0 || times.length < most ? null : Math.min(...times) + hourMs;
}
