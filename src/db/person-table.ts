import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { SlackUserId } from "../core/ids.js";
import type { Person } from "../flows/ports.js";
import { rowDecoder, textAs } from "./decode-row.js";
import { insertOnce } from "./insert-once.js";
import type { OpenDatabase } from "./open-database.js";
import { people } from "./schema.js";

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

  return {
    read(userId: SlackUserId): Person | null {
      const row = byId.get({ userId });
      return row ? decode(row) : null;
    },
    /** False: stale. */
    write({ version, ...person }: Person): boolean {
      const row = { ...person, version: version + 1 };
      if (version === 0) return insertOnce(drizzle.insert(people).values(row));
      const same = and(eq(people.userId, person.userId), eq(people.version, version));
      return drizzle.update(people).set(row).where(same).run().changes === 1;
    },
  };
}
