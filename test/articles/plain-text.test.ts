import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText } from "../../src/articles/plain-text.js";

describe("a page's text becomes one plain line", () => {
  test.each([
    ["  two\n\t lines\u2028here ", "two lines here"],
    ["bell\u0007 and \u001b[31mcolour\u0085next", "bell and [31mcolour next"],
    ["a\u202eb\u2066c\u200bd\u00ade\ufefff\u2060g", "abcdefg"],
    ["stray\u200djoiner\u200c, selector\ufe0f, tags\u{e0041}\u{e0042}", "strayjoiner, selector, tags"],
    ["half \ud83d an emoji", "half an emoji"],
    ["left\u200e and right\u200f in Latin", "left and right in Latin"],
    ["\u3164\u115f", ""],
    ["\u2800\ue000\u{f0000}\u17b5", ""],
    [`Z${"\u0336\u0308".repeat(40)}algo`, "Z\u0336\u0308\u0336\u0308\u0336algo"],
    ["", ""],
  ])("%j is %j", (raw, plain) => expect(plainText(raw)).toBe(plain));

  test.each([
    "👩‍💻 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽 1️⃣ 🏳️‍🌈 👨‍👩‍👧‍👦 🇫🇷",
    "می‌خواهم",
    "क्‍ष",
    "שָׁלוֹם\u200f!",
    "السلام عليكم\u061c",
    "«\u00a0Vraiment\u202f?\u00a0»",
    "œuvre à 5\u202f% — l’été",
    "日本語 한국어",
  ])("ordinary writing stays as it is: %s", (text) => expect(plainText(text)).toBe(text));

  test("a long text is cut, with a sign that it was, never in the middle of a letter", () => {
    expect(plainText("a".repeat(1_000))).toHaveLength(1_000);
    const cut = plainText("😀".repeat(600));
    expect(cut.length).toBeLessThanOrEqual(1_000);
    expect(cut).toBe(`${"😀".repeat(499)}…`);
  });

  test("whatever it is given, the result is short, plain and stays itself", () => {
    const odd = fc.constantFrom(
      "\u202e",
      "\u200d",
      "👩",
      "\ud800",
      "\u0000",
      " ",
      "\u00a0",
      "ی",
      "\u200c",
      "\ufe0f",
      "1",
      "\u{e0067}",
      "🏴",
    );
    const text = fc
      .array(fc.oneof(odd, fc.string({ unit: "binary" })), { maxLength: 60 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (raw) => {
        const plain = plainText(raw);
        expect(plain.length).toBeLessThanOrEqual(1_000);
        expect(plain).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u);
        expect(plain).not.toMatch(/\p{Surrogate}/u);
        expect(plain).toBe(plain.trim());
      }),
      { numRuns: 2_000 },
    );
  });
});
