import { describe, expect, test } from "vitest";
import { publishedAt } from "../../src/articles/published-at.js";

const NOW = Date.UTC(2026, 10, 23);

describe("when a page says it was published", () => {
  test.each([
    ["2026-11-12T08:30:00+01:00", Date.UTC(2026, 10, 12, 7, 30)],
    ["2026-11-12T08:30:00.123Z", Date.UTC(2026, 10, 12, 8, 30)],
    ["2026-11-12T08:30:00-0500", Date.UTC(2026, 10, 12, 13, 30)],
    ["2026-11-12T08:30+09", Date.UTC(2026, 10, 11, 23, 30)],
    ["2026-11-12T08:30", Date.UTC(2026, 10, 12, 8, 30)],
    ["2026-11-12 08:30:00 UTC", Date.UTC(2026, 10, 12, 8, 30)],
    [" 2026-11-12 ", Date.UTC(2026, 10, 12)],
    ["2026/11/12", Date.UTC(2026, 10, 12)],
    ["20261112", Date.UTC(2026, 10, 12)],
    ["1851-09-18", Date.UTC(1851, 8, 18)],
    ["1794465000", 1_794_465_000_000],
    ["1794465000000", 1_794_465_000_000],
    ["Thu, 12 Nov 2026 08:30:00 +0100", Date.UTC(2026, 10, 12, 7, 30)],
    ["Thu, 12 Nov 2026 08:30:00 GMT", Date.UTC(2026, 10, 12, 8, 30)],
    ["12 Nov 2026 08:30 EST", Date.UTC(2026, 10, 12, 13, 30)],
    ["Thu Nov 12 2026 08:30:00 GMT+0100 (heure normale d’Europe centrale)", Date.UTC(2026, 10, 12, 7, 30)],
    ["2026-11-12T08:30:00+01:00[Europe/Paris]", Date.UTC(2026, 10, 12, 7, 30)],
    ["2026-11-12T08:30:00.000+0000", Date.UTC(2026, 10, 12, 8, 30)],
    ["12 November 2026", Date.UTC(2026, 10, 12)],
    ["November 12, 2026", Date.UTC(2026, 10, 12)],
    ["Thursday, November 12th, 2026", Date.UTC(2026, 10, 12)],
    ["Nov 3rd, 2026", Date.UTC(2026, 10, 3)],
    ["Nov. 3, 2026", Date.UTC(2026, 10, 3)],
    ["1er août 2026", Date.UTC(2026, 7, 1)],
    ["jeudi 12 février 2026", Date.UTC(2026, 1, 12)],
    ["mardi 10 juin 2025", Date.UTC(2025, 5, 10)],
    ["10 juillet 2025", Date.UTC(2025, 6, 10)],
    ["March 3, 2026", Date.UTC(2026, 2, 3)],
    ["12.11.2026", Date.UTC(2026, 10, 12)],
  ])("%s is understood", (raw, at) => expect(publishedAt(raw, NOW)).toBe(at));

  test.each([
    "",
    "yesterday",
    "2026-02-31",
    "2026-13-01",
    "2026-11-12T25:00Z",
    "32 November 2026",
    "31 février 2026",
    "12 Brumaire 2026",
    "11/12/2026",
    "November 2026",
    "1".repeat(100_000),
    `${"[".repeat(50_000)}]`,
    "9999-01-01",
    "2026-11-25",
    "Thu, 12 Nov 2026 08:30:00",
    "<script>",
  ])("«%s» is no date, or cannot be one", (raw) => expect(publishedAt(raw, NOW)).toBeNull());
});
