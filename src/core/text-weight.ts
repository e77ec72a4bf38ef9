import tt from "twitter-text";

/** What X makes of a text's length, in weighted characters. */
export type TextWeight = {
  /** The larger count: what X's own published code gives, whose emoji table stops in 2018. X may count so. */
  readonly weight: number;
  /** X's documented rule: as above, but every emoji weighs 2. Only this one decides whether a text fits. */
  readonly documented: number;
  readonly hasLink: boolean;
  readonly links: number;
  /** The text was not parsed: both weights are upper estimates, and the links are a guess. */
  readonly tooLongToCount: boolean;
};

/** Weighted characters one post may have. Source: X docs, counting characters. */
export const longestPost = 280;

// The library is quadratic in runs of dots: beyond this it is not asked. Far above what a post can hold.
const mostUnits = 4_000;

// The v flag is younger than the compile target's syntax, not than the oldest Node we run on: no literal.
const rgiEmoji = "\\p{RGI_Emoji}";
const emoji = new RegExp(rgiEmoji, "gv");

// Stands in for every emoji: one the library knows, so that links beside it are still found alike.
const knownEmoji = "\u{1F642}";

/** Weighs a text as X does. Normalises (NFC) for the counting only. Never throws. */
export function weigh(text: string): TextWeight {
  if (text.length > mostUnits) {
    const upper = text.length * 2;
    const hasLink = text.includes(".");
    return { weight: upper, documented: upper, hasLink, links: hasLink ? 1 : 0, tooLongToCount: true };
  }
  const composed = text.normalize("NFC");
  const published = tt.parseTweet(composed).weightedLength;
  const stoodIn = composed.replace(emoji, knownEmoji);
  const modern = stoodIn === composed ? published : tt.parseTweet(stoodIn).weightedLength;
  const links = Math.max(tt.extractUrls(composed).length, composed.match(/https?:\/\/\S/gi)?.length ?? 0);
  return {
    weight: Math.max(published, modern),
    documented: Math.min(published, modern),
    hasLink: links > 0,
    links,
    tooLongToCount: false,
  };
}

/** Whether X's documented rule takes this text as one post. */
export function fits(text: string): boolean {
  const { documented, tooLongToCount } = weigh(text);
  return !tooLongToCount && documented <= longestPost;
}

/** What X charges for creating this post, in US dollars. Source: X docs, pricing, August 2026. */
export function priceOfPost(text: string): 0.2 | 0.015 {
  return weigh(text).hasLink ? 0.2 : 0.015;
}
