import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { deskId, suggestions } from "./schema.js";

// What colleagues add to a suggestion, and when her hours stood still.

const suggestionId = () =>
  text("suggestion_id")
    .notNull()
    .references(() => suggestions.id);

/** One row per suggestion and person, taken back or not. */
export const seconds = sqliteTable(
  "seconds",
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    deskId: deskId(),
    suggestionId: suggestionId(),
    userId: text("user_id").notNull(),
    note: text().notNull(),
    at: integer().notNull(),
    undoneAt: integer("undone_at"),
  },
  (t) => [index("seconds_by_suggestion").on(t.suggestionId, t.at)],
);

export const concerns = sqliteTable(
  "concerns",
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    deskId: deskId(),
    suggestionId: suggestionId(),
    userId: text("user_id").notNull(),
    reason: text().notNull(),
    at: integer().notNull(),
    seenAt: integer("seen_at"),
    withdrawnAt: integer("withdrawn_at"),
  },
  (t) => [
    index("concerns_by_suggestion").on(t.suggestionId, t.at),
    index("concerns_by_person").on(t.userId, t.at),
  ],
);

/** While the desk was paused or frozen nothing expired: written whenever it stops, closed when it goes on. */
export const stops = sqliteTable(
  "stops",
  { fromAt: integer("from_at").notNull(), deskId: deskId(), toAt: integer("to_at") },
  (t) => [index("stops_by_end").on(t.toAt), index("stops_open").on(t.fromAt).where(sql.raw("to_at is null"))],
);
