import { codePointName } from "./code-point-name.js";
import { hiddenCharacters } from "./hidden-characters.js";
import { lookAlikes } from "./look-alikes.js";

/** A character a reader does not see, or takes for another, so that it can be shown: what it is, and where. */
export type ShownHidden = {
  readonly codePoint: number;
  /** «U+202E RIGHT-TO-LEFT OVERRIDE»: Unicode's own, the same in every language. */
  readonly name: string;
  /** The letter itself, where it can be seen and only passes for another. */
  readonly letter: string | null;
  /** Blocks the one-press approval until removed or kept on purpose (DESIGN rule 8). */
  readonly blocking: boolean;
  /** The words seen right before it: plain text of a stranger's; empty where it begins the text. */
  readonly before: string;
  /** How many of the same stand in a row there. */
  readonly times: number;
};

/** Words before it that are shown, and the most of them, in UTF-16 units. */
const wordsBefore = 3;
const longestBefore = 40;

/** The hidden and look-alike characters of a text in their order; the same one in a row is told once, counted. */
export function showHidden(text: string): readonly ShownHidden[] {
  const found = hiddenCharacters(text);
  if (found.length === 0) return [];
  const seen = new Set(lookAlikes(text).map(({ index }) => index));
  const unseen = found.filter(({ index }) => !seen.has(index));
  const shown: ShownHidden[] = [];
  let end = -1;
  for (const { index, codePoint, blocking } of found) {
    const character = String.fromCodePoint(codePoint);
    const last = shown.at(-1);
    if (last && last.codePoint === codePoint && end === index) {
      shown[shown.length - 1] = { ...last, times: last.times + 1 };
    } else {
      shown.push({
        codePoint,
        name: codePointName(codePoint),
        letter: seen.has(index) ? character : null,
        blocking,
        before: lastWords(visibleUntil(text, index, unseen)),
        times: 1,
      });
    }
    end = index + character.length;
  }
  return shown;
}

/** A text without its blocking hidden characters, for words that are read and never posted; letters in links stay. */
export function withoutHidden(text: string): { readonly text: string; readonly left: number } {
  const alike = new Set(lookAlikes(text).map(({ index }) => index));
  let kept = "";
  let end = 0;
  let left = 0;
  for (const { index, codePoint, blocking } of hiddenCharacters(text)) {
    if (!blocking || alike.has(index)) continue;
    const character = String.fromCodePoint(codePoint);
    const space = /^\s$/.test(character) && character !== "\uFEFF";
    kept += text.slice(end, index) + (space ? " " : "");
    end = index + character.length;
    if (!space) left += 1;
  }
  return { text: kept + text.slice(end), left };
}

type Unseen = { readonly index: number; readonly codePoint: number };

function visibleUntil(text: string, end: number, unseen: readonly Unseen[]): string {
  // Words enough for what is shown, however long the text is.
  const start = Math.max(0, end - 200);
  let visible = "";
  let at = start;
  for (const { index, codePoint } of unseen) {
    if (index < start || index >= end) continue;
    visible += text.slice(at, index);
    at = index + String.fromCodePoint(codePoint).length;
  }
  return visible + text.slice(at, end);
}

function lastWords(text: string): string {
  const words = text.trim().split(/\s+/).slice(-wordsBefore).join(" ");
  return words.slice(-longestBefore).replace(/^[\udc00-\udfff]/, "");
}
