/** The values of a page's `meta` elements by lower-case name, in the page's order. */
export type MetaElements = ReadonlyMap<string, readonly string[]>;

const MOST_ELEMENTS = 2_000;
const MOST_PER_NAME = 10;
/** Of all values together, in code units: a page's own are a tenth of it, and each is cleaned later. */
const MOST_TEXT = 60_000;

const KEPT: ReadonlySet<string> = new Set([
  ...["og:title", "og:site_name", "og:description", "og:url", "og:locale"],
  ...[
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "twitter:image",
    "twitter:image:src",
    "image",
    "thumbnail",
  ],
  ...["twitter:title", "twitter:description", "description", "dc.description", "application-name"],
  ...["headline", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title", "title"],
  ...["twitter:url", "og:article:author", "og:article:published_time", "article:published"],
  ...["author", "article:author", "parsely-author", "byl", "sailthru.author"],
  ...["dc.creator", "dcterms.creator", "citation_author"],
  ...["article:published_time", "datepublished", "parsely-pub-date", "pubdate", "publish_date", "date"],
  ...[
    "dc.date",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "content-language",
    "language",
  ],
]);

/** Gathers `meta` elements, within limits: only names that are read, only so many of each and of all. */
export function collectMetas() {
  const all = new Map<string, string[]>();
  let seen = 0;
  let kept = 0;
  return {
    all: all as MetaElements,
    /** One element's attributes, by lower-case name. */
    add(attributes: ReadonlyMap<string, string>): void {
      seen += 1;
      const content = attributes.get("content") ?? attributes.get("value");
      if (seen > MOST_ELEMENTS || content === undefined || kept + content.length > MOST_TEXT) return;
      // One element often serves two vocabularies: `name="description" property="og:description"`.
      for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
        const name = attributes.get(attribute)?.trim().toLowerCase();
        if (name === undefined || !KEPT.has(name)) continue;
        const values = all.get(name) ?? [];
        if (values.length >= MOST_PER_NAME) continue;
        all.set(name, [...values, content]);
        kept += content.length;
      }
    },
  };
}
