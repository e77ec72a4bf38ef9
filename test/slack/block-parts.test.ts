import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unescapeSlack } from "../../src/core/suggest-text.js";
import { verbatim } from "../../src/slack/blocks/block-parts.js";
import { cut, escapeMrkdwn } from "../../src/slack/blocks/mrkdwn.js";

const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.integer({ min: 2_980, max: 3_020 }).map((length) => `${"x".repeat(length)}🌞`.repeat(3)),
  fc.integer({ min: 1, max: 4_000 }).map((length) => "👩🏽‍🔬".repeat(length)),
);
/** A surrogate without its other half. */
const halfCharacter = /\p{Cs}/u;
const pieces = (text: string) => verbatim(text).map(({ text: piece }) => piece?.text ?? "");

describe("text shown as it is", () => {
  test("stays whole, in pieces Slack takes, and no character is split", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const shown = pieces(text);
        expect(shown.join("")).toBe(text);
        for (const piece of shown) {
          expect(piece.length).toBeLessThanOrEqual(3_000);
          if (!halfCharacter.test(text)) expect(piece).not.toMatch(halfCharacter);
        }
      }),
    );
  });
  test("is plain: neither markup nor emoji codes are read in it", () => {
    expect(verbatim("*a* :smile:")).toEqual([
      { type: "section", text: { type: "plain_text", text: "*a* :smile:", emoji: false } },
    ]);
  });
  test("that is empty shows nothing", () => {
    expect(verbatim("")).toEqual([]);
  });
});

describe("what Slack would read as markup is spelled out", () => {
  test("once, so that Slack's own decoding gives it back", () => {
    expect(escapeMrkdwn("<!channel> & &lt;")).toBe("&lt;!channel&gt; &amp; &amp;lt;");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("&", "<", ">", "a", "m", "p", "l", "t", ";") }),
        (text) => {
          const escaped = escapeMrkdwn(text);
          expect(escaped).not.toMatch(/[<>]/);
          expect(unescapeSlack(escaped)).toBe(text);
        },
      ),
    );
  });
});

describe("a text cut to a length", () => {
  test("says so with «…», is never longer, and no character is split", () => {
    expect(cut("abc", 3)).toBe("abc");
    expect(cut("abcd", 3)).toBe("ab…");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const shown = cut(text, most);
        expect(shown.length).toBeLessThanOrEqual(most);
        if (!halfCharacter.test(text)) expect(shown).not.toMatch(halfCharacter);
        if (text.length > most) expect(text.startsWith(shown.slice(0, -1))).toBe(true);
        else expect(shown).toBe(text);
      }),
    );
  });
});
