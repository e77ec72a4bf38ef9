import { getTableColumns } from "drizzle-orm";
import type { AnySQLiteTable } from "drizzle-orm/sqlite-core";
import type { OpenDatabase } from "../../../src/db/open-database.js";

/** Appends whole rows by position: a million of them through the query builder would take most of an hour. */
export function rowWriter<T extends AnySQLiteTable>({ sqlite, drizzle }: OpenDatabase, table: T) {
  const columns = Object.entries(getTableColumns<AnySQLiteTable>(table));
  const { sql } = drizzle
    .insert<AnySQLiteTable>(table)
    .values(Object.fromEntries(columns.map(([key]) => [key, null])))
    .toSQL();
  const insert = sqlite.prepare(sql);
  const keys = columns.map(([key]) => key) as (keyof T["$inferSelect"])[];
  return (row: T["$inferSelect"]): void => void insert.run(keys.map((key) => row[key]));
}
