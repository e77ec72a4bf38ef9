import type { OpenDatabase } from "../../../src/db/open-database.js";

/**
 * Fills the database with its triggers and indexes taken off, in one transaction that is not kept from a power cut,
 * and puts them back as they were written. Whoever opens it next compares every one of them.
 */
export async function withoutRules({ sqlite }: OpenDatabase, fill: () => Promise<void>): Promise<void> {
  const found = sqlite.prepare<[], { type: string; name: string; sql: string }>(
    "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL ORDER BY type",
  );
  const rules = found.all();
  for (const quick of [
    "foreign_keys = OFF",
    "journal_mode = MEMORY",
    "synchronous = OFF",
    "cache_size = -1000000",
  ])
    sqlite.pragma(quick);
  for (const { type, name } of rules) sqlite.exec(`DROP ${type} "${name}"`);
  sqlite.exec("BEGIN");
  await fill();
  sqlite.exec("COMMIT");
  for (const { sql } of rules) sqlite.exec(sql);
}
