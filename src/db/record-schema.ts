import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { deskId } from "./schema.js";

// What the house remembers of its own doing: deliveries taken, the record, its heads, notices, names, arrows.

export const handled = sqliteTable("handled", {
  key: text().primaryKey(),
  deskId: deskId(),
  at: integer().notNull(),
});

export const record = sqliteTable("record", {
  seq: integer().primaryKey(),
  deskId: deskId(),
  at: integer().notNull(),
  kind: text().notNull(),
  who: text(),
  about: text().notNull(),
  prevHash: text("prev_hash").notNull(),
  hash: text().notNull(),
});

/** Where the record ends, kept by a trigger: one row, so that a cut end is missed. */
export const recordHeads = sqliteTable("record_head", {
  id: integer().primaryKey(),
  seq: integer().notNull(),
  hash: text().notNull(),
});

/** The heads told in the weekly messages. */
export const weeklyHeads = sqliteTable("weekly_heads", {
  week: text().primaryKey(),
  deskId: deskId(),
  seq: integer().notNull(),
  hash: text().notNull(),
  at: integer().notNull(),
});

/** What a person is told outside a suggestion: a change of hands, a standstill. */
export const notices = sqliteTable(
  "notices",
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    deskId: deskId(),
    at: integer().notNull(),
    about: text().notNull(),
    endedAt: integer("ended_at"),
  },
  (t) => [index("notices_open").on(t.at).where(sql.raw("ended_at is null"))],
);

/** Who stands behind a name in the record. Deleting the row forgets the person; the chain stays whole. */
export const pseudonyms = sqliteTable(
  "pseudonyms",
  { userId: text("user_id").primaryKey(), pseudonym: text().notNull() },
  (t) => [uniqueIndex("pseudonyms_pseudonym").on(t.pseudonym)],
);

/** The core's transitions, for the triggers to read. Filled by a migration, then shut. */
export const arrows = sqliteTable(
  "arrows",
  {
    noun: text().notNull(),
    fromState: text("from_state").notNull(),
    toState: text("to_state").notNull(),
  },
  (t) => [primaryKey({ columns: [t.noun, t.fromState, t.toState] })],
);
