import { describe, expect, test } from "vitest";
import { pauseEnd } from "../../src/core/pause-until.js";
import { parsePostingHours } from "../../src/core/posting-hours.js";

const desk = { homeZone: "Europe/Paris" };
const hours = (text: string) => parsePostingHours(text) ?? { kind: "always" as const };
const at = (text: string) => Date.parse(text);
const monday = at("2026-11-23T09:00:00Z");
const friday = at("2026-11-27T21:00:00Z");

describe("a pause", () => {
  test.each([
    ["on a Monday, to Tuesday", "Mon-Fri 08:00-20:00", monday, "2026-11-24T07:00:00Z"],
    ["on a Friday, over the weekend", "Mon-Fri 08:00-20:00", friday, "2026-11-30T07:00:00Z"],
    ["where any hour is hers, to 8:00", "always", friday, "2026-11-28T07:00:00Z"],
  ])("until tomorrow ends when her hours first open on a later day: %s", (_, text, now, ends) => {
    expect(pauseEnd("tomorrow", desk, hours(text), now)).toBe(at(ends));
  });
  test.each([
    ["on a Monday, a week later", "Mon-Fri 09:30-20:00", monday, "2026-11-30T08:30:00Z"],
    ["on a Friday", "Mon-Fri 09:30-20:00", friday, "2026-11-30T08:30:00Z"],
    ["where Monday is not hers, after it", "Tue-Fri 08:00-20:00", friday, "2026-12-01T07:00:00Z"],
    ["where any hour is hers, at 8:00", "always", friday, "2026-11-30T07:00:00Z"],
  ])("until Monday ends when her hours open then: %s", (_, text, now, ends) => {
    expect(pauseEnd("monday", desk, hours(text), now)).toBe(at(ends));
  });
  test("until she says so has no end of its own", () => {
    expect(pauseEnd("i_say", desk, hours("always"), monday)).toBeNull();
  });
});
