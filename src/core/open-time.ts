import type { Instant } from "./ids.js";
import { nextClose, nextOpen, type PostingHours } from "./posting-hours.js";

/** A time in which the desk was paused or frozen; `to` null: it still is. */
export type Stop = { readonly from: Instant; readonly to: Instant | null };

const dayMs = 86_400_000;

/** How long one of her days is, milliseconds: as long as her hours are open in one. */
export function openDayMs(hours: PostingHours): number {
  return hours.kind === "always" ? dayMs : (hours.to - hours.from) * 60_000;
}

/**
 * How long her hours were open between two instants, without the time in which the desk stood still, milliseconds.
 * @param stops may overlap, and reach beyond the two instants; one that ends before it begins (a clock set back) is none
 * @param enough counting ends where this much is reached: the answer may then be less than all there was
 */
export function openTimeBetween(
  from: Instant,
  to: Instant,
  hours: PostingHours,
  zone: string,
  stops: readonly Stop[],
  enough = Number.POSITIVE_INFINITY,
): number {
  let open = 0;
  for (const [start, end] of running(from, to, stops)) {
    open += openWithin(start, end, hours, zone, enough - open);
    if (open >= enough) break;
  }
  return open;
}

function openWithin(from: Instant, to: Instant, hours: PostingHours, zone: string, enough: number): number {
  if (hours.kind === "always") return to - from;
  let open = 0;
  for (let at = nextOpen(hours, zone, from); at < to && open < enough; ) {
    const closes = nextClose(hours, zone, at);
    open += Math.min(closes, to) - at;
    at = nextOpen(hours, zone, closes);
  }
  return open;
}

/** The pieces of the time between two instants in which the desk did not stand still. */
function running(from: Instant, to: Instant, stops: readonly Stop[]): [Instant, Instant][] {
  const pieces: [Instant, Instant][] = [];
  let at = from;
  for (const stop of stops.toSorted((one, other) => one.from - other.from)) {
    if (at >= to) return pieces;
    if (stop.from > at) pieces.push([at, Math.min(stop.from, to)]);
    at = Math.max(at, stop.from, stop.to ?? to);
  }
  return at < to ? [...pieces, [at, to]] : pieces;
}
