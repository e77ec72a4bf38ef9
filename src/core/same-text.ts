import tt from "twitter-text";
import { readUrl } from "./read-url.js";

// Beyond this the search for links takes too long (text-weight.ts); X's own texts end at 25,000.
const mostUnits = 4_000;

/**
 * Whether a text on the timeline (t.co expanded, HTML unescaped) is ours. X trims it, folds white space and completes
 * links: a scheme, a closing slash, punycode, percent signs. Nothing else may differ.
 */
export function sameText(ours: string, theirs: string): boolean {
  return comparable(ours) === comparable(theirs);
}

function comparable(text: string): string {
  const folded = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (folded.length > mostUnits) return folded;
  let result = "";
  let end = 0;
  for (const { url, indices } of tt.extractUrlsWithIndices(folded)) {
    result += folded.slice(end, indices[0]) + comparableLink(url);
    end = indices[1];
  }
  return result + folded.slice(end);
}

function comparableLink(link: string): string {
  const whole = /^https?:\/\//i.test(link) ? link : `https://${link}`;
  const url = readUrl(whole);
  if (!url) return link;
  const { host, pathname, search, hash } = url;
  return host + pathname.replace(/\/$/, "") + search + hash;
}
