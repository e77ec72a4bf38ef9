import { type AnyColumn, and, eq, getTableColumns, sql } from "drizzle-orm";
import type { AnySQLiteColumn, AnySQLiteTable } from "drizzle-orm/sqlite-core";
import { insertOnce } from "./insert-once.js";
import type { OpenDatabase } from "./open-database.js";

type Drizzle = OpenDatabase["drizzle"];
type VersionedTable = AnySQLiteTable & { readonly version: AnySQLiteColumn };

/** Inserts whole rows by a statement prepared once. Throws when a row stands under one of its keys already. */
export function rowAppender<T extends AnySQLiteTable>(drizzle: Drizzle, table: T) {
  const insert = drizzle.insert<AnySQLiteTable>(table).values(everyColumn(table)).prepare();
  return (row: T["$inferSelect"]): void => void insert.run(row);
}

/** As `rowAppender`, but false when a row stands under one of its keys already: somebody was faster. */
export function rowInserter<T extends AnySQLiteTable>(drizzle: Drizzle, table: T) {
  const append = rowAppender(drizzle, table);
  return (row: T["$inferSelect"]): boolean => insertOnce(() => append(row));
}

/**
 * Writes whole rows, each with the version it was read at: version 0 inserts, any other moves on the row that still
 * stands at it. False: stale.
 */
export function versionedWriter<T extends VersionedTable>(drizzle: Drizzle, table: T, key: AnyColumn) {
  const insert = rowInserter(drizzle, table);
  const columns = getTableColumns<AnySQLiteTable>(table);
  const [keyName = ""] = Object.entries(columns).find(([, column]) => column === key) ?? [];
  // A key that is set, even to itself, is taken out of every index and put back.
  const { [keyName]: _, ...others } = everyColumn(table);
  const update = drizzle
    .update<AnySQLiteTable>(table)
    .set(others)
    .where(and(eq(key, sql.placeholder(keyName)), eq(table.version, sql.placeholder("readAt"))))
    .prepare();

  return (row: T["$inferSelect"] & { readonly version: number }): boolean => {
    const next = { ...row, version: row.version + 1 };
    if (row.version === 0) return insert(next);
    return update.run({ ...next, readAt: row.version }).changes === 1;
  };
}

function everyColumn(table: AnySQLiteTable) {
  const names = Object.keys(getTableColumns(table));
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
}
