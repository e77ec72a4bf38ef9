import { asc, eq, sql } from "drizzle-orm";
import type { DeskId, Instant } from "../core/ids.js";
import type { RecordHead } from "../core/record.js";
import type { OpenDatabase } from "./open-database.js";
import { weeklyHeads } from "./record-schema.js";
import { rowInserter } from "./write-rows.js";

/** The heads of the record as the weekly messages told them. */
export function weeklyHeadTable({ drizzle }: OpenDatabase) {
  const head = { seq: weeklyHeads.seq, hash: weeklyHeads.hash };
  const ofWeek = drizzle
    .select(head)
    .from(weeklyHeads)
    .where(eq(weeklyHeads.week, sql.placeholder("week")))
    .prepare();
  const insert = rowInserter(drizzle, weeklyHeads);

  return {
    read: (week: string): RecordHead | null => ofWeek.get({ week }) ?? null,
    all: () =>
      drizzle
        .select({ week: weeklyHeads.week, ...head })
        .from(weeklyHeads)
        .orderBy(asc(weeklyHeads.seq))
        .all(),
    /** False: this week's was told. */
    write: (told: RecordHead & { week: string; deskId: DeskId; at: Instant }): boolean => insert(told),
  };
}
