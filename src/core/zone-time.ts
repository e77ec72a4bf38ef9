import type { Instant } from "./ids.js";

/** A date and time as a clock on the wall shows it. `month` is 1 to 12, `weekday` 1 (Monday) to 7 (Sunday). */
export type Wall = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}

const quarterMs = 15 * 60_000;
const mostOffsets = 2_000;
const offsets = new Map<string, number>();

/** The offset of a zone from UTC at an instant, milliseconds. Clocks are changed at a quarter of an hour, so one is asked once. */
function offsetAt(instant: Instant, zone: string): number {
  const key = `${zone} ${Math.floor(instant / quarterMs)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = offsetAsked(instant, zone);
  if (offsets.size >= mostOffsets) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function offsetAsked(instant: Instant, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) part[type] = Number(value);
  const asUtc = Date.UTC(
    part.year ?? 0,
    (part.month ?? 1) - 1,
    part.day ?? 1,
    part.hour ?? 0,
    part.minute ?? 0,
    part.second ?? 0,
  );
  return asUtc - Math.floor(instant / 1000) * 1000;
}

/** What the wall shows in a zone at an instant. */
export function wallAt(instant: Instant, zone: string): Wall & { readonly weekday: number } {
  const shifted = new Date(instant + offsetAt(instant, zone));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay() || 7,
  };
}

/**
 * The instant at which the wall shows this. Days beyond the month's end roll over. In a daylight-saving gap: the
 * later time (2:30 becomes 3:30). In a fold: the earlier of the two.
 */
export function instantOf(wall: Wall, zone: string): Instant {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  const dayMs = 86_400_000;
  const before = offsetAt(asUtc - dayMs, zone);
  const after = offsetAt(asUtc + dayMs, zone);
  const fits = [asUtc - before, asUtc - after].filter((at) => at + offsetAt(at, zone) === asUtc);
  return fits.length > 0 ? Math.min(...fits) : asUtc - before;
}

/** The start of the day that many days later, on the wall of a zone. */
export function dayStart(instant: Instant, zone: string, daysLater = 0): Instant {
  const wall = wallAt(instant, zone);
  return instantOf({ ...wall, day: wall.day + daysLater, hour: 0, minute: 0 }, zone);
}
