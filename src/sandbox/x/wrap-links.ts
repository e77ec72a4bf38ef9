import { createHash } from "node:crypto";
import twitterText from "twitter-text";

/** A link of a post; `start` and `end` count code points of the text it stands in. */
export type WrappedLink = {
  start: number;
  end: number;
  url: string;
  expanded_url: string;
  display_url: string;
};

/**
 * The text as X gives it back: NFC, trimmed, every link it knows as `https://t.co/…`, and `&`, `<`, `>` escaped.
 * `salt` (the post's id) makes the short links the post's own and the same at every reading.
 */
export function wrapLinks(text: string, salt: string): { text: string; links: WrappedLink[] } {
  const stored = text.normalize("NFC").trim();
  const links: WrappedLink[] = [];
  let shown = "";
  let from = 0;
  for (const { url: found, indices } of twitterText.extractUrlsWithIndices(stored)) {
    shown += escapeMarkup(stored.slice(from, indices[0]));
    const url = shortLink(`${salt} ${links.length} ${found}`);
    const start = [...shown].length;
    links.push({
      start,
      end: start + url.length,
      url,
      expanded_url: /^https?:\/\//i.test(found) ? found : `http://${found}`,
      display_url: displayed(found),
    });
    shown += url;
    from = indices[1];
  }
  return { text: shown + escapeMarkup(stored.slice(from)), links };
}

/** A t.co address: ten letters and digits. */
export function shortLink(seed: string): string {
  const letters = createHash("sha256").update(seed).digest("base64").replace(/[+/=]/g, "");
  return `https://t.co/${letters.slice(0, 10)}`;
}

function escapeMarkup(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Without scheme and `www.`, a long path cut short, as X shows it. */
function displayed(url: string): string {
  const [, host = "", rest = ""] = /^(?:https?:\/\/)?(?:www\.)?([^/?#]*)(.*)$/is.exec(url) ?? [];
  const path = rest === "/" ? "" : rest;
  return path.length > 16 ? `${host}${path.slice(0, 16)}…` : `${host}${path}`;
}
