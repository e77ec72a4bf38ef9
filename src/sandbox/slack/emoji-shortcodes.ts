import { createRequire } from "node:module";

type EmojiEntry = {
  unified: string;
  short_name: string;
  skin_variations?: Record<string, { unified: string }>;
};

const TONES = ["1F3FB", "1F3FC", "1F3FD", "1F3FE", "1F3FF"];
const MAY_HOLD_EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

const characters = new Intl.Segmenter("en", { granularity: "grapheme" });
let shortcodes: Map<string, string> | undefined;

/** Replaces emoji by the shortcodes Slack's client sends instead: `:wave:`, `:wave::skin-tone-3:`. */
export function withShortcodes(text: string): string {
  // Most texts have none: the table of 3,700 entries is read only when it is needed.
  if (!MAY_HOLD_EMOJI.test(text)) return text;
  shortcodes ??= readShortcodes();
  let altered = "";
  for (const { segment } of characters.segment(text)) altered += shortcodes.get(segment) ?? segment;
  return altered;
}

function readShortcodes(): Map<string, string> {
  const entries = createRequire(import.meta.url)("emoji-datasource/emoji.json") as EmojiEntry[];
  const names = new Map<string, string>();
  for (const entry of entries) {
    names.set(emoji(entry.unified), `:${entry.short_name}:`);
    for (const [tones, variation] of Object.entries(entry.skin_variations ?? {})) {
      names.set(emoji(variation.unified), `:${entry.short_name}::skin-tone-${toneNumbers(tones)}:`);
    }
  }
  return names;
}

const emoji = (unified: string) =>
  String.fromCodePoint(...unified.split("-").map((code) => Number.parseInt(code, 16)));

/** Slack counts the five skin tones from 2 to 6. */
const toneNumbers = (tones: string) =>
  tones
    .split("-")
    .map((tone) => TONES.indexOf(tone) + 2)
    .join("-");
