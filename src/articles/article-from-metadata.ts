import type { Article } from "../core/article.js";
import type { PageMetadata } from "./page-metadata.js";
import { plainText } from "./plain-text.js";
import { publishedAt } from "./published-at.js";
import type { StructuredArticle } from "./structured-article.js";

/** Longest link of a page that is kept, in code units. */
const LONGEST_LINK = 2_000;

type Found = {
  readonly page: PageMetadata;
  readonly structured: StructuredArticle | null;
  /** Where the page was found. */
  readonly url: URL;
  /** Whether a picture may be at this address: Slack is not sent to look at private ones. */
  readonly isPublicLink: (url: URL) => boolean;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** The best of what a page says about itself. Null for a page with neither a title nor a description. */
export function articleFromMetadata({ page, structured, url, isPublicLink, now }: Found): Article | null {
  const meta = (...names: string[]) => names.flatMap((name) => page.metas.get(name) ?? []);
  const base = absolute(page.base, url) ?? url;

  const host = plainHost(url);
  const namedSite = firstText(meta("og:site_name"), [structured?.publisher], meta("application-name"));
  const description = firstText(
    meta("og:description", "twitter:description"),
    [structured?.description],
    meta("description", "dc.description"),
  );
  const titles = texts(
    meta("og:title", "twitter:title"),
    [structured?.headline],
    meta("headline", "dc.title", "dcterms.title", "citation_title"),
    [withoutSite(page.title, namedSite), page.heading],
  );
  // Some systems give every page the name of the site as its title.
  const title = titles.find((text) => text !== namedSite) ?? titles[0] ?? description;
  if (title === null) return null;

  const dates = [
    ...meta("article:published_time"),
    structured?.datePublished ?? "",
    ...meta(
      "datepublished",
      "parsely-pub-date",
      "pubdate",
      "publish_date",
      "date",
      "dc.date",
      "dcterms.created",
      "citation_publication_date",
    ),
    page.time,
  ];
  const pictures = [
    ...meta("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"),
    structured?.image ?? "",
    ...meta("image", "thumbnail"),
    page.imageLink,
  ].map((link) => absolute(link, base));
  return {
    title,
    site: namedSite ?? host,
    author: authorOf(
      structured?.authors ?? [],
      meta(
        "author",
        "article:author",
        "parsely-author",
        "byl",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "citation_author",
      ),
    ),
    publishedAt: dates.map((raw) => publishedAt(raw, now)).find((at) => at !== null) ?? null,
    language:
      [page.language, ...meta("og:locale"), structured?.language, ...meta("content-language", "language")]
        .map(languageTag)
        .find((tag) => tag !== null) ?? null,
    description,
    picture: pictures.find((link) => link !== null && isPublicLink(link))?.href ?? null,
    canonicalLink:
      [page.canonical, ...meta("og:url")]
        .map((link) => absolute(link, base))
        .find((link) => link !== null && speaksFor(link, url))?.href ?? null,
  };
}

function texts(...groups: readonly (readonly (string | null | undefined)[])[]): string[] {
  return groups
    .flat()
    .map((raw) => plainText(raw ?? ""))
    .filter((text) => text !== "");
}

function firstText(...groups: readonly (readonly (string | null | undefined)[])[]): string | null {
  return texts(...groups)[0] ?? null;
}

/** «Headline - Le Monde» without the site's name. */
function withoutSite(title: string, site: string | null): string {
  const text = plainText(title);
  if (site === null || !text.endsWith(site)) return text;
  return text.slice(0, -site.length).replace(/\s+[-–—|·•:»]\s*$/u, "") || text;
}

/** Names, not the addresses of profiles that some pages give instead. */
function authorOf(structured: readonly string[], metas: readonly string[]): string | null {
  const named = (raw: readonly string[]) => [
    ...new Set(texts(raw).filter((name) => !/^(https?:)?\/\/|^www\.|^@/i.test(name))),
  ];
  const authors = named(structured);
  const names = authors.length > 0 ? authors : named(metas).slice(0, 1);
  return names.length === 0 ? null : plainText(names.join(", "));
}

function languageTag(raw: string | null | undefined): string | null {
  const tag =
    (raw ?? "")
      .trim()
      .split(/[\s,;]/)[0]
      ?.replaceAll("_", "-") ?? "";
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** An absolute link of the web without credentials; null for anything else a page may give. */
function absolute(link: string, base: URL): URL | null {
  const text = link.trim();
  if (text === "" || text.length > LONGEST_LINK || !URL.canParse(text, base.href)) return null;
  const url = new URL(text, base.href);
  const ofTheWeb =
    (url.protocol === "http:" || url.protocol === "https:") && url.username === "" && url.password === "";
  return ofTheWeb && url.href.length <= LONGEST_LINK ? url : null;
}

/** A page may name another address of its own site as the true one; a front page for everything is a mistake. */
function speaksFor(canonical: URL, url: URL): boolean {
  const [a, b] = [plainHost(canonical), plainHost(url)];
  const sameSite = a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
  return sameSite && (canonical.pathname !== "/" || canonical.search !== "" || url.pathname === "/");
}

function plainHost(url: URL): string {
  return url.hostname.replace(/\.+$/, "").replace(/^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)/, "");
}
