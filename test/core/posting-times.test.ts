import { describe, expect, test } from "vitest";
import { parsePostingHours } from "../../src/core/posting-hours.js";
import {
  type Habits,
  mondayMorning,
  nextSlot,
  opensTomorrow,
  tomorrowMorning,
  tonight,
} from "../../src/core/posting-times.js";
import { instantOf } from "../../src/core/zone-time.js";

const zone = "Europe/Paris";
/** On the wall in Paris, November 2026; the 23rd is a Monday. */
const at = (day: number, hour: number, minute = 0) =>
  instantOf({ year: 2026, month: 11, day, hour, minute }, zone);
const weekdays = parsePostingHours("Mon-Fri 08:00-20:00") ?? { kind: "always" as const };
const habits = (given: Partial<Habits> = {}): Habits => ({
  zone,
  settings: { slots: null, apartMinutes: null },
  taken: [],
  hours: weekdays,
  ...given,
});

describe("the next time she likes to post at", () => {
  test.each([
    ["in the morning, noon", at(23, 10), at(23, 12, 30)],
    ["right before one, that one is too near to be told from now", at(23, 12, 26), at(23, 17, 30)],
    ["five minutes before it, it", at(23, 12, 25), at(23, 12, 30)],
    ["in the evening, tomorrow", at(23, 18), at(24, 8)],
    ["on Friday evening, Monday", at(27, 18), at(30, 8)],
    ["on Saturday, Monday", at(28, 9), at(30, 8)],
  ])("%s", (_, now, expected) => {
    expect(nextSlot(now, habits())).toBe(expected);
  });
  test("any day, where her hours are never closed", () => {
    expect(nextSlot(at(28, 9), habits({ hours: { kind: "always" } }))).toBe(at(28, 12, 30));
  });
  test("keeps its distance from what is scheduled, before and after", () => {
    expect(nextSlot(at(23, 10), habits({ taken: [at(23, 11)] }))).toBe(at(23, 17, 30));
    expect(nextSlot(at(23, 10), habits({ taken: [at(23, 14, 29)] }))).toBe(at(23, 17, 30));
    expect(nextSlot(at(23, 10), habits({ taken: [at(23, 14, 30)] }))).toBe(at(23, 12, 30));
  });
  test("is one of her own times, as far apart as she said", () => {
    const settings = { slots: [9 * 60, 11 * 60 + 15], apartMinutes: 30 };
    expect(nextSlot(at(23, 10), habits({ settings }))).toBe(at(23, 11, 15));
    expect(nextSlot(at(23, 10), habits({ settings, taken: [at(23, 11)] }))).toBe(at(24, 9));
    expect(nextSlot(at(23, 10), habits({ settings: { ...settings, slots: [] } }))).toBe(at(23, 12, 30));
  });
  test("is found past weeks that are full", () => {
    const taken = Array.from({ length: 200 }, (_, day) =>
      [8, 12.5, 17.5].map((hour) => at(23 + day, 0) + hour * 3_600_000),
    ).flat();
    const slot = nextSlot(at(23, 7), habits({ taken }));
    expect(taken.every((other) => Math.abs(other - slot) >= 120 * 60_000)).toBe(true);
  });
  test("on the day the clocks go forward, at a time that there is", () => {
    const night = { slots: [2 * 60 + 30], apartMinutes: 0 };
    const sunday = instantOf({ year: 2026, month: 3, day: 28, hour: 12, minute: 0 }, zone);
    const slot = nextSlot(sunday, habits({ settings: night, hours: { kind: "always" } }));
    expect(slot).toBe(instantOf({ year: 2026, month: 3, day: 29, hour: 3, minute: 30 }, zone));
  });
});

describe("other times offered", () => {
  test.each([
    [at(23, 9), at(23, 18)],
    [at(23, 17, 30), at(23, 18)],
    [at(23, 17, 31), at(23, 21)],
    [at(23, 20, 30), at(23, 21)],
    [at(23, 20, 31), null],
    [at(23, 23, 59), null],
  ])("tonight is this evening, while it is ahead", (now, expected) => {
    expect(tonight(now, zone)).toBe(expected);
  });
  test("tomorrow and Monday are mornings, 8:00 in her zone, also across a change of clocks", () => {
    expect(tomorrowMorning(at(23, 23, 59), zone)).toBe(at(24, 8));
    expect(tomorrowMorning(at(24, 0), zone)).toBe(at(25, 8));
    expect(mondayMorning(at(23, 7), zone)).toBe(at(30, 8));
    expect(mondayMorning(at(29, 23), zone)).toBe(at(30, 8));
    const saturday = instantOf({ year: 2026, month: 10, day: 24, hour: 20, minute: 0 }, zone);
    expect(tomorrowMorning(saturday, zone)).toBe(
      instantOf({ year: 2026, month: 10, day: 25, hour: 8, minute: 0 }, zone),
    );
  });
  test("until tomorrow is until her hours open on a later day", () => {
    expect(opensTomorrow(at(23, 10), zone, weekdays)).toBe(at(24, 8));
    expect(opensTomorrow(at(23, 6), zone, weekdays)).toBe(at(24, 8));
    expect(opensTomorrow(at(27, 10), zone, weekdays)).toBe(at(30, 8));
    expect(opensTomorrow(at(28, 10), zone, { kind: "always" })).toBe(at(29, 8));
  });
});
