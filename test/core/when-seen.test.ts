import { describe, expect, test } from "vitest";
import { parsePostingHours } from "../../src/core/posting-hours.js";
import { type CardLimits, whenSeen } from "../../src/core/when-seen.js";

const office = parsePostingHours("Mon-Fri 08:00-20:00") ?? { kind: "always" };
const limits: CardLimits = { atOnce: 1, perDay: 5, hours: office };
const free = { undecided: 0, ahead: 0, sentToday: 0 };
const desk = { paused: false, frozen: null, homeZone: "Europe/Paris" };
const monday = Date.parse("2026-11-23T09:00:00Z");
const tuesdayEight = Date.parse("2026-11-24T07:00:00Z");

describe("when she will see a suggestion at the end of the line", () => {
  test("now, when nothing is before it in her hours", () => {
    expect(whenSeen(desk, free, limits, monday)).toEqual({ kind: "now" });
  });
  test("when her hours open", () => {
    const night = Date.parse("2026-11-23T21:00:00Z");
    expect(whenSeen(desk, free, limits, night)).toEqual({ kind: "at", at: tuesdayEight });
  });
  test("after the others: those before her and those in the line", () => {
    const line = { ...free, undecided: 1, ahead: 2 };
    expect(whenSeen(desk, line, limits, monday)).toEqual({ kind: "after_others", others: 3 });
  });
  test("now, while she takes more cards at once than there are", () => {
    const line = { ...free, undecided: 1, ahead: 1 };
    expect(whenSeen(desk, line, { ...limits, atOnce: 3 }, monday)).toEqual({ kind: "now" });
    expect(whenSeen(desk, line, { ...limits, atOnce: 2 }, monday)).toEqual({
      kind: "after_others",
      others: 2,
    });
  });
  test("tomorrow, when today's number is reached", () => {
    expect(whenSeen(desk, { ...free, sentToday: 5 }, limits, monday)).toEqual({
      kind: "at",
      at: tuesdayEight,
    });
    expect(whenSeen(desk, { ...free, sentToday: 4 }, limits, monday)).toEqual({ kind: "now" });
  });
  test("tomorrow, when those in the line will fill today's number", () => {
    const line = { undecided: 0, ahead: 2, sentToday: 3 };
    expect(whenSeen(desk, line, { ...limits, atOnce: 0 }, monday)).toEqual({ kind: "at", at: tuesdayEight });
  });
  test("0 is no limit", () => {
    const line = { undecided: 40, ahead: 40, sentToday: 400 };
    expect(whenSeen(desk, line, { atOnce: 0, perDay: 0, hours: office }, monday)).toEqual({ kind: "now" });
  });
  test("nobody knows while she has paused", () => {
    expect(whenSeen({ ...desk, paused: true }, free, limits, monday)).toEqual({ kind: "paused" });
  });
});
