import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { DeskId } from "../core/ids.js";
import type { Unfinished } from "../core/unfinished.js";
import { rowDecoder, textAs } from "./decode-row.js";
import { unfinishedTexts } from "./executive-schema.js";
import type { OpenDatabase } from "./open-database.js";

const decode = rowDecoder<Unfinished>(
  "unfinished_texts",
  z.object({
    subject: textAs<Extract<Unfinished["subject"], object>>(),
    deskId: textAs<DeskId>(),
    text: z.string(),
    at: z.number(),
  }),
);

/** The last written text of each subject: the newer replaces the older, and an empty one is no text. */
export function unfinishedTable({ drizzle }: OpenDatabase) {
  const p = sql.placeholder;
  const bySubject = drizzle
    .select()
    .from(unfinishedTexts)
    .where(eq(unfinishedTexts.subject, p("subject")))
    .prepare();
  const forget = drizzle
    .delete(unfinishedTexts)
    .where(eq(unfinishedTexts.subject, p("subject")))
    .prepare();
  const keep = drizzle
    .insert(unfinishedTexts)
    .values({ subject: p("subject"), deskId: p("deskId"), text: p("text"), at: p("at") })
    .onConflictDoUpdate({
      target: unfinishedTexts.subject,
      set: { text: sql.raw("excluded.text"), at: sql.raw("excluded.at") },
    })
    .prepare();

  return {
    read(subject: Unfinished["subject"]): Unfinished | null {
      const row = bySubject.get({ subject });
      return row ? decode(row) : null;
    },
    write(row: Unfinished): void {
      if (row.text === "") forget.run({ subject: row.subject });
      else keep.run(row);
    },
  };
}
