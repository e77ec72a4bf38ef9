import { setImmediate as nextTurn } from "node:timers/promises";
import { Parser } from "htmlparser2";
import { collectMetas, type MetaElements } from "./meta-elements.js";

/** What a page says about itself, as written: nothing chosen, cleaned or resolved yet. Empty where it says nothing. */
export type PageMetadata = {
  readonly metas: MetaElements;
  readonly title: string;
  readonly heading: string;
  readonly language: string;
  readonly base: string;
  readonly canonical: string;
  readonly imageLink: string;
  readonly time: string;
  /** How a reader without scripts would find it: whether it has any, and how many letters it shows without them. */
  readonly scripts: boolean;
  readonly shown: number;
  /** What it says to a reader without scripts. */
  readonly noscript: string;
  /** Contents of the JSON-LD blocks. */
  readonly structured: readonly string[];
};

const PIECE = 16 * 1024;
const DEEPEST = 256;
const MOST_BLOCKS = 20;
const LONGEST_BLOCK = 200_000;
/** Raw text kept of one value, in code units: cleaning shortens it further. */
const LONGEST_VALUE = 4_000;

/** Letters of a page after which it shows something, whatever it is. */
const ENOUGH_SHOWN = 2_000;
const UNSEEN: ReadonlySet<string> = new Set(["title", "script", "style", "template", "svg", "noscript"]);

const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...["name", "property", "itemprop", "http-equiv", "content", "value", "rel", "href", "type", "datetime"],
  ...["lang", "xml:lang"],
]);

/**
 * Reads a page's metadata. The work is bounded whatever the page: a nesting deeper than any article's ends the reading
 * (what was found so far stands), and between two pieces of 16 kB the event loop goes on with other things.
 */
export async function readPageMetadata(html: string): Promise<PageMetadata> {
  const metas = collectMetas();
  const structured: string[] = [];
  const found = { title: "", heading: "", language: "", base: "", canonical: "", imageLink: "", time: "" };
  let tag = "";
  let attributes = new Map<string, string>();
  let depth = 0;
  let blocks = 0;
  let block = "";
  let shown = 0;
  let noscript = "";
  let scripts = false;
  // Elements whose text nobody sees, of those open now.
  let unseen = 0;
  let inNoscript = 0;
  let textOf: "title" | "heading" | "structured" | null = null;

  const parser = new Parser({
    onopentagname(name) {
      tag = name;
      attributes = new Map();
      depth += 1;
      if (depth > DEEPEST) parser.pause();
      const seen = unseen === 0;
      if (UNSEEN.has(name)) unseen += 1;
      if (name === "noscript") inNoscript += 1;
      if (name === "script") scripts = true;
      // Drawings have titles of their own, and what only a reader without scripts sees may have another.
      if (name === "title" && seen && found.title.trim() === "") textOf = "title";
      if (name === "h1" && found.heading.trim() === "") textOf = "heading";
    },
    // Not onopentag: it collects every attribute of a tag, and a tag can be a megabyte of them.
    onattribute(name, whole) {
      if (!KEPT_ATTRIBUTES.has(name) || attributes.has(name)) return;
      const value = whole.slice(0, LONGEST_VALUE);
      attributes.set(name, value);
      if (tag === "html" && (name === "lang" || name === "xml:lang")) found.language ||= value.trim();
      if (tag === "time" && name === "datetime") found.time ||= value;
      if (tag === "script" && name === "type" && isJsonLd(value)) textOf = "structured";
    },
    ontext(text) {
      if (inNoscript > 0) noscript += text.slice(0, LONGEST_VALUE - noscript.length);
      else if (unseen === 0 && shown < ENOUGH_SHOWN) shown += text.replace(/\s+/g, "").length;
      if (textOf === "structured") {
        if (block.length <= LONGEST_BLOCK) block += text;
      } else if (textOf !== null && found[textOf].length < LONGEST_VALUE) {
        found[textOf] += text.slice(0, LONGEST_VALUE);
      }
    },
    onclosetag(name) {
      depth -= 1;
      if (UNSEEN.has(name)) unseen -= 1;
      if (name === "meta") metas.add(attributes);
      else if (name === "base") found.base ||= attributes.get("href") ?? "";
      else if (name === "link") {
        const rel = (attributes.get("rel") ?? "").toLowerCase().split(/\s+/);
        if (rel.includes("canonical")) found.canonical ||= attributes.get("href") ?? "";
        if (rel.includes("image_src")) found.imageLink ||= attributes.get("href") ?? "";
      } else if (name === "noscript") inNoscript -= 1;
      else if (name === "script" && textOf === "structured") {
        blocks += 1;
        if (blocks <= MOST_BLOCKS && block.length <= LONGEST_BLOCK) structured.push(block);
        block = "";
        textOf = null;
      } else if ((name === "title" && textOf === "title") || (name === "h1" && textOf === "heading"))
        textOf = null;
    },
  });

  for (let at = 0; at < html.length && depth <= DEEPEST; at += PIECE) {
    if (at > 0) await nextTurn();
    parser.write(html.slice(at, at + PIECE));
  }
  // Ending a parser that was stopped for its depth would make it read on.
  if (depth <= DEEPEST) parser.end();
  return { ...found, metas: metas.all, scripts, shown, noscript, structured };
}

function isJsonLd(type: string): boolean {
  return /^\s*application\/ld\+json\s*(;|$)/i.test(type);
}
