import type { Article } from "../core/article.js";
import { cleanLink } from "../core/clean-link.js";
import type { Desk } from "../core/desk.js";
import type { Instant } from "../core/ids.js";
import type { MessageWanted } from "../core/message.js";
import type { Suggestion } from "../core/suggestion.js";
import { moveSuggestion } from "../core/transitions.js";
import type { Change, Store } from "./ports.js";
import { isOpen, secondedBy, secondedChange } from "./repeat-article.js";

/** The cleaned address the page itself gives, where it is another than the one suggested. */
export function canonicalOf({ cleanLink: own }: Suggestion, article: Article | null): string | null {
  const canonical = article?.canonicalLink ? cleanLink(article.canonicalLink) : null;
  // Some sites give their front page as the address of every article.
  if (canonical !== null && /^https:\/\/[^/]+\/?$/.test(canonical)) return null;
  return canonical === own ? null : canonical;
}

/**
 * The suggestion that this one turns out to repeat, now that the page has given its own address; null where there is
 * none, or where this one insists on what was decided. Of two that are still being read, the first to be read stays.
 */
export async function sameArticle(
  suggestion: Suggestion,
  canonical: string | null,
  store: Pick<Store, "newestLinked">,
): Promise<Suggestion | null> {
  if (canonical === null || suggestion.insistsOn !== null) return null;
  const found = await store.newestLinked([canonical]);
  return found && found.id !== suggestion.id && found.state !== "reading" ? found : null;
}

/** A repeat goes into the suggestion there is: its suggester seconds that one where it is not decided yet. */
export async function merged(
  suggestion: Suggestion,
  into: Suggestion,
  desk: Desk,
  at: Instant,
  store: Pick<Store, "second" | "inLine">,
): Promise<Change> {
  const { suggestedBy: by, note } = suggestion;
  const row: Suggestion = { ...moveSuggestion(suggestion, "merged"), mergedInto: into.id, decidedAt: at };
  const told: MessageWanted = {
    kind: "suggester",
    subject: row.id,
    to: { kind: "person", userId: by },
  };
  const record = [{ kind: "merged", at, who: by, about: { suggestion: row.id, into: into.id } }] as const;
  const mergedOnly: Change = {
    at,
    expect: [{ table: "suggestion", id: into.id, version: into.version }],
    put: [{ table: "suggestion", row }],
    show: [told],
    record,
  };
  if (!isOpen(into) || into.suggestedBy === by) return mergedOnly;
  const { second, counted } = await secondedBy({ by, note, at }, into, store);
  const seconded = await secondedChange(second, counted, desk, at, store);
  return {
    ...seconded,
    put: [{ table: "suggestion", row }, ...seconded.put],
    show: [told, ...seconded.show],
    record: [...record, ...seconded.record],
  };
}
