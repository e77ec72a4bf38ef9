import type { Article } from "../core/article.js";
import { leadsToSection } from "../core/article-name.js";
import { cleanLink } from "../core/clean-link.js";
import type { Desk } from "../core/desk.js";
import type { Instant } from "../core/ids.js";
import type { MessageWanted } from "../core/message.js";
import type { Second } from "../core/second.js";
import type { Suggestion } from "../core/suggestion.js";
import { moveSuggestion } from "../core/transitions.js";
import type { Change, Store } from "./ports.js";
import { isOpen, secondedBy, secondedChange } from "./repeat-article.js";

/** The cleaned address the page itself gives, where it is another than the one suggested. */
export function canonicalOf({ cleanLink: own }: Suggestion, article: Article | null): string | null {
  const link = article?.canonicalLink;
  // Some sites give the page of a section as the address of every article in it.
  if (!link || leadsToSection(link)) return null;
  const canonical = cleanLink(link);
  return canonical === own ? null : canonical;
}

/**
 * Whether a suggestion goes into another one of the same article. One that insists goes on beside what was decided, never
 * beside what is open.
 */
export function goesInto({ insistsOn }: Suggestion, other: Suggestion): boolean {
  return insistsOn === null || isOpen(other);
}

/**
 * A repeat goes into the suggestion there is: its suggester, and whoever seconded it, second that one where it is not
 * decided yet.
 */
export async function merged(
  suggestion: Suggestion,
  into: Suggestion,
  desk: Desk,
  at: Instant,
  store: Pick<Store, "second" | "secondsOf" | "inLine">,
): Promise<Change> {
  const { suggestedBy: by, note } = suggestion;
  const row: Suggestion = { ...moveSuggestion(suggestion, "merged"), mergedInto: into.id, decidedAt: at };
  const told: MessageWanted = { kind: "suggester", subject: row.id, to: { kind: "person", userId: by } };
  const mergedOnly: Change = {
    at,
    expect: [{ table: "suggestion", id: into.id, version: into.version }],
    put: [{ table: "suggestion", row }],
    show: [told],
    record: [{ kind: "merged", at, who: by, about: { suggestion: row.id, into: into.id } }],
  };
  if (!isOpen(into)) return mergedOnly;
  const voices = [{ by, note }, ...(await store.secondsOf(row.id)).map(voiceOf)];
  let counted = into;
  const seconds: Second[] = [];
  for (const voice of voices.filter((one) => one.by !== into.suggestedBy)) {
    const added = await secondedBy({ ...voice, at }, counted, store);
    seconds.push(added.second);
    counted = added.counted;
  }
  if (seconds.length === 0) return mergedOnly;
  const seconded = await secondedChange(seconds, counted, desk, at, store);
  return {
    ...seconded,
    put: [...mergedOnly.put, ...seconded.put],
    show: [told, ...seconded.show],
    record: [...mergedOnly.record, ...seconded.record],
  };
}

function voiceOf({ userId, note }: Second) {
  return { by: userId, note };
}
