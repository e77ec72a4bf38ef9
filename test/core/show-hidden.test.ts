import { describe, expect, test } from "vitest";
import { codePointName } from "../../src/core/code-point-name.js";
import { showHidden, withoutHidden } from "../../src/core/show-hidden.js";

const told = (text: string) =>
  showHidden(text).map(({ name, before, blocking, times }) => [name, before, blocking, times]);

describe("hidden characters are shown by name and place", () => {
  test("each with the words seen before it, in their order", () => {
    expect(told("Trains de nuit\u202E enfin, avec\u200B nous")).toEqual([
      ["U+202E RIGHT-TO-LEFT OVERRIDE", "Trains de nuit", true, 1],
      ["U+200B ZERO WIDTH SPACE", "nuit enfin, avec", true, 1],
    ]);
  });
  test("the same one in a row once, counted", () => {
    expect(told("mot\u200B\u200B\u200Bmot\u200B")).toEqual([
      ["U+200B ZERO WIDTH SPACE", "mot", true, 3],
      ["U+200B ZERO WIDTH SPACE", "motmot", true, 1],
    ]);
  });
  test("at the beginning of a text there are no words before it", () => {
    expect(told("\uFEFFBonjour")).toEqual([["U+FEFF ZERO WIDTH NO-BREAK SPACE", "", true, 1]]);
  });
  test("a mark of direction in right-to-left text is named and does not block", () => {
    expect(told("שלום\u200F!")).toEqual([["U+200F RIGHT-TO-LEFT MARK", "שלום", false, 1]]);
  });
  test("a letter that passes for another stands there itself", () => {
    const [letter] = showHidden("see https://p\u0430ypal.com");
    expect(letter).toMatchObject({ letter: "\u0430", name: "U+0430", blocking: true });
    expect(letter?.before).toBe("see https://p");
  });
  test("the words before it hold no hidden character themselves, and no half of one", () => {
    const shown = showHidden(`${"👩🏽‍🔬".repeat(40)}\u202Eabc\u2066x\u{E0041}\u{E0042}`);
    for (const { before } of shown) {
      expect(before).not.toMatch(/[\u202E\u2066\u{E0041}]|^[\udc00-\udfff]/u);
      expect(before.length).toBeLessThanOrEqual(40);
    }
    expect(shown.map(({ name }) => name)).toEqual([
      "U+202E RIGHT-TO-LEFT OVERRIDE",
      "U+2066 LEFT-TO-RIGHT ISOLATE",
      "U+E0041 TAG A",
      "U+E0042 TAG B",
    ]);
  });
  test.each([
    ["a scientist and a heart", "👩‍💻 ❤️"],
    ["the flag of England", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
    ["Persian with its half spaces", "می\u200Cخواهم"],
    ["Hebrew and Arabic with their marks", "שָׁלוֹם السَّلَامُ"],
    ["French with its narrow spaces", "«\u00A0Enfin\u202F!\u00A0»"],
    ["emoji of 2025", "🫩 🫆 \u{1F6D8} \u{1FAC8}"],
  ])("ordinary text shows nothing: %s", (_, text) => {
    expect(showHidden(text)).toEqual([]);
  });
});

describe("a character's name", () => {
  test.each([
    [0xfe0f, "U+FE0F VARIATION SELECTOR-16"],
    [0xe0100, "U+E0100 VARIATION SELECTOR-17"],
    [0xe0061, "U+E0061 TAG a"],
    [0xe007f, "U+E007F CANCEL TAG"],
    [0xd83d, "U+D83D HALF OF A PAIR"],
    [0x7, "U+0007"],
  ])("%i", (codePoint, name) => {
    expect(codePointName(codePoint)).toBe(name);
  });
});

describe("words that are only read lose what hides in them", () => {
  test.each([
    [
      "nothing to lose",
      "C’est l’été 🌞\n«\u00A0oui\u00A0» 👩‍💻",
      "C’est l’été 🌞\n«\u00A0oui\u00A0» 👩‍💻",
      0,
    ],
    ["overrides, controls and blanks", "a\u202Eb\u0007c\u200Bd", "abcd", 3],
    ["tabs become spaces, and are nothing lost", "a\tb\r\nc", "a b \nc", 0],
    ["letters in links stay as they are", "https://p\u0430ypal.com\u202E", "https://p\u0430ypal.com", 1],
    ["marks of direction in right-to-left text stay", "שלום\u200F!", "שלום\u200F!", 0],
  ])("%s", (_, text, kept, left) => {
    expect(withoutHidden(text)).toEqual({ text: kept, left });
  });
});
