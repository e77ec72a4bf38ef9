import { afterEach, beforeEach, vi } from "vitest";
import { makeReadArticle, type ReadArticleOptions } from "../../src/articles/read-article.js";
import type { Article, ArticleRead, Unreadable } from "../../src/core/article.js";
import { type LocalSite, localSite, page } from "./local-site.js";
import { knowsNoName, loopbackOnly } from "./loopback-only.js";

/** The time at which pages are read: epoch milliseconds. */
export const NOW = Date.UTC(2026, 10, 23);

const opened: { close(): Promise<void> }[] = [];

/** Fences each test of a file in, and closes what it opened. */
export function fencedIn(): void {
  beforeEach(() => void loopbackOnly());
  afterEach(async () => {
    vi.restoreAllMocks();
    await Promise.all(opened.splice(0).map((thing) => thing.close()));
  });
}

export function kept<T extends { close(): Promise<void> }>(thing: T): T {
  opened.push(thing);
  return thing;
}

export function unreadable(why: Unreadable): ArticleRead {
  return { kind: "unreadable", why };
}

/** Reads what a local site answers at its front page, or at another of its links. */
export function readSite(
  site: LocalSite,
  options: Partial<ReadArticleOptions> = {},
  link = site.origin,
): Promise<ArticleRead> {
  kept(site);
  return kept(makeReadArticle({ allowedHosts: [site.host], resolve: knowsNoName, ...options })).readArticle(
    link,
  );
}

/** Reads a page served at a path of a real server that has a name. */
export async function readPage(html: string | Buffer, type = "text/html; charset=utf-8") {
  const site = await localSite(page(html, type));
  const host = `www.news.example:${site.port}`;
  const options = { allowedHosts: [host], resolve: async () => ["127.0.0.1"], now: () => NOW };
  return { answer: await readSite(site, options, `http://${host}/a/story-1`), origin: `http://${host}` };
}

export async function articleOf(html: string | Buffer, type?: string): Promise<Article> {
  const { answer } = await readPage(html, type);
  if (answer.kind !== "read") throw new Error(`not read: ${JSON.stringify(answer)}`);
  return answer.article;
}
