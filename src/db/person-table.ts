import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { SlackUserId } from "../core/ids.js";
import type { Person } from "../flows/ports.js";
import { rowDecoder, textAs } from "./decode-row.js";
import type { OpenDatabase } from "./open-database.js";
import { people } from "./schema.js";
import { versionedWriter } from "./write-rows.js";

const decode = rowDecoder<Person>(
  "people",
  z.object({
    userId: textAs<SlackUserId>(),
    version: z.number(),
    locale: z.string(),
    zone: z.string(),
    seenAt: z.number(),
  }),
);

export function personTable({ drizzle }: OpenDatabase) {
  const byId = drizzle
    .select()
    .from(people)
    .where(eq(people.userId, sql.placeholder("userId")))
    .prepare();
  const write = versionedWriter(drizzle, people, people.userId);

  return {
    read(userId: SlackUserId): Person | null {
      const row = byId.get({ userId });
      return row ? decode(row) : null;
    },
    /** False: stale. */
    write: (row: Person): boolean => write(row),
  };
}
