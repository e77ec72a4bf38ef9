import { asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { DeskId, NoticeId, SuggestionId } from "../core/ids.js";
import { type Notice, type NoticeAbout, pauseEnds } from "../core/notice.js";
import { jsonText, rowDecoder, textAs } from "./decode-row.js";
import type { OpenDatabase } from "./open-database.js";
import { notices } from "./record-schema.js";
import { versionedWriter } from "./write-rows.js";

const cancelled = z.number();
const about: z.ZodType<NoticeAbout> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("former_executive"), cancelled }),
  z.object({ kind: z.literal("new_executive"), cancelled }),
  z.object({ kind: z.literal("new_account"), handle: z.string(), cancelled }),
  z.object({ kind: z.literal("old_database"), cancelled }),
  z.object({
    kind: z.literal("paused"),
    until: z.number().nullable(),
    cards: z.number(),
    ended: z.enum(pauseEnds).nullable(),
    overdue: z.array(textAs<SuggestionId>()),
  }),
  z.object({ kind: z.literal("profile_offer") }),
  z.object({ kind: z.literal("wrong_clock"), seconds: z.number() }),
]);

const decode = rowDecoder<Notice>(
  "notices",
  z.object({
    id: textAs<NoticeId>(),
    version: z.number(),
    deskId: textAs<DeskId>(),
    at: z.number(),
    about: jsonText(about),
    endedAt: z.number().nullable(),
  }),
);

export function noticeTable({ drizzle }: OpenDatabase) {
  const byId = drizzle
    .select()
    .from(notices)
    .where(eq(notices.id, sql.placeholder("id")))
    .prepare();
  // Word for word the condition of the partial index notices_open.
  const open = drizzle
    .select()
    .from(notices)
    .where(sql.raw("ended_at is null"))
    .orderBy(asc(notices.at))
    .prepare();
  const write = versionedWriter(drizzle, notices, notices.id);

  return {
    read(id: NoticeId): Notice | null {
      const row = byId.get({ id });
      return row ? decode(row) : null;
    },
    open: () => open.all().map(decode),
    /** False: stale. */
    write: (notice: Notice): boolean => write({ ...notice, about: JSON.stringify(notice.about) }),
  };
}
