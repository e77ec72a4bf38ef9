import { setMaxListeners } from "node:events";
import type { ArticleRead } from "../core/article.js";
import { articleFromMetadata } from "./article-from-metadata.js";
import { atMostAtOnce } from "./at-most-at-once.js";
import { checkHop, checkLink } from "./check-link.js";
import { decodePage } from "./decode-page.js";
import { type Fetched, type FetchNeeds, fetchPage } from "./fetch-page.js";
import { readPageMetadata } from "./page-metadata.js";
import { type Resolve, resolveByDns } from "./resolve-safely.js";
import { isDoor, standInPage } from "./stand-in-page.js";
import { structuredArticle } from "./structured-article.js";
import { whyUnreadable } from "./why-unreadable.js";

const MOST_FETCHED_AT_ONCE = 6;

export type ReadArticleOptions = {
  /** `host:port` on loopback that may be read besides the public internet: sandbox and tests only. */
  readonly allowedHosts: readonly string[];
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly resolve?: Resolve;
  /** For the whole fetching of one article, redirects included; milliseconds. */
  readonly deadlineMs?: number;
  /** Most that is read of a page, unpacked; bytes. */
  readonly maxBytes?: number;
};

export type ArticleReader = {
  /** Never rejects for what the network or the page does. */
  readArticle(link: string): Promise<ArticleRead>;
  /** Ends the readings under way (as `unreachable`) and resolves when they have ended; later ones end at once. */
  close(): Promise<void>;
};

/** Reads articles at links that strangers may have chosen: public addresses only, within limits of time, size and depth. */
export function makeReadArticle(options: ReadArticleOptions): ArticleReader {
  const {
    allowedHosts,
    now = Date.now,
    resolve = resolveByDns,
    deadlineMs = 5_000,
    maxBytes = 1_000_000,
  } = options;
  const needs: FetchNeeds = { resolve, allowedHosts, limits: { deadlineMs, maxBytes } };
  const closing = new AbortController();
  // One listener for each reading under way: many is no leak.
  setMaxListeners(0, closing.signal);
  const underWay = new Set<Promise<ArticleRead>>();
  // What many pages bring at the same moment would make one long turn of the event loop.
  const fetching = atMostAtOnce(MOST_FETCHED_AT_ONCE);
  const parsing = atMostAtOnce(1);

  async function read(link: string): Promise<ArticleRead> {
    const refusal = checkLink(link, allowedHosts);
    if (refusal !== null) return { kind: "refused", why: refusal };
    const fetched = await fetching(() => fetchWithin(new URL(link)));
    if (fetched.kind !== "page") return fetched;
    if (isDoor(new URL(link), fetched.url)) return { kind: "unreadable", why: "needs_sign_in" };
    return parsing(() => articleOf(fetched, new URL(link)));
  }

  async function fetchWithin(url: URL): Promise<Fetched> {
    // Not AbortSignal.any over AbortSignal.timeout: Node 20 may collect that timer before it rings.
    const stop = new AbortController();
    setMaxListeners(0, stop.signal);
    const onClose = () => stop.abort();
    closing.signal.addEventListener("abort", onClose);
    const timer = setTimeout(onClose, deadlineMs);
    try {
      return closing.signal.aborted
        ? { kind: "unreadable", why: "unreachable" }
        : await fetchPage(url, needs, stop.signal);
    } catch (error) {
      if (stop.signal.aborted)
        return { kind: "unreadable", why: closing.signal.aborted ? "unreachable" : "too_slow" };
      const why = whyUnreadable(error);
      if (why === null) throw error;
      return { kind: "unreadable", why };
    } finally {
      clearTimeout(timer);
      closing.signal.removeEventListener("abort", onClose);
    }
  }

  async function articleOf(fetched: Fetched & { kind: "page" }, asked: URL): Promise<ArticleRead> {
    const page = await readPageMetadata(await decodePage(fetched.bytes, fetched.contentType));
    const standIn = standInPage(page);
    if (standIn !== null) return { kind: "unreadable", why: standIn };
    const article = articleFromMetadata({
      page,
      structured: await structuredArticle(page.structured, fetched.url),
      url: fetched.url,
      asked,
      isPublicLink: (link) => checkHop(link, allowedHosts) === null,
      now: now(),
    });
    if (article !== null) return { kind: "read", article };
    return { kind: "unreadable", why: fetched.cut ? "too_large" : "empty_page" };
  }

  return {
    readArticle(link) {
      const reading = read(link).finally(() => underWay.delete(reading));
      underWay.add(reading);
      return reading;
    },
    async close() {
      closing.abort();
      await Promise.allSettled(underWay);
    },
  };
}
