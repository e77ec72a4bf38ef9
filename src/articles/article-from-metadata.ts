import type { Article } from "../core/article.js";
import { readUrl } from "../core/read-url.js";
import { siteOf } from "./host-name.js";
import type { PageMetadata } from "./page-metadata.js";
import { plainText } from "./plain-text.js";
import { publishedAt } from "./published-at.js";
import { saidText } from "./said-text.js";
import { isSecretLink } from "./secret-link.js";
import type { StructuredArticle } from "./structured-article.js";

/** Longest link of a page that is kept, in code units. */
const LONGEST_LINK = 2_000;

const AUTHOR_METAS = [
  ...["author", "article:author", "parsely-author", "byl", "sailthru.author", "og:article:author"],
  ...["dc.creator", "dcterms.creator", "citation_author"],
];

type Found = {
  readonly page: PageMetadata;
  readonly structured: StructuredArticle | null;
  /** Where the page was found. */
  readonly url: URL;
  /** Where it was asked for: the same, unless redirects led away. */
  readonly asked: URL;
  /** Whether a picture may be at this address: Slack is not sent to look at private ones. */
  readonly isPublicLink: (url: URL) => boolean;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** The best of what a page says about itself. Null for a page with neither a title nor a description. */
export function articleFromMetadata({
  page,
  structured,
  url,
  asked,
  isPublicLink,
  now,
}: Found): Article | null {
  const meta = (...names: string[]) => names.flatMap((name) => page.metas.get(name) ?? []);
  const base = absolute(page.base, url) ?? url;

  const host = siteOf(url);
  const namedSite = firstText(meta("og:site_name"), [structured?.publisher], meta("application-name"));
  const description = firstText(
    meta("og:description", "twitter:description"),
    [structured?.description],
    meta("description", "dc.description"),
  );
  const titles = texts(
    meta("og:title", "twitter:title"),
    [structured?.headline],
    meta(
      "headline",
      "dc.title",
      "dcterms.title",
      "citation_title",
      "parsely-title",
      "sailthru.title",
      "title",
    ),
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
      "citation_date",
      "og:article:published_time",
      "article:published",
    ),
    page.time,
  ];
  const pictures = [
    ...meta("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"),
    structured?.image ?? "",
    ...meta("image", "thumbnail"),
    page.imageLink,
  ].map((link) => absolute(link, base));
  const canonicals = [page.canonical, ...meta("og:url", "twitter:url"), structured?.link ?? ""]
    .map((link) => absolute(link, base))
    .filter((link) => link !== null && speaksFor(link, url));
  // A short link leads to the article's own address, which is then the best there is.
  if (asked.href !== url.href) canonicals.push(url);
  return {
    title,
    site: namedSite ?? host,
    author: authorOf(
      structured?.authors ?? [],
      AUTHOR_METAS.map((name) => meta(name)),
    ),
    publishedAt: dates.map((raw) => publishedAt(raw, now)).find((at) => at !== null) ?? null,
    language:
      [page.language, ...meta("og:locale"), structured?.language, ...meta("content-language", "language")]
        .map(languageTag)
        .find((tag) => tag !== null) ?? null,
    description,
    picture: pictures.find((link) => link !== null && isShown(link) && isPublicLink(link))?.href ?? null,
    ...(structured?.paywalled ? { paywalled: true } : {}),
    canonicalLink: canonicals.find((link) => link !== null && !isSecretLink(link))?.href ?? null,
  };
}

function texts(...groups: readonly (readonly (string | null | undefined)[])[]): string[] {
  return groups
    .flat()
    .map((raw) => saidText(raw ?? ""))
    .filter((text) => text !== "");
}

function firstText(...groups: readonly (readonly (string | null | undefined)[])[]): string | null {
  return texts(...groups)[0] ?? null;
}

/** «Headline - Le Monde» without the site's name. */
function withoutSite(title: string, site: string | null): string {
  const text = saidText(title);
  if (site === null || !text.endsWith(site)) return text;
  return text.slice(0, -site.length).replace(/\s+[-–—|·•:»]\s*$/u, "") || text;
}

/** Names, not the addresses of profiles that some pages give instead. */
function authorOf(structured: readonly string[], metas: readonly (readonly string[])[]): string | null {
  const named = (raw: readonly string[]) => [
    ...new Set(
      texts(raw)
        .filter((name) => !/^(https?:)?\/\/|^www\.|^@/i.test(name))
        .map((name) => name.replace(/^by\s+(?=\S)/i, "")),
    ),
  ];
  const names = [structured, ...metas].map(named).find((some) => some.length > 0) ?? [];
  return names.length === 0 ? null : plainText(names.join(", "));
}

function languageTag(raw: string | null | undefined): string | null {
  const tag =
    (raw ?? "")
      .trim()
      .split(/[\s,;.@]/)[0]
      ?.replaceAll("_", "-") ?? "";
  // «english» is well formed, and no language.
  if (!/^[a-z]{2,3}(-|$)/i.test(tag) || /^(und|mul|zxx|mis)\b/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** An absolute link of the web without credentials; null for anything else a page may give. */
function absolute(link: string, base: URL): URL | null {
  const text = link.trim();
  const url = text === "" || text.length > LONGEST_LINK ? null : readUrl(text, base.href);
  if (url === null) return null;
  const ofTheWeb =
    (url.protocol === "http:" || url.protocol === "https:") && url.username === "" && url.password === "";
  return ofTheWeb && url.href.length <= LONGEST_LINK ? url : null;
}

/** Slack draws no SVG, and refuses the whole message for one. */
function isShown(picture: URL): boolean {
  return !/\.(svgz?|ico|pdf|mp4|webm)$/i.test(picture.pathname);
}

/** A page may name another address of its own site as the true one; a front page for everything is a mistake. */
function speaksFor(canonical: URL, url: URL): boolean {
  const [a, b] = [siteOf(canonical), siteOf(url)];
  const sameSite = a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
  return sameSite && (canonical.pathname !== "/" || canonical.search !== "" || url.pathname === "/");
}
