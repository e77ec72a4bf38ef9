import type { OpenDatabase } from "../../src/db/open-database.js";

/** How many rows each table holds: the same before and after a change that was not stored. */
export function countRows({ sqlite }: Pick<OpenDatabase, "sqlite">): Record<string, number> {
  const tables = sqlite.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck();
  const rowsOf = (table: string) => Number(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return Object.fromEntries(tables.all().map((table) => [table, rowsOf(table)]));
}
