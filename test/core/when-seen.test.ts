import { describe, expect, test } from "vitest";
import { parsePostingHours } from "../../src/core/posting-hours.js";
import { type CardLimits, whenSeen } from "../../src/core/when-seen.js";

const office = parsePostingHours("Mon-Fri 08:00-20:00") ?? { kind: "always" };
const limits: CardLimits = { atOnce: 1, perDay: 5, hours: office };
const free = { undecided: 0, ahead: 0, sentToday: 0 };
const desk = { paused: false, pausedUntil: null, frozen: null, homeZone: "Europe/Paris" };
const monday = Date.parse("2026-11-23T09:00:00Z");
const tuesdayEight = Date.parse("2026-11-24T07:00:00Z");

describe("when she will see a suggestion at the end of the line", () => {
  test("now, when nothing is before it in her hours", () => {
    expect(whenSeen(desk, free, limits, monday)).toEqual({ place: 1, kind: "now" });
  });
  test("when her hours open", () => {
    const night = Date.parse("2026-11-23T21:00:00Z");
    expect(whenSeen(desk, free, limits, night)).toEqual({ place: 1, kind: "at", at: tuesdayEight });
  });
  test("after the others: those before her and those in the line", () => {
    const line = { ...free, undecided: 1, ahead: 2 };
    expect(whenSeen(desk, line, limits, monday)).toEqual({
      place: 3,
      kind: "after_others",
      others: 3,
      likely: monday,
    });
  });
  test("now, while she takes more cards at once than there are", () => {
    const line = { ...free, undecided: 1, ahead: 1 };
    expect(whenSeen(desk, line, { ...limits, atOnce: 3 }, monday)).toEqual({ place: 2, kind: "now" });
    expect(whenSeen(desk, line, { ...limits, atOnce: 2 }, monday)).toEqual({
      place: 2,
      kind: "after_others",
      others: 2,
      likely: monday,
    });
  });
  test("tomorrow, when today's number is reached", () => {
    expect(whenSeen(desk, { ...free, sentToday: 5 }, limits, monday)).toEqual({
      place: 1,
      kind: "at",
      at: tuesdayEight,
    });
    expect(whenSeen(desk, { ...free, sentToday: 4 }, limits, monday)).toEqual({ place: 1, kind: "now" });
  });
  test("tomorrow, when those in the line will fill today's number", () => {
    const line = { undecided: 0, ahead: 2, sentToday: 3 };
    expect(whenSeen(desk, line, { ...limits, atOnce: 0 }, monday)).toEqual({
      place: 3,
      kind: "at",
      at: tuesdayEight,
    });
  });
  test("0 is no limit", () => {
    const line = { undecided: 40, ahead: 40, sentToday: 400 };
    expect(whenSeen(desk, line, { atOnce: 0, perDay: 0, hours: office }, monday)).toEqual({
      place: 41,
      kind: "now",
    });
  });
  test("nobody knows while she has paused, or nothing goes on", () => {
    const stopped = { place: 1, kind: "stopped", until: null };
    expect(whenSeen({ ...desk, paused: true }, free, limits, monday)).toEqual(stopped);
    expect(whenSeen({ ...desk, frozen: "old_database" }, free, limits, monday)).toEqual(stopped);
  });
  test("not before a pause ends, unless something else stands in the way", () => {
    const until = tuesdayEight;
    const paused = { ...desk, paused: true, pausedUntil: until };
    expect(whenSeen(paused, free, limits, monday)).toEqual({ place: 1, kind: "stopped", until });
    const both = { ...paused, frozen: "old_database" } as const;
    expect(whenSeen(both, free, limits, monday)).toEqual({ place: 1, kind: "stopped", until: null });
  });
  test("on which of her days, by the number she gets a day", () => {
    const days = (ahead: number, sentToday = 0, from = monday) =>
      whenSeen(desk, { undecided: 1, ahead, sentToday }, limits, from);
    const at = (likely: string) => ({ likely: Date.parse(likely) });
    expect(days(4)).toMatchObject({ place: 5, likely: monday });
    expect(days(5)).toMatchObject({ place: 6, likely: tuesdayEight });
    expect(days(2, 3)).toMatchObject(at("2026-11-24T07:00:00Z"));
    expect(days(24)).toMatchObject(at("2026-11-27T07:00:00Z"));
    // Saturday and Sunday are not hers.
    expect(days(25)).toMatchObject(at("2026-11-30T07:00:00Z"));
    expect(days(5 * 19)).toMatchObject(at("2026-12-18T07:00:00Z"));
    // In summer her clock is an hour ahead.
    expect(days(5 * 5 * 26)).toMatchObject(at("2027-05-24T06:00:00Z"));
  });
  test("what was sent today counts for no other day", () => {
    const evening = Date.parse("2026-11-23T20:00:00Z");
    const line = { undecided: 1, ahead: 4, sentToday: 5 };
    expect(whenSeen(desk, line, limits, evening)).toMatchObject({ likely: tuesdayEight });
  });
});
