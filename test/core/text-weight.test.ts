import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fits, priceOfPost, weigh } from "../../src/core/text-weight.js";

const unicode = Number(process.versions.unicode);

describe("the weight of a text", () => {
  it.each([
    ...["🧑‍🤝‍🧑", "👩‍🦽", "❤️‍🔥", "😮‍💨", "🏳️‍⚧️", "🐻‍❄️", "🫱🏻‍🫲🏿", "🫶🏽", "🥷🏽", "🙂‍↔️", "🐦‍🔥", "🧑‍🧑‍🧒"],
    ...["👨‍👩‍👧‍👦", "🇫🇷", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "#️⃣", "❤️", "©️", "🫡", "🫨", "👍🏿"],
    ...(unicode >= 16 ? ["🇨🇶"] : []),
    ...(unicode >= 17 ? ["🧑🏻‍🐰‍🧑🏼"] : []),
  ])("is 2 for the emoji %s, alone, in a row and beside a link", (emoji) => {
    expect(weigh(emoji).documented).toBe(2);
    expect(weigh(`a${emoji}${emoji} b`).documented).toBe(7);
    expect(weigh(`${emoji} https://example.com/a ${emoji}`).documented).toBe(29);
  });

  it("is 2 for every emoji of the list Slack uses, in every skin tone", () => {
    const list: readonly { unified: string; skin_variations?: Record<string, { unified: string }> }[] =
      createRequire(import.meta.url)("emoji-datasource/emoji.json");
    const all = list.flatMap((emoji) => [emoji, ...Object.values(emoji.skin_variations ?? {})]);
    const emoji = all.map(({ unified }) =>
      String.fromCodePoint(...unified.split("-").map((unit) => Number.parseInt(unit, 16))),
    );
    expect(emoji.length).toBeGreaterThan(3_000);
    expect(emoji.filter((one) => weigh(one).documented !== 2)).toEqual([]);
  });

  it("keeps X's own older count of newer emoji as the larger weight", () => {
    expect(weigh("👩‍🦽")).toMatchObject({ weight: 5, documented: 2 });
    expect(weigh("🫱🏻‍🫲🏿")).toMatchObject({ weight: 9, documented: 2 });
    expect(weigh("👍")).toMatchObject({ weight: 2, documented: 2 });
  });

  it.each([
    ["é œ Œ « » \u00A0", 11],
    ["L’été, déjà…", 13],
    ["10 € • →", 11],
    ["Le\u202Fmot", 7],
    ["ก", 1],
    ["ไทย", 3],
    ["नमस्ते", 6],
    ["漢字", 4],
    ["かな", 4],
    ["한글", 4],
    ["𝐛", 2],
    ["ế", 2],
  ])("of «%s» is %i", (text, weight) => {
    expect(weigh(text)).toMatchObject({ weight, documented: weight, hasLink: false, links: 0 });
  });

  it.each([
    ["https://example.com/a/very/long/path?with=parameters&and=more#and-a-fragment", 23, 1],
    ["example.com", 23, 1],
    ["README.md", 23, 1],
    ["http://localhost:3000/x", 23, 1],
    ["Lire https://example.org et example.com", 55, 2],
    // Not found by X's published code, so counted letter by letter; a reader still sees a link.
    ["http://127.0.0.1/x", 18, 1],
    ["https://u:p@example.com/x", 25, 1],
  ])("of «%s» is %i, with %i links", (text, documented, links) => {
    expect(weigh(text)).toMatchObject({ documented, links, hasLink: true });
  });

  it("is the same for a composed and a decomposed text, and never throws", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
        .map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.constantFrom("a.", "é", "https://", "x.com", "👩", "\u200D", "🦽", "\uFE0F", "한", " "), {
          maxLength: 30,
        })
        .map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (any) => {
        const { weight, documented } = weigh(any);
        expect(documented).toBeLessThanOrEqual(weight);
        expect(weigh(any.normalize("NFC"))).toEqual(weigh(any));
        expect(weigh(any.normalize("NFD"))).toEqual(weigh(any));
      }),
      { numRuns: 500 },
    );
  });

  it("answers at once for a text far too long to parse, with an upper estimate", () => {
    // Parsed, this one would hold the process for seconds.
    const text = "a.".repeat(50_000);
    expect(weigh(text)).toEqual({
      weight: 200_000,
      documented: 200_000,
      hasLink: true,
      links: 1,
      tooLongToCount: true,
    });
    expect(fits(text)).toBe(false);
    expect(weigh("a".repeat(4_000)).tooLongToCount).toBe(false);
  });
});

describe("what fits and what it costs", () => {
  it("fits up to 280 by the documented rule, even where the older count says more", () => {
    expect(fits("a".repeat(280))).toBe(true);
    expect(fits("a".repeat(281))).toBe(false);
    expect(fits("👩‍🦽".repeat(140))).toBe(true);
    expect(weigh("👩‍🦽".repeat(140)).weight).toBe(700);
    expect(fits(`${"a".repeat(256)} https://example.com/${"b".repeat(300)}`)).toBe(true);
    expect(fits(`${"a".repeat(257)} https://example.com/`)).toBe(false);
  });

  it("costs more with a link, a bare one included", () => {
    expect(priceOfPost("Bravo à toute l’équipe !")).toBe(0.015);
    expect(priceOfPost("À lire : https://example.com/a")).toBe(0.2);
    expect(priceOfPost("À lire : example.com")).toBe(0.2);
  });
});
