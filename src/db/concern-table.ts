import { and, asc, eq, gte, sql } from "drizzle-orm";
import { z } from "zod";
import type { Concern } from "../core/concern.js";
import type { ConcernId, DeskId, Instant, SlackUserId, SuggestionId } from "../core/ids.js";
import { rowDecoder, textAs } from "./decode-row.js";
import type { OpenDatabase } from "./open-database.js";
import { concerns } from "./team-schema.js";
import { versionedWriter } from "./write-rows.js";

const decode = rowDecoder<Concern>(
  "concerns",
  z.object({
    id: textAs<ConcernId>(),
    version: z.number(),
    deskId: textAs<DeskId>(),
    suggestionId: textAs<SuggestionId>(),
    userId: textAs<SlackUserId>(),
    reason: z.string(),
    at: z.number(),
    seenAt: z.number().nullable(),
    withdrawnAt: z.number().nullable(),
  }),
);

export function concernTable({ drizzle }: OpenDatabase) {
  const p = sql.placeholder;
  const from = () => drizzle.select().from(concerns);
  const byId = from()
    .where(eq(concerns.id, p("id")))
    .prepare();
  const standing = from()
    .where(and(eq(concerns.suggestionId, p("id")), sql.raw("withdrawn_at is null")))
    .orderBy(asc(concerns.at), sql`rowid`)
    .prepare();
  const byPerson = from()
    .where(and(eq(concerns.userId, p("person")), gte(concerns.at, p("from"))))
    .orderBy(asc(concerns.at))
    .prepare();

  return {
    by: (person: SlackUserId, since: Instant) => byPerson.all({ person, from: since }).map(decode),
    read(id: ConcernId): Concern | null {
      const row = byId.get({ id });
      return row ? decode(row) : null;
    },
    of: (id: SuggestionId) => standing.all({ id }).map(decode),
    /** False: stale. */
    write: versionedWriter(drizzle, concerns, concerns.id),
  };
}
