import { describe, expect, test } from "vitest";
import { en } from "../../src/i18n/en.js";
import { sayTime, sayTimeInZone, sayTimeShort } from "../../src/slack/blocks/say-time.js";

const at = (iso: string) => Date.parse(iso);
const home = { home: "Europe/Paris", here: "Europe/Paris" };

describe("a scheduled time as she is told it", () => {
  test("is that of her home zone", () => {
    const when = at("2026-11-24T07:00:00Z");
    expect(sayTime(when, home, en)).toBe("Tuesday 24 November, 08:00");
    expect(sayTimeInZone(when, home, en)).toBe("Tuesday 24 November, 08:00 (Europe/Paris)");
    expect(sayTimeShort(when, home, en)).toBe("Tue 24, 8:00");
  });
  test("is told in both zones while she travels", () => {
    const there = { home: "Europe/Paris", here: "America/New_York" };
    expect(sayTime(at("2026-11-24T07:00:00Z"), there, en)).toBe(
      "Tuesday 24 November, 08:00, where you are Tuesday 24 November, 02:00",
    );
  });
  test("is told once where the other zone shows the same hour at that instant", () => {
    const there = { home: "Europe/Paris", here: "Europe/Berlin" };
    expect(sayTime(at("2026-11-24T07:00:00Z"), there, en)).toBe("Tuesday 24 November, 08:00");
    const summer = { home: "Europe/Paris", here: "Africa/Lagos" };
    expect(sayTime(at("2026-11-24T07:00:00Z"), summer, en)).not.toContain("where you are");
    expect(sayTime(at("2026-07-24T07:00:00Z"), summer, en)).toContain("where you are");
  });
  test("carries its offset where the wall shows it twice that night", () => {
    expect(sayTimeShort(at("2026-10-25T00:30:00Z"), home, en)).toBe("Sun 25, 2:30 (UTC+2)");
    expect(sayTimeShort(at("2026-10-25T01:30:00Z"), home, en)).toBe("Sun 25, 2:30 (UTC+1)");
  });
});
