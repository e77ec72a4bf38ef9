import type { Article } from "./article.js";
import { readUrl } from "./read-url.js";
import { fits } from "./text-weight.js";

/**
 * The draft nobody has written: the quoted headline, its source and the link (rule 7: no AI writes drafts).
 * A headline too long for one post is cut at a word and says so with «…». Without a headline: the link alone.
 */
export function headlineDraft(article: Article | null, link: string): string {
  if (!article) return link;
  const french = article.language?.toLowerCase().startsWith("fr") ?? false;
  const quote = french ? quoteInFrench : quoteInEnglish;
  const source = isHostOf(link, article.site) ? "" : ` (${article.site})`;
  const draft = (title: string) => `${quote(title)}${source}\n${link}`;
  if (fits(draft(article.title))) return draft(article.title);
  const words = article.title.split(" ");
  const cut = (kept: number) => draft(`${words.slice(0, kept).join(" ")}…`);
  // By halves: each weighing of a long headline costs a millisecond.
  let [most, tooMany] = [0, words.length];
  while (tooMany - most > 1) {
    const kept = Math.floor((most + tooMany) / 2);
    if (fits(cut(kept))) most = kept;
    else tooMany = kept;
  }
  return most > 0 ? cut(most) : link;
}

/** Quotations inside a quotation take the other marks. */
function quoteInFrench(title: string): string {
  return `«\u00a0${title.replace(/«\s*/g, "“").replace(/\s*»/g, "”")}\u00a0»`;
}

function quoteInEnglish(title: string): string {
  return `“${title.replaceAll("“", "‘").replaceAll("”", "’")}”`;
}

/** A page that does not name its publication goes by its host, which the link shows already. */
function isHostOf(link: string, site: string): boolean {
  const host = readUrl(link)?.hostname;
  return host !== undefined && host.replace(/^www\./, "") === site.replace(/^www\./, "");
}
