import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { deskId } from "./schema.js";

// What is the executive's alone.

/** One of each kind and subject: nobody is reminded twice. */
export const reminders = sqliteTable(
  "reminders",
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    deskId: deskId(),
    kind: text().notNull(),
    subject: text().notNull(),
    dueAt: integer("due_at").notNull(),
    doneAt: integer("done_at"),
  },
  (t) => [
    uniqueIndex("reminders_once").on(t.kind, t.subject),
    index("reminders_due").on(t.dueAt).where(sql.raw("done_at is null")),
  ],
);

/** What she was writing when a form closed; the last counted text of each. */
export const unfinishedTexts = sqliteTable("unfinished_texts", {
  subject: text().primaryKey(),
  deskId: deskId(),
  text: text().notNull(),
  at: integer().notNull(),
});
