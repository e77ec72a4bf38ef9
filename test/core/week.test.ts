import { describe, expect, test } from "vitest";
import { weekAt, weekDue } from "../../src/core/week.js";

const paris = "Europe/Paris";
const at = (text: string) => Date.parse(text);
const hour = 3_600_000;

describe("the ISO week on the wall of her home zone", () => {
  test.each([
    ["a Monday morning", "2026-11-23T08:00:00Z", paris, "2026-W48"],
    ["a Sunday night", "2026-11-29T22:59:59Z", paris, "2026-W48"],
    ["her Monday has begun though it is Sunday in UTC", "2026-11-29T23:00:00Z", paris, "2026-W49"],
    ["and further east it began earlier", "2026-11-29T11:00:00Z", "Pacific/Auckland", "2026-W49"],
    [
      "the first days of a year belong to the last week of the year before",
      "2027-01-03T12:00:00Z",
      paris,
      "2026-W53",
    ],
    [
      "the last days of a year belong to the first week of the next",
      "2024-12-30T12:00:00Z",
      paris,
      "2025-W01",
    ],
    ["the fourth of January is always in week 1", "2026-01-04T12:00:00Z", paris, "2026-W01"],
  ])("%s", (_, instant, zone, key) => {
    expect(weekAt(at(instant), zone).key).toBe(key);
  });
  test("lasts from Monday to Monday, an hour less or more when the clocks change", () => {
    const lengths = ["2026-03-25T12:00:00Z", "2026-10-21T12:00:00Z", "2026-11-25T12:00:00Z"].map(
      (instant) => {
        const { from, to } = weekAt(at(instant), paris);
        return (to - from) / hour;
      },
    );
    expect(lengths).toEqual([167, 169, 168]);
  });
  test("weeks follow each other without a hole or an overlap for ten years, each with its own key", () => {
    const weeks = Array.from({ length: 522 }, (_, n) => weekAt(at("2024-01-03T12:00:00Z"), paris, n));
    for (const [n, week] of weeks.entries()) {
      expect(week.from).toBe(n === 0 ? week.from : weeks[n - 1]?.to);
      expect(weekAt(week.from, paris)).toEqual(week);
      expect(weekAt(week.to - 1, paris)).toEqual(week);
    }
    expect(new Set(weeks.map(({ key }) => key)).size).toBe(522);
  });
});

describe("the summary of a week is due", () => {
  const due = (now: string, zone = paris) => weekDue(at(now), zone)?.key ?? null;
  test.each([
    ["not before Monday 9:00", "2026-11-30T07:59:59Z", null],
    ["from Monday 9:00", "2026-11-30T08:00:00Z", "2026-W48"],
    ["to the end of that Monday", "2026-11-30T22:59:59Z", "2026-W48"],
    ["not on Tuesday", "2026-11-30T23:00:00Z", null],
    ["not on Sunday", "2026-11-29T12:00:00Z", null],
    ["at 9:00 on her wall after the spring change", "2026-03-30T07:00:00Z", "2026-W13"],
    ["and not an hour earlier", "2026-03-30T06:59:00Z", null],
    ["at 9:00 on her wall after the autumn change", "2026-10-26T08:00:00Z", "2026-W43"],
    ["and not an hour earlier either", "2026-10-26T07:59:00Z", null],
    ["for the last week of a year that has 53", "2027-01-04T09:00:00Z", "2026-W53"],
  ])("%s", (_, now, key) => {
    expect(due(now)).toBe(key);
  });
  test("at 9:00 in her zone, wherever it is", () => {
    expect(due("2026-11-29T20:00:00Z", "Pacific/Auckland")).toBe("2026-W48");
    expect(due("2026-11-30T08:00:00Z", "America/New_York")).toBeNull();
    expect(due("2026-11-30T14:00:00Z", "America/New_York")).toBe("2026-W48");
  });
});
