import type { Instant } from "../core/ids.js";

/** How a reader writes times: «Tuesday 24 November, 08:00» in their language and the desk's zone. */
export type Dates = {
  /** «24 November 2026» */
  readonly day: (at: Instant, zone: string) => string;
  /** «Tuesday 24 November, 08:00» */
  readonly dayAndTime: (at: Instant, zone: string) => string;
  /** «Tue 24, 8:00», for a button. */
  readonly shortly: (at: Instant, zone: string) => string;
  /** «08:00:05» */
  readonly clock: (at: Instant, zone: string) => string;
  /** «08:00» */
  readonly time: (at: Instant, zone: string) => string;
};

/** @param tag BCP 47: which habits of writing dates. */
export function datesIn(tag: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) => (at: Instant, zone: string) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: zone, hourCycle: "h23" }).format(at);
  const time = format({ hour: "2-digit", minute: "2-digit" });
  const weekday = format({ weekday: "long", day: "numeric", month: "long" });
  const short = format({ weekday: "short", day: "numeric" });
  return {
    day: format({ day: "numeric", month: "long", year: "numeric" }),
    dayAndTime: (at, zone) => `${weekday(at, zone)}, ${time(at, zone)}`,
    shortly: (at, zone) => `${short(at, zone)}, ${time(at, zone).replace(/^0/, "")}`,
    clock: format({ hour: "2-digit", minute: "2-digit", second: "2-digit" }),
    time,
  };
}
