import { setImmediate as nextTurn } from "node:timers/promises";
import { Parser } from "htmlparser2";
import { readUrl } from "../core/read-url.js";

/** What JSON-LD says of a page's main article, as written. */
export type StructuredArticle = {
  readonly headline: string | null;
  readonly description: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly datePublished: string | null;
  readonly image: string | null;
  readonly language: string | null;
  /** Where it says it stands. */
  readonly link: string | null;
  /** It says that only subscribers can read it. */
  readonly paywalled: boolean;
};

type Node = { readonly [key: string]: unknown };

const MOST_NODES = 2_000;
const MOST_VALUES = 10;
const LONGEST_VALUE = 4_000;
/** Kinds of thing a page can be about, the best first. */
const KINDS = [
  /^(NewsArticle|Article|BlogPosting)$/,
  /(Article|Posting)$/,
  /^(Report|Review|VideoObject|PodcastEpisode|Book|Dataset)$/,
  /Page$/,
];

/**
 * The main article among a page's JSON-LD blocks: of several, the one that says it stands at `url`. Null when none of
 * them speaks of one. Blocks that are not JSON are passed over.
 */
export async function structuredArticle(
  blocks: readonly string[],
  url: URL | null = null,
): Promise<StructuredArticle | null> {
  const nodes: Node[] = [];
  for (const block of blocks) {
    collect(parse(block), nodes);
    await nextTurn();
  }
  const byId = new Map<string, Node>();
  for (const node of nodes) {
    const id = node["@id"];
    // A bare reference must not hide the thing it refers to.
    if (typeof id === "string" && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node);
  }
  const best = nodes
    .map((node) => ({ node, rank: rankOf(node) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || elsewhere(a.node, url) - elsewhere(b.node, url))[0]?.node;
  if (best === undefined) return null;
  const whole = (value: unknown): unknown =>
    isNode(value) && typeof value["@id"] === "string" ? (byId.get(value["@id"]) ?? value) : value;
  const names = (value: unknown) =>
    list(value)
      .map((item) => nameOf(whole(item)))
      .filter((name) => name !== null);
  return {
    headline: textOf(best.headline) ?? textOf(best.name),
    description: textOf(best.description),
    authors: names(best.author ?? best.creator),
    publisher: names(best.publisher)[0] ?? null,
    datePublished: textOf(best.datePublished) ?? textOf(best.uploadDate) ?? textOf(best.dateCreated),
    image:
      list(best.image ?? best.thumbnailUrl)
        .map((item) => addressOf(whole(item)))
        .find((link) => link !== null) ?? null,
    language: textOf(best.inLanguage),
    link: linkOf(best),
    paywalled: /^false$/i.test(String(list(best.isAccessibleForFree)[0])),
  };
}

/** 0 for what stands at this address, 1 for what says nothing, 2 for what stands elsewhere. */
function elsewhere(node: Node, url: URL | null): 0 | 1 | 2 {
  const link = linkOf(node);
  const place = link === null || url === null ? null : readUrl(link, url.href);
  if (place === null || url === null) return 1;
  return place.pathname.replace(/\/$/, "") === url.pathname.replace(/\/$/, "") ? 0 : 2;
}

function linkOf(node: Node): string | null {
  return addressOf(node.mainEntityOfPage) ?? addressOf(node.url);
}

function parse(block: string): unknown {
  // Pages wrap their JSON in comments, and leave line ends inside its strings.
  const bare = block
    .replace(/\p{Cc}+/gu, " ")
    .replace(/^\s*(<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/(-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>|;)\s*$/, "");
  return parsed(bare) ?? parsed(mended(bare));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What templates do to JSON: its quotes as entities, a comma after the last value. */
function mended(text: string): string {
  const plain = /^\s*[{[]\s*&(quot|#34);/.test(text)
    ? text.replaceAll("&quot;", '"').replaceAll("&#34;", '"').replaceAll("&amp;", "&")
    : text;
  return plain.replace(/,\s{0,100}([}\]])/g, "$1");
}

/** Top-level things, those of a graph, and what a page says is its main one; not the lists of other articles inside. */
function collect(top: unknown, nodes: Node[]): void {
  const queue: unknown[] = [top];
  for (let at = 0; at < queue.length && at < MOST_NODES && nodes.length < MOST_NODES; at += 1) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, MOST_NODES));
    else if (isNode(value)) {
      nodes.push(value);
      queue.push(value["@graph"], value.mainEntity);
    }
  }
}

function rankOf(node: Node): number {
  const kinds = list(node["@type"]).map((kind) =>
    typeof kind === "string" ? kind.replace(/^.*[/:#]/, "") : "",
  );
  return KINDS.findIndex((pattern) => kinds.some((kind) => pattern.test(kind)));
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, MOST_VALUES) : [value];
}

/** A string, or the first of several, or the `@value` of a string with its language. */
function textOf(value: unknown): string | null {
  const first = list(value)[0];
  const text = isNode(first) ? (first["@value"] ?? first.name) : first;
  return typeof text === "string" && text.trim() !== "" ? withoutMarkup(text.slice(0, LONGEST_VALUE)) : null;
}

function nameOf(value: unknown): string | null {
  if (!isNode(value)) return textOf(value);
  const parts = [textOf(value.givenName), textOf(value.familyName)].filter((part) => part !== null);
  return textOf(value.name) ?? (parts.length === 0 ? null : parts.join(" "));
}

function addressOf(value: unknown): string | null {
  const link = isNode(value) ? (value.url ?? value.contentUrl ?? value["@id"]) : value;
  const first = list(link)[0];
  return typeof first === "string" ? first.slice(0, LONGEST_VALUE) : null;
}

/** Publishing systems put HTML into these strings: entities everywhere, elements at times. */
function withoutMarkup(text: string): string {
  if (!/&[#\w]+;|<\/?\w[^<>]*>/.test(text)) return text;
  let plain = "";
  const parser = new Parser({ ontext: (piece) => (plain += piece) });
  parser.end(text);
  return plain;
}
