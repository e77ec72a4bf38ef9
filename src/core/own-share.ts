/** How a post came about, told to her alone. */
export const ownKinds = ["as_suggested", "edited", "rewritten", "own_idea"] as const;
export type OwnKind = (typeof ownKinds)[number];

/** `share`: how many of the posted words are hers, 0 to 1. */
export type OwnShare = { readonly kind: OwnKind; readonly share: number };

/**
 * Compares what was posted with the draft she was given, word by word: the longest common run of words in order is the
 * draft's, the rest is hers. Links count for nothing. @param given null: nobody gave her a draft
 * @param locale whose rules say where words end; any tag, also none that exists
 */
export function ownShare(given: string | null, posted: string, locale: string): OwnShare {
  if (given === null) return { kind: "own_idea", share: 1 };
  if (withoutLinks(given) === withoutLinks(posted)) return { kind: "as_suggested", share: 0 };
  const [theirs, hers] = [wordsOf(given, locale), wordsOf(posted, locale)];
  const share = hers.length === 0 ? 0 : 1 - commonWords(theirs, hers) / hers.length;
  return { kind: share < 0.5 ? "edited" : "rewritten", share };
}

/** Line breaks and spaces that a link leaves behind are nobody's words either. */
function withoutLinks(text: string): string {
  return text
    .normalize("NFC")
    .replace(/https?:\/\/\S+/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Words as readers of the language see them, and emoji, which say something too; marks between them say nothing. */
export function wordsOf(text: string, locale: string): readonly string[] {
  const segments = segmenterFor(locale).segment(withoutLinks(text).toLowerCase());
  return [...segments]
    .filter(({ segment, isWordLike }) => isWordLike || /\p{Extended_Pictographic}/u.test(segment))
    .map(({ segment }) => segment);
}

/** The host's own where there is no such language: the scripts without spaces are told apart by every one of them. */
function segmenterFor(locale: string): Intl.Segmenter {
  const granularity = { granularity: "word" } as const;
  try {
    return new Intl.Segmenter(locale, granularity);
  } catch {
    return new Intl.Segmenter(undefined, granularity);
  }
}

/** The length of the longest sequence of words that stands in both in this order. */
function commonWords(one: readonly string[], other: readonly string[]): number {
  let before = new Uint16Array(other.length + 1);
  for (const word of one) {
    const row = new Uint16Array(other.length + 1);
    for (let at = 0; at < other.length; at++)
      row[at + 1] = word === other[at] ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, row[at] ?? 0);
    before = row;
  }
  return before.at(-1) ?? 0;
}
