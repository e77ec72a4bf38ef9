/**
 * What was read at a link. Every text is plain text, already stripped of control characters, white space folded,
 * at most 1,000 characters; every link is absolute `http:` or `https:`.
 */
export type Article = {
  readonly title: string;
  /** The publication's own name («Le Monde»), else the host. */
  readonly site: string;
  readonly author: string | null;
  /** When the article says it was published: epoch milliseconds, UTC. */
  readonly publishedAt: number | null;
  /** BCP 47, as the page declares it. */
  readonly language: string | null;
  readonly description: string | null;
  /** The page's own picture. Never fetched by us without the guard; Slack fetches it itself. */
  readonly picture: string | null;
  /** `rel=canonical` or `og:url` when on the same site; for finding repeats only, never posted. */
  readonly canonicalLink: string | null;
  /** The page says that only subscribers can read it whole. */
  readonly paywalled?: boolean | undefined;
};

/** Why a link may not be read at all: the suggestion is refused, with this reason in plain words. */
export type LinkRefusal =
  | "not_a_web_address"
  | "too_long"
  | "credentials_in_link"
  | "port_not_allowed"
  | "private_address"
  | "secret_link";

/** Why a lawful link could not be read: the link is kept and the card says what could not be read. */
export type Unreadable =
  | "not_found"
  | "no_such_host"
  | "unreachable"
  | "too_slow"
  | "too_large"
  | "too_many_redirects"
  | "not_html"
  | "not_allowed"
  | "server_error"
  | "empty_page"
  | "needs_scripts"
  | "needs_sign_in"
  | "not_secure"
  | "too_busy";

/** The answer of reading a link. `refused` is about the link itself, `unreadable` about what answered. */
export type ArticleRead =
  | { readonly kind: "read"; readonly article: Article }
  | { readonly kind: "unreadable"; readonly why: Unreadable }
  | { readonly kind: "refused"; readonly why: LinkRefusal };
