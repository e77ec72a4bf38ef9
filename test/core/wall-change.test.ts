import { describe, expect, test } from "vitest";
import { comesTwice, movedFrom, offsetMinutes } from "../../src/core/wall-change.js";
import { instantOf } from "../../src/core/zone-time.js";

const paris = "Europe/Paris";
const at = (iso: string) => Date.parse(iso);

describe("a time that the wall shows twice", () => {
  test.each([
    ["the first 2:30 of the autumn night in Paris", "2026-10-25T00:30:00Z", paris, true],
    ["the second 2:30 of that night", "2026-10-25T01:30:00Z", paris, true],
    ["1:30 before it", "2026-10-24T23:30:00Z", paris, false],
    ["3:30 after it", "2026-10-25T02:30:00Z", paris, false],
    ["3:30 of the spring night", "2026-03-29T01:30:00Z", paris, false],
    ["an ordinary morning", "2026-11-24T07:00:00Z", paris, false],
    ["the half hour set back on Lord Howe Island", "2026-04-04T15:15:00Z", "Australia/Lord_Howe", true],
    ["any time where clocks are never changed", "2026-10-25T01:30:00Z", "Asia/Tokyo", false],
  ])("%s", (_, iso, zone, twice) => {
    expect(comesTwice(at(iso), zone)).toBe(twice);
  });
});

describe("a time that does not exist that night", () => {
  const spring = { year: 2026, month: 3, day: 29, hour: 2, minute: 30 };
  test("is known as the one that was meant", () => {
    expect(movedFrom(instantOf(spring, paris), [90, 150, 480], paris)).toBe(150);
  });
  test("is none on any other night", () => {
    expect(movedFrom(instantOf({ ...spring, day: 28 }, paris), [150], paris)).toBeNull();
    expect(movedFrom(instantOf({ ...spring, hour: 8, minute: 0 }, paris), [480], paris)).toBeNull();
  });
});

test.each([
  ["2026-07-01T12:00:00Z", paris, 120],
  ["2026-12-01T12:00:30Z", paris, 60],
  ["2026-07-01T12:00:00Z", "America/St_Johns", -150],
])("at %s %s is ahead of UTC by %i minutes", (iso, zone, minutes) => {
  expect(offsetMinutes(at(iso), zone)).toBe(minutes);
});
