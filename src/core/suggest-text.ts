/** What somebody typed after `/suggest`. */
export type SuggestText =
  | { readonly kind: "form" }
  | { readonly kind: "help" }
  | { readonly kind: "summary" }
  /** `list`: as typed behind it; empty asks for the list that stands. */
  | { readonly kind: "subjects"; readonly list: string }
  | { readonly kind: "suggest"; readonly link: string; readonly note: string }
  | {
      readonly kind: "bad";
      readonly why: "no_link" | "two_links" | "not_a_web_address" | "link_too_long" | "note_too_long";
    };

/** Characters (UTF-16 units) of a note; X's own limit for links is 4,096, Slack's for a url field 3,000. */
export const longestNote = 1000;
export const longestLink = 2000;

/**
 * Reads the text of a slash command. Slack may hand links over as `<link>` or `<link|label>` and `& < >` as
 * entities: both are undone, so that what was typed is what is kept.
 */
export function readSuggestText(text: string): SuggestText {
  const typed = text.trim();
  if (typed === "") return { kind: "form" };
  if (/^help$/i.test(typed)) return { kind: "help" };
  if (/^summary$/i.test(typed)) return { kind: "summary" };
  const marked = new Set<string>();
  const words = unmark(typed, marked).split(/(\s+)/);
  // Where Slack says where a link ends, it ends there.
  const found = (word: string) => (marked.has(word) ? word : linkIn(word));
  const links = words.map(found).filter((link) => link !== null);
  const subjects = /^subjects(?:\s+([\s\S]*))?$/i.exec(typed);
  if (subjects && links.length === 0) return { kind: "subjects", list: unescapeSlack(subjects[1] ?? "") };
  if (links.length > 1) return { kind: "bad", why: "two_links" };
  const [link] = links;
  if (!link) return { kind: "bad", why: looksLikeAddress(words[0] ?? "") ? "not_a_web_address" : "no_link" };
  const plainLink = unescapeSlack(link);
  if (plainLink.length > longestLink) return { kind: "bad", why: "link_too_long" };
  const rest = unescapeSlack(words.filter((word) => found(word) === null).join("")).trim();
  // What is left of the quotes and brackets around a link is no note.
  const note = /^["'“”„‘’«»()[\]{}*_~.,;:\s]*$/.test(rest) ? "" : rest;
  if (note.length > longestNote) return { kind: "bad", why: "note_too_long" };
  return { kind: "suggest", link: plainLink, note };
}

/** `<link|label>` becomes the link, apart from whatever touches it. @param links the links that were marked so */
function unmark(typed: string, links: Set<string>): string {
  return typed.replace(/<(https?:[^>|\s]+)(?:\|[^>]*)?>/gi, (marked, link: string, at: number) => {
    const before = /\S$/.test(typed.slice(0, at)) ? " " : "";
    const after = /^\S/.test(typed.slice(at + marked.length)) ? " " : "";
    links.add(link);
    return before + link + after;
  });
}

/** A link without the quotes, brackets, stars and stops of the sentence it stands in; null for any other word. */
export function linkIn(word: string): string | null {
  const [, before = "", rest] = /^(["'“”„‘’«([{*_~]*)(https?:\/\/\S+)$/i.exec(word) ?? [];
  if (rest === undefined) return null;
  let link = rest;
  while (endsASentence(link, before)) link = link.slice(0, -1);
  return /^https?:\/\/\S/i.test(link) ? link : null;
}

const pairs: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Brackets are the link's own where they are closed in it; stars and dashes of markup where they did not begin before it. */
function endsASentence(link: string, before: string): boolean {
  const last = link.at(-1) ?? "";
  if (/[.,;:!?"'“”’»…]/.test(last)) return !/&(amp|lt|gt);$/.test(link);
  if (/[*_~]/.test(last)) return before.includes(last);
  const opening = pairs[last];
  return opening !== undefined && link.split(last).length > link.split(opening).length;
}

/** `javascript:…`, `ftp://…`, `www.…`, `lemonde.fr/x`: something meant as an address that is not one we read. */
function looksLikeAddress(word: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S/i.test(word) || /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(word);
}

/** Slack hands `& < >` over as entities. Each is undone once: `&amp;lt;` was typed as `&lt;`. */
export function unescapeSlack(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) =>
    name === "amp" ? "&" : name === "lt" ? "<" : ">",
  );
}
