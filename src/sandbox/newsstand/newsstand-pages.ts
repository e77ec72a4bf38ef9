import iconv from "iconv-lite";
import { articlesOfEnergy } from "./articles-of-energy.js";
import { articlesOfTransport } from "./articles-of-transport.js";
import { articlesOfWork } from "./articles-of-work.js";
import { drawLogo } from "./draw-logo.js";
import { drawPicture } from "./draw-picture.js";
import { referenceHtml } from "./escape-html.js";
import type { NewsArticle, Publication } from "./news-article.js";
import { newsstand } from "./publications.js";
import { renderPage, renderShelf } from "./render-page.js";
import { writePdf } from "./write-pdf.js";

/** One thing on the shelf; several can be the same article. */
export type ShelfEntry = { path: string; title: string; language: string; about: string };

/** What a path answers. `slow`: only after the slow time. */
export type Page =
  | { kind: "content"; type: string; body: Buffer; slow: boolean }
  | { kind: "redirect"; to: string; status: 301 | 302 };

const articles: readonly NewsArticle[] = [...articlesOfTransport, ...articlesOfEnergy, ...articlesOfWork];

const report: ShelfEntry = {
  path: "/harbour-ledger/annual-report.pdf",
  title: "Annual report of the harbour (PDF)",
  language: "en-GB",
  about: "A PDF, not a page: nothing to read a title from",
};
const gone: ShelfEntry = {
  path: "/harbour-ledger/ferry-tickets",
  title: "Ferry tickets go paperless (removed)",
  language: "en-GB",
  about: "The page is gone: 404",
};

/** What a newcomer meets first: well-made articles, English as the page is, and one French. */
const front = [
  "/harbour-ledger/quay-batteries",
  "/fil-du-rail/trains-de-nuit",
  "/quarterly-workbench/four-day-shift",
  "/harbour-ledger/customs-single-form",
];

function placeOnShelf({ path, language }: NewsArticle): number {
  const place = front.indexOf(path);
  if (place !== -1) return place;
  return language.startsWith("en") ? front.length : front.length + 1;
}

/** Everything on the shelf: the front, the other English articles, those in other languages, and what is no plain article. */
export const shelf: readonly ShelfEntry[] = [
  ...articles
    .toSorted((one, other) => placeOnShelf(one) - placeOnShelf(other))
    .map(({ path, title, language, about }) => ({ path, title, language, about })),
  ...articles.flatMap(({ path, title, language, alsoAt }) => {
    if (alsoAt === undefined) return [];
    const other = alsoAt.kind === "query" ? `${path}${alsoAt.query}` : (alsoAt.from[0] ?? path);
    return [{ path: other, title, language, about: alsoAt.about }];
  }),
  report,
  gone,
];

/** Where articles say a picture is, and none is. */
export const deadPicturePaths: readonly string[] = articles
  .filter(({ picture }) => picture === "dead")
  .map(picturePath);

/**
 * How each path answers, by path without query. An article stands at `…/edition-<name>` too, each edition an article of
 * its own: whoever wants many need not write them. `url` is the newsstand’s own, `openedAt` epoch milliseconds.
 */
export function newsstandPages(url: string, openedAt: number): (path: string) => Page | null {
  const pages = new Map<string, () => Page>();
  pages.set("/", () => content("text/html; charset=utf-8", renderShelf(shelf)));
  pages.set(report.path, () =>
    content("application/pdf", writePdf(["The Harbour", "Annual report", "Containers moved: 1 204 511"])),
  );
  pages.set(logoPath(newsstand), () => content("image/svg+xml", drawLogo(newsstand)));
  for (const article of articles) {
    const { path, publication, alsoAt } = article;
    pages.set(path, () => articlePage(article, url, openedAt));
    pages.set(logoPath(publication), () => content("image/svg+xml", drawLogo(publication)));
    if (article.picture === "png") {
      pages.set(picturePath(article), () => content("image/png", drawPicture(publication.colour, path)));
    }
    if (alsoAt?.kind === "redirects") {
      for (const [index, from] of alsoAt.from.entries()) {
        const to = alsoAt.from[index + 1] ?? path;
        pages.set(from, () => ({ kind: "redirect", to, status: index === 0 ? 301 : 302 }));
      }
    }
  }

  const made = new Map<string, Page>();
  return (path) => {
    const [, of, edition] = /^(\/[^/]+\/[^/]+)(\/edition-[\w-]+)$/.exec(path) ?? [];
    const reprinted = articles.find((article) => article.path === of);
    if (reprinted && edition) return articlePage(reprinted, url, openedAt, edition);
    const page = made.get(path) ?? pages.get(path)?.() ?? null;
    if (page !== null) made.set(path, page);
    return page;
  };
}

function articlePage(article: NewsArticle, url: string, openedAt: number, edition = ""): Page {
  const html = renderPage(article, {
    url: `${url}${article.path}${edition}`,
    picture: article.picture === undefined ? null : `${url}${picturePath(article)}`,
    at: new Date(openedAt - article.hoursOld * 3_600_000),
  });
  const written = article.references ? referenceHtml(html) : html;
  const slow = article.slow === true;
  return article.charset === undefined
    ? content("text/html; charset=utf-8", written, slow)
    : content("text/html", iconv.encode(written, article.charset), slow);
}

function logoPath({ id }: Publication): string {
  return `/logos/${id}.svg`;
}

function picturePath({ path }: NewsArticle): string {
  return `/pictures${path}.png`;
}

function content(type: string, body: string | Buffer, slow = false): Page {
  return { kind: "content", type, body: Buffer.from(body), slow };
}
