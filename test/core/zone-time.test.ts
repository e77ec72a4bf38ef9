import { describe, expect, test } from "vitest";
import { dayStart, instantOf, wallAt } from "../../src/core/zone-time.js";

const paris = "Europe/Paris";
const at = (text: string) => Date.parse(text);
const wall = (year: number, month: number, day: number, hour = 0, minute = 0) => ({
  year,
  month,
  day,
  hour,
  minute,
});

describe("the wall of a zone at an instant", () => {
  test.each([
    ["2026-11-23T08:00:00Z", paris, { ...wall(2026, 11, 23, 9), weekday: 1 }],
    ["2026-07-14T22:30:00Z", paris, { ...wall(2026, 7, 15, 0, 30), weekday: 3 }],
    ["2025-12-31T23:59:59.999Z", "UTC", { ...wall(2025, 12, 31, 23, 59), weekday: 3 }],
    ["2026-01-01T00:00:00Z", "America/New_York", { ...wall(2025, 12, 31, 19), weekday: 3 }],
    ["2026-03-01T12:00:00Z", "Pacific/Kiritimati", { ...wall(2026, 3, 2, 2), weekday: 1 }],
    ["2026-03-01T06:15:00Z", "Asia/Kathmandu", { ...wall(2026, 3, 1, 12), weekday: 7 }],
    ["2024-02-29T23:00:00Z", "Asia/Tokyo", { ...wall(2024, 3, 1, 8), weekday: 5 }],
  ])("%s in %s", (instant, zone, shows) => {
    expect(wallAt(at(instant), zone)).toEqual(shows);
  });
});

describe("the instant at which the wall shows a time", () => {
  test.each([
    ["a winter morning", wall(2026, 11, 24, 8), paris, "2026-11-24T07:00:00Z"],
    ["a summer morning", wall(2026, 7, 1, 8), paris, "2026-07-01T06:00:00Z"],
    ["the morning after the clocks went forward", wall(2026, 3, 29, 8), paris, "2026-03-29T06:00:00Z"],
    ["the morning after the clocks went back", wall(2026, 10, 25, 8), paris, "2026-10-25T07:00:00Z"],
    ["in the gap: the later time", wall(2026, 3, 29, 2, 30), paris, "2026-03-29T01:30:00Z"],
    ["in the fold: the earlier of the two", wall(2026, 10, 25, 2, 30), paris, "2026-10-25T00:30:00Z"],
    ["a gap west", wall(2026, 3, 8, 2, 30), "America/New_York", "2026-03-08T07:30:00Z"],
    ["a fold west", wall(2026, 11, 1, 1, 30), "America/New_York", "2026-11-01T05:30:00Z"],
    ["a gap of half an hour", wall(2026, 10, 4, 2, 15), "Australia/Lord_Howe", "2026-10-03T15:45:00Z"],
    ["a day beyond the month's end", wall(2026, 1, 32, 8), "UTC", "2026-02-01T08:00:00Z"],
    ["a minute beyond the day's end", wall(2026, 12, 31, 0, 1440), "UTC", "2027-01-01T00:00:00Z"],
  ])("%s", (_, shows, zone, instant) => {
    expect(new Date(instantOf(shows, zone)).toISOString()).toBe(new Date(instant).toISOString());
  });
});

describe("the start of a day", () => {
  test("counts days on the wall, not hours", () => {
    const beforeTheChange = at("2026-03-28T11:00:00Z");
    expect(dayStart(beforeTheChange, paris)).toBe(at("2026-03-27T23:00:00Z"));
    expect(dayStart(beforeTheChange, paris, 1)).toBe(at("2026-03-28T23:00:00Z"));
    expect(dayStart(beforeTheChange, paris, 2)).toBe(at("2026-03-29T22:00:00Z"));
  });
  test("is the first minute there is where midnight is left out", () => {
    expect(dayStart(at("2026-09-06T15:00:00Z"), "America/Santiago")).toBe(at("2026-09-06T04:00:00Z"));
  });
});

/** What Intl itself writes on the wall: the judge. */
function judge(zone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return (instant) => format.format(instant);
}
function written(w: ReturnType<typeof wallAt>): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${w.year}-${two(w.month)}-${two(w.day)} ${two(w.hour)}:${two(w.minute)}`;
}

/** Instants within five years just before and after each change of a zone's offset, found by halving. */
function aroundChanges(offset: (instant: number) => number): number[] {
  const found: number[] = [];
  const week = 7 * 86_400_000;
  for (let from = Date.UTC(2024, 0, 1); from < Date.UTC(2029, 0, 1); from += week) {
    if (offset(from) === offset(from + week)) continue;
    let [low, high] = [from, from + week];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (offset(middle) === offset(from)) low = middle;
      else high = middle;
    }
    for (const minutes of [-1441, -90, -61, -31, -1, 0, 29, 59, 61, 1441])
      found.push(high + minutes * 60_000);
  }
  return found;
}

describe("every zone there is, around each change of its clocks from 2024 to 2028", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  const offsets = new Map<string, string[]>();
  // Zones that keep the same time are one case.
  for (const zone of zones) {
    const says = judge(zone);
    const year = Array.from({ length: 261 }, (_, week) => says(Date.UTC(2024, 0, 1 + 7 * week, 12)));
    const key = year.join();
    offsets.set(key, [...(offsets.get(key) ?? []), zone]);
  }
  const cases = [...offsets.values()].map(([zone = ""]) => zone);

  test("the wall is Intl's, and each wall leads back to an instant that shows it, the earlier one in a fold", () => {
    let checked = 0;
    for (const zone of cases) {
      const says = judge(zone);
      const offset = (instant: number) => Date.parse(`${says(instant).replace(" ", "T")}Z`) - instant;
      for (const instant of aroundChanges(offset)) {
        const shows = wallAt(instant, zone);
        expect(written(shows), zone).toBe(says(instant));
        const back = instantOf(shows, zone);
        expect(says(back), zone).toBe(says(instant));
        expect(back, zone).toBeLessThanOrEqual(instant);
        checked += 1;
      }
    }
    expect(cases.length).toBeGreaterThan(60);
    expect(checked).toBeGreaterThan(2_000);
  });
});
