import { lookAlikes } from "./look-alikes.js";

/** A character a reader does not see, or takes for another. `index` counts UTF-16 units. */
export type HiddenCharacter = {
  readonly index: number;
  readonly codePoint: number;
  /** Blocks the one-press approval until removed or kept on purpose (DESIGN rule 8). */
  readonly blocking: boolean;
};

// Format, control, surrogates standing alone, line and paragraph separators, all that renderers skip, and blank Braille.
const suspect =
  /[\p{Cf}\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;
// Format characters by category, but with a visible shape: Arabic number signs, end of ayah, Kaithi numbers.
const visibleFormat = /^[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]$/u;

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Scripts whose letters join or stack, so that ZWJ and ZWNJ between them change what is read. */
const joining = [
  ...["Arabic", "Syriac", "Mongolian", "Nko", "Mandaic", "Phags_Pa", "Hanifi_Rohingya", "Adlam"],
  ...["Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam"],
  ...["Sinhala", "Tibetan", "Myanmar", "Khmer", "Balinese", "Javanese"],
];
const joiningLetter = `(?=[${joining.map((name) => `\\p{scx=${name}}`).join("")}])[\\p{L}\\p{M}]`;
const joinedHere = new RegExp(`${joiningLetter}$`, "u");
const joinsNext = new RegExp(`^${joiningLetter}`, "u");

// An emoji with whatever may hang on it, complete or not: whether it is one is asked of the whole. The v flag is
// younger than the compile target's syntax, not than the oldest Node we run on: no literals.
const emojiForms = [
  "\\p{Emoji}[\\uFE0F\\p{EMod}]?(?:\\u200D\\p{Emoji}[\\uFE0F\\p{EMod}]?)+",
  "\\p{RGI_Emoji}",
  "[\\p{Emoji}--[0-9#*]][\\uFE0E\\uFE0F]",
].join("|");
const emojiLike = new RegExp(emojiForms, "gv");
const rgiEmoji = "^\\p{RGI_Emoji}$";
const isEmoji = new RegExp(rgiEmoji, "v");
const isStyled = /^.[\uFE0E\uFE0F]$/su;

/** Finds what a reader cannot see, and look-alike letters in links, in the order they stand in the text. */
export function hiddenCharacters(text: string): readonly HiddenCharacter[] {
  const inEmoji = insideEmoji(text);
  const readsRightToLeft = rightToLeft.test(text);
  const found: HiddenCharacter[] = [];
  for (const match of text.matchAll(suspect)) {
    const [character] = match;
    const index = match.index;
    if (character === "\n" || visibleFormat.test(character)) continue;
    if (inEmoji.has(index)) continue;
    if (belongs(character, text.slice(0, index), text.slice(index + character.length))) continue;
    const directs = character === "\u200E" || character === "\u200F";
    found.push({ index, codePoint: character.codePointAt(0) ?? 0, blocking: !(directs && readsRightToLeft) });
  }
  const alike = lookAlikes(text).map((letter) => ({ ...letter, blocking: true }));
  return [...found, ...alike].sort((one, other) => one.index - other.index);
}

/** Whether an invisible character does its lawful work between these two. */
function belongs(character: string, before: string, after: string): boolean {
  if (character === "\u200C" || character === "\u200D")
    return joinedHere.test(before.slice(-2)) && joinsNext.test(after);
  if (/^[\u180B-\u180D\u180F]$/.test(character)) return /\p{Script=Mongolian}$/u.test(before.slice(-2));
  if (/^[\u{E0100}-\u{E01EF}]$/u.test(character)) return /\p{Unified_Ideograph}$/u.test(before.slice(-2));
  return false;
}

function insideEmoji(text: string): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const { 0: whole, index } of text.matchAll(emojiLike))
    if (isStyled.test(whole) || isEmoji.test(qualified(whole)))
      for (let at = index; at < index + whole.length; at++) inside.add(at);
  return inside;
}

/** Older keyboards leave out the emoji selectors that Unicode's list of emoji has: put them where they belong. */
function qualified(sequence: string): string {
  const bare = /[\u20E3\u{E0020}-\u{E007F}]/u.test(sequence);
  if (bare) return sequence;
  return sequence
    .replaceAll("\uFE0F", "")
    .replace(/(?!\p{Emoji_Presentation})\p{Extended_Pictographic}(?!\p{EMod})/gu, "$&\uFE0F");
}
