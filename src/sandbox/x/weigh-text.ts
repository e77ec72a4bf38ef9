import twitterText from "twitter-text";

/** What one post may weigh, by subscription. */
export const weightLimits = { standard: 280, premium: 25_000 } as const;

/**
 * twitter-text is quadratic: 50,000 characters of `a.` block for seconds. No text of 280 (25,000) has reason to be
 * longer than this many UTF-16 units.
 */
export const longestParsed = { standard: 10_000, premium: 40_000 } as const;

// A plain string: the compile target is older than the `v` flag, Node 20 is not.
const flags: string = "gv";
const emoji = new RegExp("\\p{RGI_Emoji}", flags);

/**
 * X's documented weighted length, in characters of 280: every emoji weighs 2, every link 23. twitter-text's emoji
 * table ends in 2018 and counts newer sequences by their parts, so each emoji is handed to it as one it knows.
 */
export function weighText(text: string): number {
  return twitterText.parseTweet(text.normalize("NFC").replace(emoji, "😀")).weightedLength;
}
