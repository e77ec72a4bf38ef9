import { describe, expect, test } from "vitest";
import { nextOpen, parsePostingHours } from "../../src/core/posting-hours.js";

const weekly = (days: number[], from: number, to: number) => ({ kind: "weekly", days, from, to });
const at = (text: string) => Date.parse(text);

describe("hours are read from", () => {
  test.each([
    ["always", { kind: "always" }],
    [" Always ", { kind: "always" }],
    ["Mon-Fri 08:00-20:00", weekly([1, 2, 3, 4, 5], 480, 1200)],
    ["sat 9:30 - 12:00", weekly([6], 570, 720)],
    ["Mon,Wed,Fri 08:00-09:00", weekly([1, 3, 5], 480, 540)],
    ["Mon-Wed,Sat 08:00-09:00", weekly([1, 2, 3, 6], 480, 540)],
    ["Fri-Mon 08:00-09:00", weekly([1, 5, 6, 7], 480, 540)],
    ["Mon-Sun 00:00-24:00", weekly([1, 2, 3, 4, 5, 6, 7], 0, 1440)],
  ])("«%s»", (text, hours) => {
    expect(parsePostingHours(text)).toEqual(hours);
  });
});

describe("hours are not read from", () => {
  test.each([
    "",
    "never",
    "08:00-20:00",
    "Mon-Fri",
    "Mon-Fri 20:00-08:00",
    "Mon-Fri 08:00-08:00",
    "Mon-Fri 08:60-20:00",
    "Mon-Fri 08:00-24:01",
    "Mon-Fri 8-20",
    "Moon-Fri 08:00-20:00",
    "Mon-Fry 08:00-20:00",
    "Mon- 08:00-20:00",
    "Mon-Wed-Fri 08:00-20:00",
    "Mon,,Tue 08:00-20:00",
    "Mon-Fri 08:00-20:00 and more",
  ])("«%s»", (text) => {
    expect(parsePostingHours(text)).toBeNull();
  });
});

describe("the next instant at which cards may reach her", () => {
  const office = parsePostingHours("Mon-Fri 08:00-20:00") ?? { kind: "always" };
  const opens = (from: string, zone = "Europe/Paris", hours = office) =>
    new Date(nextOpen(hours, zone, at(from))).toISOString().replace(".000Z", "Z");

  test.each([
    ["within the hours it is now", "2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z"],
    ["at the first minute it is now", "2026-11-23T07:00:00Z", "2026-11-23T07:00:00Z"],
    ["before them it is today", "2026-11-23T04:00:00Z", "2026-11-23T07:00:00Z"],
    ["at the last minute it is tomorrow", "2026-11-23T19:00:00Z", "2026-11-24T07:00:00Z"],
    ["on Friday evening it is Monday", "2026-11-27T20:00:00Z", "2026-11-30T07:00:00Z"],
    ["over the spring change it is still 8:00 on her wall", "2026-03-27T21:00:00Z", "2026-03-30T06:00:00Z"],
    ["over the autumn change too", "2026-10-23T21:00:00Z", "2026-10-26T07:00:00Z"],
  ])("%s", (_, from, next) => {
    expect(opens(from)).toBe(next);
  });
  test("without hours it is always now", () => {
    expect(opens("2026-11-22T02:00:00Z", "Europe/Paris", { kind: "always" })).toBe("2026-11-22T02:00:00Z");
  });
  test("one day a week, just over, comes round after a week", () => {
    const monday = parsePostingHours("Mon 08:00-09:00") ?? office;
    expect(opens("2026-11-23T08:00:00Z", "Europe/Paris", monday)).toBe("2026-11-30T07:00:00Z");
  });
  test("24:00 closes at midnight, also on the day that has 25 hours", () => {
    const sunday = parsePostingHours("Sun 00:00-24:00") ?? office;
    expect(opens("2026-10-25T22:59:59Z", "Europe/Paris", sunday)).toBe("2026-10-25T22:59:59Z");
    expect(opens("2026-10-25T23:00:00Z", "Europe/Paris", sunday)).toBe("2026-10-31T23:00:00Z");
  });
  test("her zone decides which day it is", () => {
    expect(opens("2026-11-22T22:30:00Z", "Pacific/Auckland")).toBe("2026-11-22T22:30:00Z");
    expect(opens("2026-11-23T02:00:00Z", "America/Los_Angeles")).toBe("2026-11-23T16:00:00Z");
  });
});
