import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openDayMs, openTimeBetween, type Stop } from "../../src/core/open-time.js";
import { type PostingHours, parsePostingHours } from "../../src/core/posting-hours.js";
import { wallAt } from "../../src/core/zone-time.js";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const at = (text: string) => Date.parse(text);
const hoursOf = (text: string): PostingHours => {
  const hours = parsePostingHours(text);
  if (!hours) throw new Error(`no hours: ${text}`);
  return hours;
};
const office = hoursOf("Mon-Fri 08:00-20:00");
const always = hoursOf("always");
const stop = (from: string, to: string | null): Stop => ({ from: at(from), to: to === null ? null : at(to) });

describe("one of her days is as long as her hours are open in one", () => {
  test.each([
    ["Mon-Fri 08:00-20:00", 12 * hour],
    ["Tue 09:30-10:00", 30 * minute],
    ["Mon-Sun 00:00-24:00", day],
    ["always", day],
  ])("«%s»", (hours, ms) => {
    expect(openDayMs(hoursOf(hours))).toBe(ms);
  });
});

describe("her open hours between two instants", () => {
  const open = (from: string, to: string, hours: PostingHours = office, zone = "Europe/Paris") =>
    openTimeBetween(at(from), at(to), hours, zone, []);

  test.each([
    ["within one of her days", "2026-11-23T09:00:00Z", "2026-11-23T11:30:00Z", 2.5 * hour],
    ["over a night", "2026-11-23T18:00:00Z", "2026-11-24T08:00:00Z", 2 * hour],
    ["over a weekend", "2026-11-27T18:00:00Z", "2026-11-30T08:00:00Z", 2 * hour],
    ["in the night alone", "2026-11-23T20:00:00Z", "2026-11-24T06:59:59Z", 0],
    ["on the weekend alone", "2026-11-28T00:00:00Z", "2026-11-29T23:00:00Z", 0],
    ["in a whole week", "2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z", 5 * 12 * hour],
    ["at one instant", "2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z", 0],
    ["backwards, as after a clock was set back", "2026-11-23T11:00:00Z", "2026-11-23T09:00:00Z", 0],
    ["to the millisecond she closes", "2026-11-23T18:59:59.999Z", "2026-11-23T19:00:00.001Z", 1],
  ])("%s", (_, from, to, ms) => {
    expect(open(from, to)).toBe(ms);
  });
  test("are all of the time where they are always open, and none of it backwards", () => {
    expect(open("2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z", always)).toBe(2 * day);
    expect(open("2026-03-30T12:00:00Z", "2026-03-28T12:00:00Z", always)).toBe(0);
  });
  test("that end at 24:00 go on at 0:00 without a gap", () => {
    const whole = hoursOf("Mon-Sun 00:00-24:00");
    expect(open("2026-11-23T00:00:00Z", "2026-11-26T00:00:00Z", whole)).toBe(3 * day);
    expect(open("2026-11-24T22:00:00Z", "2026-11-25T00:00:00Z", hoursOf("Tue 20:00-24:00"))).toBe(hour);
  });
  test.each([
    ["Paris, 23 hours", "Europe/Paris", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 23],
    ["Paris, 25 hours", "Europe/Paris", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 25],
    ["New York, 23 hours", "America/New_York", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", 23],
    ["New York, 25 hours", "America/New_York", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", 25],
    [
      "Santiago, whose midnight is skipped",
      "America/Santiago",
      "2026-09-06T04:00:00Z",
      "2026-09-07T03:00:00Z",
      23,
    ],
    [
      "Santiago, whose Saturday ends twice",
      "America/Santiago",
      "2026-04-04T03:00:00Z",
      "2026-04-05T04:00:00Z",
      25,
    ],
  ])("on the day the clocks change in %s", (_, zone, from, to, hours) => {
    expect(open(from, to, hoursOf("Mon-Sun 00:00-24:00"), zone)).toBe(hours * hour);
    const later = new Date(at(to) + day).toISOString();
    expect(open(from, later, hoursOf("Mon-Sun 00:00-24:00"), zone)).toBe((hours + 24) * hour);
  });
  test("hours that fall into the hour that is skipped are not open that day, and the walk goes on", () => {
    const skipped = hoursOf("Sun 02:30-03:00");
    expect(open("2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z", skipped)).toBe(0);
    expect(open("2026-03-22T00:00:00Z", "2026-04-06T00:00:00Z", skipped)).toBe(2 * 30 * minute);
    const midnight = hoursOf("Sun 00:00-01:00");
    expect(open("2026-09-05T00:00:00Z", "2026-09-08T00:00:00Z", midnight, "America/Santiago")).toBe(0);
  });
});

describe("a time in which the desk stood still does not count", () => {
  const from = "2026-11-23T09:00:00Z";
  const to = "2026-11-23T15:00:00Z";
  const open = (...stops: Stop[]) => openTimeBetween(at(from), at(to), office, "Europe/Paris", stops);
  const an = (start: number, end: number | null): Stop => ({
    from: at(from) + start * hour,
    to: end === null ? null : at(from) + end * hour,
  });

  test.each<[string, Stop[], number]>([
    ["one within", [an(1, 3)], 4],
    ["two apart", [an(1, 2), an(4, 5)], 4],
    ["two that overlap", [an(1, 3), an(2, 4)], 3],
    ["one within another", [an(1, 5), an(2, 3)], 2],
    ["two that meet", [an(1, 2), an(2, 3)], 4],
    ["the later told first", [an(4, 5), an(1, 2)], 4],
    ["one from before", [an(-5, 1)], 5],
    ["one that was over before", [an(-5, -1)], 6],
    ["one beyond the end", [an(5, 9)], 5],
    ["one that began after the end", [an(7, 9)], 6],
    ["over all of it", [an(-1, 9)], 0],
    ["one that lasts", [an(4, null)], 4],
    ["one that lasts since before", [an(-4, null)], 0],
    ["one that lasts, begun after the end", [an(7, null)], 6],
    ["one that lasts, and one within it", [an(2, null), an(3, 4)], 2],
    ["one without length", [an(2, 2)], 6],
    ["one that ended before it began, the clock having been set back", [an(3, 1)], 6],
    ["one backwards from beyond the end", [an(8, 2)], 6],
  ])("%s", (_, stops, hours) => {
    expect(open(...stops)).toBe(hours * hour);
  });
  test("a pause over a weekend takes only what was open of it", () => {
    const stops = [stop("2026-11-27T18:00:00Z", "2026-11-30T08:00:00Z")];
    const week = openTimeBetween(
      at("2026-11-27T07:00:00Z"),
      at("2026-11-30T19:00:00Z"),
      office,
      "Europe/Paris",
      stops,
    );
    expect(week).toBe(24 * hour - 2 * hour);
  });
  test("where she is always reached, all of it", () => {
    const stops = [stop("2026-11-23T10:00:00Z", null)];
    expect(openTimeBetween(at(from), at(to), always, "Europe/Paris", stops)).toBe(hour);
  });
});

test("counting ends where enough is found, however much time has passed", () => {
  const from = at("1926-11-23T09:00:00Z");
  const to = at("2026-11-23T09:00:00Z");
  const found = openTimeBetween(from, to, office, "Europe/Paris", [], 7 * 12 * hour);
  expect(found).toBeGreaterThanOrEqual(7 * 12 * hour);
  expect(found).toBeLessThan(9 * 12 * hour);
});

describe("it is what a quarter of an hour after another on her wall would come to", () => {
  const quarter = 15 * minute;
  const changes = [
    ["Europe/Paris", "2026-03-29T00:00:00Z"],
    ["Europe/Paris", "2026-10-25T00:00:00Z"],
    ["America/New_York", "2026-03-08T00:00:00Z"],
    ["America/New_York", "2026-11-01T00:00:00Z"],
    ["America/Santiago", "2026-09-06T00:00:00Z"],
    ["America/Santiago", "2026-04-05T00:00:00Z"],
  ] as const;
  const wholeHours = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      fc.nat(23),
      fc.integer({ min: 1, max: 24 }),
    )
    .filter(([, from, to]) => from < to)
    .map(([days, from, to]): PostingHours => ({ kind: "weekly", days, from: from * 60, to: to * 60 }));
  const quarters = fc.integer({ min: -4 * 96, max: 4 * 96 });
  const someStops = fc.array(fc.tuple(quarters, fc.option(quarters)), { maxLength: 4 });

  test.each(changes)("in %s around %s", (zone, change) => {
    const instant = (n: number) => at(change) + n * quarter;
    fc.assert(
      fc.property(wholeHours, quarters, quarters, someStops, (hours, from, to, given) => {
        const stops = given.map(([begin, end]) => ({
          from: instant(begin),
          to: end === null ? null : instant(end),
        }));
        let expected = 0;
        for (let n = from; n < to; n++) {
          const stopped = stops.some((one) => instant(n) >= one.from && instant(n) < (one.to ?? Infinity));
          if (!stopped && isOpen(hours, zone, instant(n))) expected += quarter;
        }
        expect(openTimeBetween(instant(from), instant(to), hours, zone, stops)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  function isOpen(hours: PostingHours, zone: string, instant: number): boolean {
    if (hours.kind === "always") return true;
    const { weekday, hour: h, minute: m } = wallAt(instant, zone);
    const minutes = h * 60 + m;
    return hours.days.includes(weekday) && minutes >= hours.from && minutes < hours.to;
  }
});
