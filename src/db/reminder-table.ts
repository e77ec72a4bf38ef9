import { and, asc, eq, lte, min, sql } from "drizzle-orm";
import { z } from "zod";
import type { DeskId, Instant, ReminderId } from "../core/ids.js";
import { type Reminder, type ReminderKind, reminderKinds } from "../core/reminder.js";
import { rowDecoder, textAs } from "./decode-row.js";
import { reminders } from "./executive-schema.js";
import type { OpenDatabase } from "./open-database.js";
import { versionedWriter } from "./write-rows.js";

const decode = rowDecoder<Reminder>(
  "reminders",
  z.object({
    id: textAs<ReminderId>(),
    version: z.number(),
    deskId: textAs<DeskId>(),
    kind: z.enum(reminderKinds),
    subject: z.string(),
    dueAt: z.number(),
    doneAt: z.number().nullable(),
  }),
);

export function reminderTable({ drizzle }: OpenDatabase) {
  const p = sql.placeholder;
  const from = () => drizzle.select().from(reminders);
  // Word for word the condition of the partial index reminders_due.
  const open = sql.raw("done_at is null");
  const byId = from()
    .where(eq(reminders.id, p("id")))
    .prepare();
  const bySubject = from()
    .where(and(eq(reminders.kind, p("kind")), eq(reminders.subject, p("subject"))))
    .prepare();
  const due = from()
    .where(and(open, lte(reminders.dueAt, p("now"))))
    .orderBy(asc(reminders.dueAt))
    .prepare();
  const nextDue = drizzle
    .select({ at: min(reminders.dueAt) })
    .from(reminders)
    .where(open)
    .prepare();

  return {
    read(id: ReminderId): Reminder | null {
      const row = byId.get({ id });
      return row ? decode(row) : null;
    },
    about(kind: ReminderKind, subject: string): Reminder | null {
      const row = bySubject.get({ kind, subject });
      return row ? decode(row) : null;
    },
    due: (now: Instant) => due.all({ now }).map(decode),
    nextDue: (): Instant | null => nextDue.get()?.at ?? null,
    /** False: stale, or there is one of this kind and subject. */
    write: versionedWriter(drizzle, reminders, reminders.id),
  };
}
