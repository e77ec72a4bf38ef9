import type { RecordHead } from "../core/record.js";
import type { OpenDatabase } from "./open-database.js";
import { recordHeads } from "./record-schema.js";
import { weeklyHeadTable } from "./weekly-head-table.js";

/** The ends of the record that the database remembers beside the record itself. */
export type KeptHeads = {
  /** Kept by a trigger with every line; null: none yet. */
  readonly last: RecordHead | null;
  /** As the weekly messages told them. */
  readonly weekly: readonly (RecordHead & { readonly week: string })[];
};

export function keptHeads(database: OpenDatabase): KeptHeads {
  const { seq, hash } = recordHeads;
  const last = database.drizzle.select({ seq, hash }).from(recordHeads).limit(1).get();
  return { last: last ?? null, weekly: weeklyHeadTable(database).all() };
}
