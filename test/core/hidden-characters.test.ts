import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { hiddenCharacters } from "../../src/core/hidden-characters.js";

const blocking = (text: string) =>
  hiddenCharacters(text)
    .filter((hidden) => hidden.blocking)
    .map((hidden) => hidden.codePoint);

describe("hidden characters", () => {
  it.each([
    [
      "French with its narrow and wide fixed spaces",
      "«\u00A0Bravo\u202F!\u00A0» — l’été, déjà œuvré\nà la ligne",
    ],
    ["families, flags, keycaps, tones", "👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇫🇷 1️⃣ #️⃣ 👍🏿 ❤️‍🔥 🏳️‍⚧️ 🫱🏻‍🫲🏿"],
    ["emoji of keyboards that leave selectors out", "❤\u200D🔥 🏳\u200D🌈 🕵\u200D♂\uFE0F 👩\u200D❤\u200D👨"],
    ["text and picture styles of one sign", "☺\uFE0E ☺\uFE0F ©\uFE0E ↔\uFE0F"],
    ["Persian, with its half spaces", "می\u200Cخواهم کتاب\u200Cها"],
    ["Hindi and Sinhala, with their joiners", "क्\u200Dष र्\u200Dय ශ්\u200Dරී"],
    ["Arabic number signs, which are seen", "\u06DD١٢"],
    ["an ideograph's variant and a Mongolian one", "葛\u{E0100} ᠠ\u180B"],
    [
      "links in letters of one script",
      "https://münchen.de https://пример.рф https://例え.jp https://fr.wikipedia.org/wiki/Économie",
    ],
    [
      "foreign words around plain links",
      "Читайте https://example.com, 请看https://example.com。谢谢 Привет.Мир",
    ],
    ["a sentence without its space", "C’est fait.Été après été.Ça va"],
  ])("are none in %s", (_what, text) => {
    expect(hiddenCharacters(text)).toEqual([]);
  });

  it("are none in any emoji of the list Slack uses", () => {
    const list: readonly { unified: string; skin_variations?: Record<string, { unified: string }> }[] =
      createRequire(import.meta.url)("emoji-datasource/emoji.json");
    const emoji = list
      .flatMap((one) => [one, ...Object.values(one.skin_variations ?? {})])
      .map(({ unified }) =>
        String.fromCodePoint(...unified.split("-").map((unit) => Number.parseInt(unit, 16))),
      );
    expect(emoji.filter((one) => hiddenCharacters(`a${one}b`).length > 0)).toEqual([]);
  });

  it.each([
    ["a zero-width space", "mot\u200Bmot", [0x200b]],
    ["joiners between Latin letters", "a\u200Db\u200Cc", [0x200d, 0x200c]],
    ["a joiner at the end of a Persian word", "می\u200C ", [0x200c]],
    ["a joiner between emoji that make none", "😀\u200D😀", [0x200d]],
    [
      "bidirectional overrides and isolates",
      "\u202Eabc\u202C \u2066x\u2069",
      [0x202e, 0x202c, 0x2066, 0x2069],
    ],
    ["bidirectional overrides in Hebrew too", "שלום\u202E", [0x202e]],
    ["marks of direction in a left-to-right text", "abc\u200F\u200E", [0x200f, 0x200e]],
    ["a byte order mark, a word joiner, a soft hyphen", "\uFEFFa\u2060b\u00ADc", [0xfeff, 0x2060, 0xad]],
    ["control characters but the line feed", "a\u0000b\tc\rd\u0085\ne", [0, 9, 13, 0x85]],
    ["line and paragraph separators", "a\u2028b\u2029c", [0x2028, 0x2029]],
    ["selectors after what they do not belong to", "a\uFE0F 1\uFE0F ❤\uFE0F\uFE0F", [0xfe0f, 0xfe0f, 0xfe0f]],
    ["a message hidden in selectors", "😀\u{E0148}\u{E0149}", [0xe0148, 0xe0149]],
    [
      "tags without a flag, and in a flag there is none of",
      "a\u{E0061} 🏴\u{E0061}\u{E007F}",
      [0xe0061, 0xe0061, 0xe007f],
    ],
    ["letters that are blank", "a\u3164b\u115Fc\uFFA0d\u2800e", [0x3164, 0x115f, 0xffa0, 0x2800]],
    ["half of a surrogate pair", "a\uD83D b", [0xd83d]],
    ["code points that are no characters", "a\uFFFE", [0xfffe]],
  ])("that block: %s", (_what, text, found) => {
    expect(blocking(text)).toEqual(found);
    expect(hiddenCharacters(text)).toHaveLength(found.length);
  });

  it("are told with their place in UTF-16 units, in order", () => {
    expect(hiddenCharacters("😀a\u200Bb https://еxample.com\u200B")).toEqual([
      { index: 3, codePoint: 0x200b, blocking: true },
      { index: 14, codePoint: 0x435, blocking: true },
      { index: 25, codePoint: 0x200b, blocking: true },
    ]);
  });

  it("do not block where marks of direction stand in a right-to-left text", () => {
    expect(hiddenCharacters("שלום\u200F X\u200E")).toEqual([
      { index: 4, codePoint: 0x200f, blocking: false },
      { index: 7, codePoint: 0x200e, blocking: false },
    ]);
  });
});

describe("look-alike letters in links", () => {
  it.each([
    ["a Cyrillic letter among Latin ones", "https://pаypal.com/x", [0x430]],
    ["the same without a scheme", "voir pаypal.com", [0x430]],
    ["a whole label that reads as Latin", "https://аррӏе.com", [0x430, 0x440, 0x440, 0x4cf, 0x435]],
    ["a Greek letter", "https://gοοgle.com", [0x3bf, 0x3bf]],
    ["full-width letters and dots", "https://ｅxample．com", [0xff45, 0xff0e]],
    ["an i without its dot", "https://wıkipedia.org", [0x131]],
    ["mathematical letters", "https://exam𝐩le.com", [0x1d429]],
    ["in the user part", "https://аbc@example.com", [0x430]],
    ["with a port", "https://pаypal.com:443/", [0x430]],
  ])("block: %s", (_what, text, found) => {
    expect(blocking(text)).toEqual(found);
  });

  it("are looked for in a very long text at once", () => {
    expect(hiddenCharacters("a.".repeat(50_000))).toEqual([]);
    expect(hiddenCharacters(".".repeat(100_000))).toEqual([]);
    expect(hiddenCharacters("\u200B".repeat(20_000))).toHaveLength(20_000);
  });
});
