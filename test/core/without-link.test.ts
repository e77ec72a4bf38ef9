import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carriesLink, withoutLink } from "../../src/core/without-link.js";

const link = "https://journal.example/a?b=1&c=(d)";

describe("a text without its link", () => {
  test.each([
    ["at the end of the line", `Worth a read. ${link}`, "Worth a read."],
    ["on a line of its own, at the end", `Worth a read.\n\n${link}\n`, "Worth a read."],
    ["at the beginning", `${link} is worth it`, "is worth it"],
    ["between words", `Read ${link} today`, "Read today"],
    ["between paragraphs", `One.\n\n${link}\n\nTwo.`, "One.\n\nTwo."],
    ["at the end of a paragraph", `One ${link}\n\nTwo.`, "One\n\nTwo."],
    ["before a full stop", `Read ${link}. Then think.`, "Read. Then think."],
    ["in French quotes", `Lisez «\u00a0${link}\u00a0» !`, "Lisez «\u00a0» !"],
    ["in brackets", `Read (${link}) now`, "Read () now"],
    ["twice", `${link} and again ${link}`, "and again"],
    ["twice in a row", `So: ${link} ${link} done`, "So: done"],
    ["alone", link, ""],
  ])("%s", (_, text, without) => {
    expect(carriesLink(text, link)).toBe(true);
    expect(withoutLink(text, link)).toBe(without);
  });
  test.each([
    ["there is none", "Worth  a read. \n"],
    ["it is the beginning of a longer one", `See ${link}/more`],
    ["it is a piece of another", `See https://archive.example/${link}`],
  ])("is as it was where %s", (_, text) => {
    expect(carriesLink(text, link)).toBe(false);
    expect(withoutLink(text, link)).toBe(text);
  });
  test("of words without a link of theirs is as it was", () => {
    expect(carriesLink("any", "")).toBe(false);
    expect(withoutLink(" any ", "")).toBe(" any ");
  });
  test("keeps every other sign, whatever stands around", () => {
    const words = fc.string({ unit: "grapheme", maxLength: 40 });
    const bare = (text: string) => text.replace(/\s/g, "");
    fc.assert(
      fc.property(words, words, (before, after) => {
        fc.pre(!before.includes("://") && !after.includes("://"));
        const left = withoutLink(`${before} ${link} ${after}`, link);
        expect(bare(left)).toBe(bare(before + after));
      }),
    );
  });
});
