/** Longest text kept of a page, in UTF-16 code units. */
const LONGEST_TEXT = 1_000;

/** Scripts whose letters join or stack: joiners between them are spelling. */
const JOINING = [
  "Arabic",
  "Syriac",
  "Nko",
  "Mongolian",
  "Devanagari",
  "Bengali",
  "Gurmukhi",
  "Gujarati",
  "Oriya",
  "Tamil",
  "Telugu",
  "Kannada",
  "Malayalam",
  "Sinhala",
  "Khmer",
  "Myanmar",
]
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join("");

/** Hidden characters that are part of ordinary writing, first in the alternation so that they are kept. */
const KEPT = [
  "\\u{1F3F4}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{2,6}\\u{E007F}", // the flags of England, Scotland, Wales
  "(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?=\\p{Extended_Pictographic})", // 👩‍💻
  "(?<=\\p{Extended_Pictographic}|[0-9#*])[\\uFE0E\\uFE0F]", // ❤️, 1️⃣
  `(?<=[${JOINING}])[\\u200C\\u200D](?=[${JOINING}])`,
].join("|");

/** Controls, formats, lone surrogates, variation selectors and tags: what shows as nothing, or turns the text around it. White space is left to be folded. */
const HIDDEN =
  "(?![\\t\\n\\v\\f\\r\\u0085])[\\p{Cc}\\p{Cf}\\p{Surrogate}\\p{Variation_Selector}\\p{Co}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0]|\\p{Noncharacter_Code_Point}";
const KEPT_OR_HIDDEN = new RegExp(`(${KEPT})|${HIDDEN}`, "gu");

/** Marks upon marks climb over the lines around them; no script in use needs more than these on one letter. */
const MARKS_TOO_MANY = /(\p{M}{5})\p{M}+/gu;

/** In text that is written right to left these place its punctuation; anywhere else they only hide. */
const MARKS = /^[\u200E\u200F\u061C]$/;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A page's text as one plain line: white space folded (the no-break spaces of French punctuation stay), hidden
 * characters gone but for those that emoji and joining scripts are written with, at most 1,000 code units.
 */
export function plainText(raw: string): string {
  const rightToLeft = RIGHT_TO_LEFT.test(raw);
  const shown = raw.replace(KEPT_OR_HIDDEN, (found: string, kept: string | undefined) =>
    kept !== undefined || (rightToLeft && MARKS.test(found)) ? found : "",
  );
  const folded = shown
    .replace(MARKS_TOO_MANY, "$1")
    .replace(/[\s\u0085]+/gu, (run) => (run === "\u00a0" || run === "\u202f" ? run : " "))
    .trim();
  if (folded.length <= LONGEST_TEXT) return folded;
  return folded
    .slice(0, LONGEST_TEXT - 1)
    .replace(/(?:\p{Surrogate}|\u200C|\u200D|\s)+$/u, "")
    .concat("…");
}
