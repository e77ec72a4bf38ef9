import type { ArticleRead } from "../core/article.js";
import { headlineDraft } from "../core/headline-draft.js";
import type { RevisionId } from "../core/ids.js";
import { type Revision, textRevision } from "../core/revision.js";
import type { Suggestion } from "../core/suggestion.js";
import { moveSuggestion } from "../core/transitions.js";
import { commitDecision } from "./commit-decision.js";
import { canonicalOf, goesInto, merged } from "./merge-repeat.js";
import { newsOf, newsOfLine } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Change, Log, NewId, Now, ReadArticle, Store } from "./ports.js";

type Needs = {
  readonly store: Store;
  readonly readArticle: ReadArticle;
  readonly now: Now;
  readonly newId: NewId;
  readonly log: Log;
};

/** Reads the article of every suggestion that waits for it, also those a restart interrupted. */
export async function readSuggestedArticles(needs: Needs): Promise<void> {
  const reading = await needs.store.suggestionsIn("reading");
  await Promise.all(reading.map((suggestion) => readOne(suggestion, needs)));
}

async function readOne({ id, link }: Suggestion, needs: Needs): Promise<void> {
  const started = needs.now();
  const read = await needs.readArticle(link);
  needs.log("article_read", { suggestion: id, outcome: read.kind, ms: needs.now() - started });
  await commitDecision(needs.store, async () => {
    const suggestion = await needs.store.suggestion(id);
    if (suggestion?.state !== "reading") return { answer: null, change: null };
    return { answer: null, change: await afterReading(suggestion, read, needs) };
  });
}

async function afterReading(suggestion: Suggestion, read: ArticleRead, needs: Needs): Promise<Change> {
  const desk = await needDesk(needs.store);
  const at = needs.now();
  if (read.kind === "refused") {
    const rejected = { ...moveSuggestion(suggestion, "rejected"), refusal: read.why, decidedAt: at };
    return {
      at,
      expect: [],
      put: [{ table: "suggestion", row: rejected }],
      show: newsOf(rejected, desk).filter((message) => message.kind === "suggester"),
      record: [{ kind: "rejected", at, who: null, about: { suggestion: suggestion.id, why: read.why } }],
    };
  }
  const article = read.kind === "read" ? read.article : null;
  const otherCleanLink = canonicalOf(suggestion, article);
  const links = [suggestion.cleanLink, ...(otherCleanLink === null ? [] : [otherCleanLink])];
  // Now that the page has given its own address. Of two that are being read at once, the first to be read stays.
  const other = await needs.store.otherRead(links, suggestion.id);
  if (other && goesInto(suggestion, other))
    return merged({ ...suggestion, otherCleanLink, article }, other, desk, at, needs.store);
  const revision = firstRevision(suggestion, headlineDraft(article, suggestion.link), needs);
  const waiting: Suggestion = {
    ...moveSuggestion(suggestion, "waiting"),
    otherCleanLink,
    article,
    unreadable: read.kind === "unreadable" ? read.why : null,
    revisionId: revision.id,
  };
  return {
    at,
    // Of two that find at this moment that they are one article, one is stale and finds the other.
    expect: [
      { table: "links", links, newest: other?.id ?? null, besides: suggestion.id },
      ...(other ? [{ table: "suggestion", id: other.id, version: other.version } as const] : []),
    ],
    put: [
      { table: "revision", row: revision },
      { table: "suggestion", row: waiting },
    ],
    show: [...newsOf(waiting, desk), ...(await newsOfLine(waiting, needs.store))],
    record: [
      {
        kind: "revised",
        at,
        who: revision.author,
        about: { suggestion: suggestion.id, revision: revision.id, digest: revision.digest },
      },
    ],
  };
}

function firstRevision(suggestion: Suggestion, headline: string, needs: Needs): Revision {
  return textRevision({
    id: needs.newId<RevisionId>(),
    deskId: suggestion.deskId,
    suggestionId: suggestion.id,
    number: 1,
    text: suggestion.teamDraft ?? headline,
    source: suggestion.teamDraft === null ? "headline" : "team",
    author: suggestion.teamDraft === null ? null : suggestion.suggestedBy,
    createdAt: needs.now(),
  });
}
