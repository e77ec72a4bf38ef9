import { isArticleName } from "./article-name.js";
import { readUrl } from "./read-url.js";

/** Parameters that say how a reader came, not what they read. Lower case. */
const TRACKING: ReadonlySet<string> = new Set([
  ...[
    "fbclid",
    "gclid",
    "dclid",
    "gclsrc",
    "gbraid",
    "wbraid",
    "msclkid",
    "twclid",
    "ttclid",
    "yclid",
    "ysclid",
  ],
  ...[
    "li_fat_id",
    "igshid",
    "igsh",
    "mkt_tok",
    "mc_cid",
    "mc_eid",
    "_hsenc",
    "_hsmi",
    "hsctatracking",
    "__s",
    "vero_id",
  ],
  ...[
    "xtor",
    "xtref",
    "xtcr",
    "xtmc",
    "xtnp",
    "_openstat",
    "oly_anon_id",
    "oly_enc_id",
    "rb_clickid",
    "wickedid",
    "s_cid",
  ],
  ...[
    "cmpid",
    "cmp",
    "icid",
    "ocid",
    "ncid",
    "ito",
    "smid",
    "smtyp",
    "sref",
    "sharetype",
    "share_type",
    "trk",
    "trkinfo",
  ],
  ...[
    "trackingid",
    "guccounter",
    "guce_referrer",
    "guce_referrer_sig",
    "ref_src",
    "ref_url",
    "referrer",
    "__twitter_impression",
  ],
  ...[
    "unlocked_article_code",
    "pwapi_token",
    "reflink",
    "leadsource",
    "taid",
    "wt_mc",
    "wt.mc_id",
    "_ga",
    "_gl",
    "epik",
    "spm",
  ],
  ...["amp", "amp_js_v", "amp_gsa", "usqp", "outputtype"],
  ...["gad_source", "gad_campaignid", "srsltid", "wprov", "mibextid", "fb_action_ids", "fb_source"],
  ...["s_kwcid", "_branch_match_id", "_branch_referrer", "ftag", "ss_source", "sc_campaign", "rdt_cid"],
]);
const TRACKING_PREFIXES = ["utm_", "at_", "pk_", "mtm_", "piwik_", "matomo_", "ns_", "hsa_", "oft_", "amp_"];

/** The same on sites where they mean nothing else. By host without prefix. */
const TRACKING_ON: ReadonlyMap<string, readonly string[]> = new Map([
  ["youtube.com", ["si", "feature", "pp", "ab_channel"]],
  ["x.com", ["s", "t", "lang"]],
  ["instagram.com", ["img_index"]],
  ["medium.com", ["sk", "source"]],
  ["linkedin.com", ["rcm", "originalsubdomain"]],
  ["lemonde.fr", ["random", "lmd_medium", "lmd_campaign", "lmd_creation", "lmd_source"]],
  ["washingtonpost.com", ["itid", "wpisrc", "wpmm"]],
  ["wsj.com", ["mod", "st"]],
  ["ft.com", ["segmentid", "desktop"]],
]);

const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["twitter.com", "x.com"],
  ["fxtwitter.com", "x.com"],
  ["vxtwitter.com", "x.com"],
  ["youtube-nocookie.com", "youtube.com"],
  ["music.youtube.com", "youtube.com"],
  ["old.reddit.com", "reddit.com"],
  ["new.reddit.com", "reddit.com"],
]);

/** How many caches and outgoing links around one address are looked through. */
const MOST_WRAPPERS = 5;

/**
 * The key under which repeats are found: two links with one key are one article. Never shown, fetched or posted. A link
 * that is no web address is its own key.
 */
export function cleanLink(link: string): string {
  let url = readUrl(link);
  if (url === null || !/^https?:$/.test(url.protocol)) return link.trim();
  for (let layers = 0; layers < MOST_WRAPPERS; layers += 1) url = fromAmpCache(url) ?? fromWayOut(url) ?? url;
  const host = cleanHost(url.hostname);
  const path = cleanPath(url.pathname);
  const known = videoOf(host, path, url.searchParams) ?? statusOf(host, path);
  if (known !== null) return known;
  const port = ["", "80", "443"].includes(url.port) ? "" : `:${url.port}`;
  // Some sites keep all their pages behind one address, told apart after the sign.
  const fragment = /^#!?\/|^#!/.test(url.hash) ? url.hash : "";
  return `https://${host}${port}${path}${cleanSearch(host, url.search)}${fragment}`;
}

function cleanHost(hostname: string): string {
  const named = hostname
    .toLowerCase()
    .replace(/\.+$/, "")
    .replace(/^(?:(?:www|m|mobile|mobi|touch|amp)\.)+(?=[^.]+\.)/, "")
    .replace(/^([a-z-]+)\.m\.(wik[a-z]+\.org)$/, "$1.$2");
  return OTHER_NAMES.get(named) ?? named;
}

