import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { DeskId, SlackUserId, SuggestionId } from "../core/ids.js";
import type { Second } from "../core/second.js";
import { rowDecoder, textAs } from "./decode-row.js";
import type { OpenDatabase } from "./open-database.js";
import { seconds } from "./team-schema.js";
import { versionedWriter } from "./write-rows.js";

const decode = rowDecoder<Second>(
  "seconds",
  z.object({
    id: z.string(),
    version: z.number(),
    deskId: textAs<DeskId>(),
    suggestionId: textAs<SuggestionId>(),
    userId: textAs<SlackUserId>(),
    note: z.string(),
    at: z.number(),
    undoneAt: z.number().nullable(),
  }),
);

export function secondTable({ drizzle }: OpenDatabase) {
  const p = sql.placeholder;
  const from = () => drizzle.select().from(seconds);
  const byId = from()
    .where(eq(seconds.id, p("id")))
    .prepare();
  const standing = from()
    .where(and(eq(seconds.suggestionId, p("id")), sql.raw("undone_at is null")))
    .orderBy(asc(seconds.at), sql`rowid`)
    .prepare();

  return {
    read(id: Second["id"]): Second | null {
      const row = byId.get({ id });
      return row ? decode(row) : null;
    },
    of: (id: SuggestionId) => standing.all({ id }).map(decode),
    /** False: stale. */
    write: versionedWriter(drizzle, seconds, seconds.id),
  };
}
