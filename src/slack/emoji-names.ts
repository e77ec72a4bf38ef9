import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** One entry of emoji-datasource's list, as far as it is read here. */
type Listed = {
  readonly unified: string;
  readonly short_names: readonly string[];
  readonly skin_variations?: Readonly<Record<string, { readonly unified: string }>>;
};

let names: ReadonlyMap<string, string> | undefined;

/**
 * Slack's names of emoji and what they stand for, with skin tones as `name::skin-tone-2` … `-6` (two people:
 * `name::skin-tone-2-5`). Read once, at the first call, in some 20 ms. Source: emoji-datasource, the list Slack uses.
 */
export function emojiNames(): ReadonlyMap<string, string> {
  names ??= readNames();
  return names;
}

function readNames(): ReadonlyMap<string, string> {
  // Read as a file and not required: the parsed megabyte may then be forgotten.
  const path = createRequire(import.meta.url).resolve("emoji-datasource/emoji.json");
  const list: readonly Listed[] = JSON.parse(readFileSync(path, "utf8"));
  const found = new Map<string, string>();
  for (const { unified, short_names, skin_variations = {} } of list)
    for (const name of short_names) {
      found.set(name, characters(unified));
      for (const [tones, variation] of Object.entries(skin_variations))
        for (const suffix of toneSuffixes(tones))
          found.set(`${name}::skin-tone-${suffix}`, characters(variation.unified));
    }
  return found;
}

/** `1F3FB` is tone 2 … `1F3FF` tone 6; two equal tones are also asked for as one. */
function toneSuffixes(tones: string): readonly string[] {
  const numbers = tones.split("-").map((tone) => Number.parseInt(tone, 16) - 0x1f3fb + 2);
  return numbers[0] === numbers[1] ? [`${numbers[0]}`, numbers.join("-")] : [numbers.join("-")];
}

function characters(unified: string): string {
  return String.fromCodePoint(...unified.split("-").map((unit) => Number.parseInt(unit, 16)));
}