/** A page kept by Google or an AMP cache carries the publisher's own address in its path. */
function fromAmpCache(url: URL): URL | null {
  const path = url.hostname.endsWith(".cdn.ampproject.org")
    ? /^\/(?:[a-z]\/)?(?:s\/)?(.+)$/.exec(url.pathname)
    : /^(?:www\.)?google\.[a-z.]+$/.test(url.hostname)
      ? /^\/amp\/(?:s\/)?(.+)$/.exec(url.pathname)
      : null;
  const inner = `https://${path?.[1] ?? ""}${url.search}`;
  const found = path === null ? null : readUrl(inner);
  return found?.hostname.includes(".") ? found : null;
}

/** The address behind the page that counts who leaves a site. */
function fromWayOut({ hostname, pathname, searchParams }: URL): URL | null {
  const way = `${hostname.replace(/^www\./, "")}${pathname}`;
  const to = /^google\.[a-z.]+\/url$/.test(way)
    ? (searchParams.get("url") ?? searchParams.get("q"))
    : /^lm?\.(facebook|instagram)\.com\/(l\.php)?$/.test(way)
      ? searchParams.get("u")
      : null;
  return to !== null && /^https?:\/\//i.test(to) ? readUrl(to) : null;
}

/** One video under all its addresses; where it starts playing is not another video. */
function videoOf(host: string, path: string, parameters: URLSearchParams): string | null {
  const id =
    host === "youtu.be"
      ? /^\/([\w-]+)\/?$/.exec(path)?.[1]
      : host === "youtube.com"
        ? (/^\/(?:shorts|embed|live|v)\/([\w-]+)\/?$/.exec(path)?.[1] ??
          (/^\/watch\/?$/.test(path) ? parameters.get("v") : null))
        : null;
  return id ? `https://youtube.com/watch?v=${encodeURIComponent(id)}` : null;
}

/** One post on X, whoever's name stands before it: X itself looks only at the number. */
function statusOf(host: string, path: string): string | null {
  const id =
    host === "x.com" ? /^\/(?:i\/web|[^/]+)\/status(?:es)?\/(\d+)(?:\/|$)/.exec(path)?.[1] : undefined;
  return id === undefined ? null : `https://x.com/i/status/${id}`;
}

function cleanPath(pathname: string): string {
  const segments = pathname.split("/").map(reencode);
  if (/^index\.html?$/i.test(segments.at(-1) ?? "")) segments.splice(-1, 1, "");
  while (segments.length > 2 && segments.at(-1) === "") segments.pop();
  return withoutAmp(segments).join("/");
}

/** AMP's place in a path: before it, after it, or in the file's ending. Only around what looks like an article's own name. */
function withoutAmp(segments: string[]): string[] {
  const last = segments.at(-1) ?? "";
  const before = segments.at(-2) ?? "";
  if (segments[1] === "platform" && segments[2] === "amp" && isArticleName(last))
    return withoutAmp(["", ...segments.slice(3)]);
  if (last === "amp" && isArticleName(before)) return withoutAmp(segments.slice(0, -1));
  if (!isArticleName(last)) return segments;
  const named = last.replace(/(?:\.amp)+(\.html?)?$/, "$1");
  const start = segments.findIndex((segment, at) => at > 0 && segment !== "amp");
  return ["", ...segments.slice(start, -1), named];
}

function cleanSearch(host: string, search: string): string {
  const here = TRACKING_ON.get(host) ?? [];
  const kept = search
    .slice(1)
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const at = part.indexOf("=");
      const [name, value] = at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
      return { name: formEncoded(name), value: formEncoded(value) };
    })
    .filter(({ name, value }) => !isTracking(name.toLowerCase(), value, here))
    // Stable: several values of one name keep their order, which can matter.
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return kept.length === 0 ? "" : `?${kept.map(({ name, value }) => `${name}=${value}`).join("&")}`;
}

function isTracking(written: string, value: string, here: readonly string[]): boolean {
  // A link copied out of HTML keeps the entity between its parameters: `&amp;utm_source=`.
  const name = written.replace(/^amp(;|%3b)/, "");
  if (TRACKING.has(name) || here.includes(name)) return true;
  // Newsletters sign with `ref=their-name`; a shop's `ref=1234` is the thing itself.
  if (name === "ref") return !/\d/.test(value);
  if (name === "output") return value === "amp";
  return TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix));
}

function formEncoded(part: string): string {
  return reencode(part.replaceAll("+", "%20"));
}

/** One spelling for what can be spelled `é`, `%C3%A9` or `%c3%a9`; what is not UTF-8 keeps its bytes. */
function reencode(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part).normalize("NFC"));
  } catch {
    return part.replace(/%[\da-f]{2}/gi, (byte) => byte.toUpperCase());
  }
}
