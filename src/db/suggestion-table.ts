import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  lt,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Instant, SlackUserId, SuggestionId } from "../core/ids.js";
import type { Suggestion, SuggestionState } from "../core/suggestion.js";
import type { OpenDatabase } from "./open-database.js";
import { suggestions } from "./schema.js";
import { decodeSuggestion } from "./stored-suggestion.js";
import { versionedWriter } from "./write-rows.js";

/** Undecided: with the team or with her. */
const open = ["reading", "waiting", "shown"] as const satisfies SuggestionState[];
/** Never came to her: the link was refused, it was a repeat, or it is still being read. */
const before = ["reading", "rejected", "merged"] as const satisfies SuggestionState[];

/** Nothing came of it, so that the article may be suggested anew. */
const gone = ["rejected", "merged", "withdrawn"] as const satisfies SuggestionState[];

export function suggestionTable({ drizzle }: OpenDatabase) {
  const p = sql.placeholder;
  const from = () => drizzle.select().from(suggestions);
  const oldest = [asc(suggestions.suggestedAt), sql`rowid`];
  const inWeek = (column: typeof suggestions.suggestedAt | typeof suggestions.decidedAt) =>
    and(gte(column, p("from")), lt(column, p("to")));

  // Words of her own are nobody's suggestion: no list, limit or figure of the team's counts them.
  const teams = eq(suggestions.kind, "suggested");

  const byId = from()
    .where(eq(suggestions.id, p("id")))
    .prepare();
  const byState = from()
    .where(eq(suggestions.state, p("state")))
    .orderBy(...oldest)
    .prepare();
  const countByState = drizzle
    .select({ found: count() })
    .from(suggestions)
    .where(eq(suggestions.state, p("state")))
    .prepare();
  const countUndecided = drizzle
    .select({ found: count() })
    .from(suggestions)
    .where(and(eq(suggestions.state, "shown"), teams))
    .prepare();
  const snoozed = from()
    .where(and(sql.raw("snoozed_until is not null"), eq(suggestions.state, "waiting")))
    .orderBy(asc(suggestions.snoozedUntil), sql`rowid`)
    .prepare();
  // Word for word the columns of the index suggestions_line.
  const line = from()
    .where(and(eq(suggestions.state, "waiting"), isNull(suggestions.snoozedUntil)))
    .orderBy(sql.raw("urgency desc, seconds desc, suggested_at, rowid"))
    .limit(p("most"))
    .prepare();
  const ahead = drizzle
    .select({ found: count() })
    .from(suggestions)
    .where(
      and(
        inArray(suggestions.state, ["waiting", "reading"]),
        isNull(suggestions.snoozedUntil),
        ne(suggestions.id, p("id")),
        sql`(urgency, seconds, -suggested_at, -rowid) > (${p("urgency")}, ${p("seconds")}, -${p("at")}, -coalesce((select rowid from suggestions where id = ${p("id")}), 9223372036854775807))`,
      ),
    )
    .prepare();
  const linked = (condition: SQL | undefined) =>
    [suggestions.cleanLink, suggestions.otherCleanLink].map((column) =>
      drizzle
        .select({ id: suggestions.id, at: suggestions.suggestedAt, order: sql<number>`rowid` })
        .from(suggestions)
        .where(and(eq(column, p("link")), condition))
        .orderBy(desc(suggestions.suggestedAt), sql`rowid desc`)
        .limit(1)
        .prepare(),
    );
  const byLink = linked(notInArray(suggestions.state, gone));
  const readByLink = linked(
    and(notInArray(suggestions.state, [...gone, "reading"]), ne(suggestions.id, p("besides"))),
  );
  const offered = from()
    .where(eq(suggestions.offeredWeek, p("week")))
    .orderBy(...oldest)
    .prepare();
  const beenShown = from()
    // The pluses keep SQLite from reading everything ever shown by its time: only what is undecided.
    .where(
      and(
        inArray(suggestions.state, ["shown", "waiting"]),
        sql`+${suggestions.shownAt} <= ${p("until")}`,
        isNull(suggestions.concernAt),
        isNull(suggestions.snoozedUntil),
        teams,
      ),
    )
    .orderBy(sql`+${suggestions.shownAt}`, sql`rowid`)
    .prepare();
  const unoffered = from()
    // As above: not everything that ever expired.
    .where(
      and(
        sql`+${suggestions.state} = 'expired'`,
        gte(suggestions.decidedAt, p("from")),
        isNull(suggestions.offeredWeek),
      ),
    )
    .orderBy(asc(suggestions.decidedAt))
    .prepare();
  const byPerson = from()
    .where(and(eq(suggestions.suggestedBy, p("person")), gte(suggestions.suggestedAt, p("from")), teams))
    .orderBy(...oldest)
    .prepare();
  const shownSince = drizzle
    .select({ cards: count() })
    .from(suggestions)
    .where(and(gte(suggestions.shownAt, p("from")), teams))
    .prepare();
  const suggestedIn = from()
    .where(and(inWeek(suggestions.suggestedAt), teams))
    .orderBy(...oldest)
    .prepare();
  const declinedIn = from()
    // The plus keeps SQLite from reading everything ever declined by its state.
    .where(and(sql`+${suggestions.state} = 'declined'`, inWeek(suggestions.decidedAt), teams))
    .orderBy(asc(suggestions.decidedAt))
    .prepare();
  // What was decided after that instant was still open at it.
  const decidedLater = and(gte(suggestions.decidedAt, p("at")), notInArray(suggestions.state, before));
  const openAt = from()
    // The pluses keep SQLite from reading everything ever suggested in order: only what is open or decided later.
    .where(
      and(
        sql`+${suggestions.suggestedAt} < ${p("at")}`,
        or(inArray(suggestions.state, open), decidedLater),
        teams,
      ),
    )
    .orderBy(sql`+${suggestions.suggestedAt}`, sql`rowid`)
    .prepare();
  const write = versionedWriter(drizzle, suggestions, suggestions.id);
  const read = (id: SuggestionId): Suggestion | null => {
    const row = byId.get({ id });
    return row ? decodeSuggestion(row) : null;
  };
  const newestOf = (found: readonly { id: string; at: Instant; order: number }[]): Suggestion | null => {
    const [newest] = found.toSorted((one, other) => other.at - one.at || other.order - one.order);
    return newest ? read(newest.id as SuggestionId) : null;
  };

  return {
    read,
    in: (state: SuggestionState) => byState.all({ state }).map(decodeSuggestion),
    countIn: (state: SuggestionState) => countByState.get({ state })?.found ?? 0,
    undecided: () => countUndecided.get()?.found ?? 0,
    snoozed: () => snoozed.all().map(decodeSuggestion),
    inLine: (most: number) => line.all({ most }).map(decodeSuggestion),
    aheadInLine: ({ id, urgency, seconds, suggestedAt: at }: Suggestion) =>
      ahead.get({ id, urgency, seconds, at })?.found ?? 0,
    newestLinked: (links: readonly string[]) =>
      newestOf(links.flatMap((link) => byLink.flatMap((query) => query.get({ link }) ?? []))),
    otherRead: (links: readonly string[], besides: SuggestionId) =>
      newestOf(links.flatMap((link) => readByLink.flatMap((query) => query.get({ link, besides }) ?? []))),
    beenShown: (until: Instant) => beenShown.all({ until }).map(decodeSuggestion),
    unofferedSince: (since: Instant) => unoffered.all({ from: since }).map(decodeSuggestion),
    offeredIn: (week: string) => offered.all({ week }).map(decodeSuggestion),
    by: (person: SlackUserId, since: Instant) => byPerson.all({ person, from: since }).map(decodeSuggestion),
    cardsSince: (since: Instant) => shownSince.get({ from: since })?.cards ?? 0,
    suggestedIn: (since: Instant, to: Instant) => suggestedIn.all({ from: since, to }).map(decodeSuggestion),
    declinedIn: (since: Instant, to: Instant) => declinedIn.all({ from: since, to }).map(decodeSuggestion),
    openAt: (at: Instant) => openAt.all({ at }).map(decodeSuggestion),
    /** False: stale. */
    write: (suggestion: Suggestion): boolean =>
      write({
        ...suggestion,
        article: suggestion.article && JSON.stringify(suggestion.article),
        setback: suggestion.setback && JSON.stringify(suggestion.setback),
      }),
  };
}
