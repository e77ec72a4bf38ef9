import { describe, expect, test } from "vitest";
import { offeredTimes } from "../../src/core/offered-times.js";
import type { Habits } from "../../src/core/posting-times.js";
import { instantOf } from "../../src/core/zone-time.js";

const zone = "Europe/Paris";
const habits = (given: Partial<Habits> = {}): Habits => ({
  zone,
  settings: { slots: null, apartMinutes: null },
  taken: [],
  hours: { kind: "always" },
  ...given,
});
const wall = (month: number, day: number, hour: number, minute = 0) =>
  instantOf({ year: 2026, month, day, hour, minute }, zone);

describe("the times she can pick in one press", () => {
  test("are the next free one, tonight, tomorrow and Monday", () => {
    // A Tuesday, 9:00.
    expect(offeredTimes(wall(11, 24, 9), habits())).toEqual([
      { name: "next_slot", at: wall(11, 24, 12, 30), movedFrom: null },
      { name: "tonight", at: wall(11, 24, 18), movedFrom: null },
      { name: "tomorrow", at: wall(11, 25, 8), movedFrom: null },
      { name: "monday", at: wall(11, 30, 8), movedFrom: null },
    ]);
  });
  test("name each instant once: on a Sunday night tomorrow is Monday and the next slot", () => {
    expect(offeredTimes(wall(11, 29, 22), habits()).map(({ name }) => name)).toEqual(["next_slot"]);
  });
  test("are all in the future and lie apart from what is scheduled where they are the next free one", () => {
    const taken = [wall(11, 24, 12)];
    const [next] = offeredTimes(wall(11, 24, 9), habits({ taken }));
    expect(next).toMatchObject({ name: "next_slot", at: wall(11, 24, 17, 30) });
  });
  test("say which time was meant where the night skips it", () => {
    const settings = { slots: [150], apartMinutes: null };
    const [next] = offeredTimes(wall(3, 28, 12), habits({ settings }));
    expect(next).toEqual({ name: "next_slot", at: wall(3, 29, 3, 30), movedFrom: 150 });
  });
});
