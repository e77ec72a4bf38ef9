import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownShare, wordsOf } from "../../src/core/own-share.js";

const text = fc.string({ unit: "grapheme", maxLength: 80 });
const sentence = fc.array(fc.constantFrom("the", "plant", "Été", "工場", "خط", "🎉", "a1"), {
  maxLength: 40,
});

describe("what was posted, beside the draft she was given:", () => {
  test.each([
    ["the same", "Worth a read.", "Worth a read.", "as_suggested", 0],
    ["without the link", "Worth a read.\nhttps://a.example/x", "Worth a read.", "as_suggested", 0],
    ["accents spelled otherwise", "Déjà vu", "De\u0301ja\u0300 vu", "as_suggested", 0],
    ["another stop", "Worth a read.", "Worth a read!", "edited", 0],
    ["another case", "worth a read", "Worth a READ", "edited", 0],
    ["fewer words", "Worth a read, really", "Worth a read", "edited", 0],
    ["one word of four", "Worth a good read", "Worth a second read", "edited", 0.25],
    ["half", "one two three four", "one two drei vier", "rewritten", 0.5],
    ["all", "Worth a read", "We opened today", "rewritten", 1],
    ["in another order", "one two three", "three two one", "rewritten", 2 / 3],
    ["an emoji added", "We opened", "We opened 🎉", "edited", 1 / 3],
    ["emoji alone", "Worth it", "👩🏽‍🔬", "rewritten", 1],
    ["Japanese", "今日は工場を開きました", "今日は学校を開きました", "edited", null],
    ["Arabic", "افتتحنا المصنع اليوم", "افتتحنا المدرسة اليوم", "edited", 1 / 3],
    ["marks alone", "Worth it", "…", "edited", 0],
    ["nothing given but a link", "https://a.example/x", "We opened today", "rewritten", 1],
    ["nothing at all", "", "", "as_suggested", 0],
  ])("%s", (_, given, posted, kind, share) => {
    const found = ownShare(given, posted, "en");
    expect(found.kind).toBe(kind);
    if (share !== null) expect(found.share).toBeCloseTo(share);
    else expect([found.share > 0, found.share < 0.5]).toEqual([true, true]);
  });
  test("nothing was given: her own idea, and all hers", () => {
    expect(ownShare(null, "We opened today", "en")).toEqual({ kind: "own_idea", share: 1 });
    expect(ownShare(null, "", "en")).toEqual({ kind: "own_idea", share: 1 });
  });
});

describe("the share of her words", () => {
  test("lies between none and all, whatever the texts", () => {
    fc.assert(
      fc.property(text, text, (given, posted) => {
        const { share } = ownShare(given, posted, "fr");
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });
  test("is none where nothing was changed", () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(ownShare(given, given, "fr")).toEqual({ kind: "as_suggested", share: 0 });
      }),
    );
  });
  test("is none where words were only left out, and grows by what she adds", () => {
    fc.assert(
      fc.property(sentence, fc.nat(40), fc.integer({ min: 1, max: 9 }), (words, left, added) => {
        const kept = words.filter((_, at) => at !== left);
        expect(ownShare(words.join(" "), kept.join(" "), "en").share).toBe(0);
        const hers = Array.from({ length: added }, (_, n) => `mine${n}`);
        const posted = [...words, ...hers].join(" ");
        const counted = wordsOf(posted, "en").length;
        expect(ownShare(words.join(" "), posted, "en").share).toBeCloseTo(added / counted);
      }),
    );
  });
});

test("a language that does not exist is no trouble", () => {
  for (const locale of ["", "nonsense", "x".repeat(500), "fr_FR", "und"])
    expect(wordsOf("We opened https://a.example today", locale)).toEqual(["we", "opened", "today"]);
});
