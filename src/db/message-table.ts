import { and, asc, eq, lte, min, sql } from "drizzle-orm";
import type { DeskId, Instant, MessageId, SlackChannelId, SlackTs } from "../core/ids.js";
import type { Message, MessageKind, MessageWanted } from "../core/message.js";
import type { OpenDatabase } from "./open-database.js";
import { messages } from "./schema.js";
import { decodeMessage, recipientColumns } from "./stored-message.js";
import { versionedWriter } from "./write-rows.js";

export function messageTable({ drizzle }: OpenDatabase) {
  const p = sql.placeholder;
  const from = () => drizzle.select().from(messages);
  // Word for word the condition of the partial index messages_owed: it serves no other.
  const owed = sql.raw("wanted > shown");
  const bySubject = from()
    .where(and(eq(messages.kind, p("kind")), eq(messages.subject, p("subject"))))
    .prepare();
  const byId = from()
    .where(eq(messages.id, p("id")))
    .prepare();
  const byPlace = from()
    .where(and(eq(messages.channel, p("channel")), eq(messages.ts, p("ts"))))
    .prepare();
  const due = from()
    .where(and(owed, lte(messages.dueAt, p("now"))))
    .orderBy(asc(messages.dueAt), sql`rowid`)
    .limit(p("most"))
    .prepare();
  const nextDue = drizzle
    .select({ at: min(messages.dueAt) })
    .from(messages)
    .where(owed)
    .prepare();

  const write = versionedWriter(drizzle, messages, messages.id);
  const unsent = sql.raw("messages.channel IS NULL AND messages.sending_since IS NULL");
  const want = drizzle
    .insert(messages)
    .values({
      id: p("id"),
      version: 1,
      deskId: p("deskId"),
      kind: p("kind"),
      subject: p("subject"),
      toKind: p("toKind"),
      toId: p("toId"),
      wanted: 1,
      shown: 0,
      attempts: 0,
      dueAt: p("at"),
    })
    .onConflictDoUpdate({
      target: [messages.deskId, messages.kind, messages.subject],
      set: {
        version: sql.raw("messages.version + 1"),
        wanted: sql.raw("messages.wanted + 1"),
        attempts: 0,
        dueAt: sql.raw("excluded.due_at"),
        // Where it stands already it is edited in place: only an unsent one can still go to somebody else.
        toKind: sql`CASE WHEN ${unsent} THEN excluded.to_kind ELSE messages.to_kind END`,
        toId: sql`CASE WHEN ${unsent} THEN excluded.to_id ELSE messages.to_id END`,
      },
    })
    .prepare();

  return {
    about(kind: MessageKind, subject: string): Message | null {
      const row = bySubject.get({ kind, subject });
      return row ? decodeMessage(row) : null;
    },
    byId(id: MessageId): Message | null {
      const row = byId.get({ id });
      return row ? decodeMessage(row) : null;
    },
    at(channel: SlackChannelId, ts: SlackTs): Message | null {
      const row = byPlace.get({ channel, ts });
      return row ? decodeMessage(row) : null;
    },
    owed: (now: Instant, most: number) => due.all({ now, most }).map(decodeMessage),
    nextDue: (): Instant | null => nextDue.get()?.at ?? null,
    /** Asks for one version more, due at once. Whoever is sending the message meanwhile finds it moved on. */
    want({ kind, subject, to }: MessageWanted, deskId: DeskId, at: Instant, newId: () => MessageId): void {
      want.run({ id: newId(), deskId, kind, subject, ...recipientColumns(to), at });
    },
    /** False: stale. */
    write: ({ to, ...message }: Message): boolean => write({ ...message, ...recipientColumns(to) }),
  };
}
