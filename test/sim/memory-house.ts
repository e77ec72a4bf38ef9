import { drizzle as overSqlite } from "drizzle-orm/better-sqlite3";
import { type OpenDatabase, openDatabase } from "../../src/db/open-database.js";
import { openStore } from "../../src/db/open-store.js";
import type { NewId, Store } from "../../src/flows/ports.js";

/** One real database in memory for many runs: what a run wrote is undone before the next. */
export type House = {
  /** The connection as it is, for reading what was committed. */
  readonly database: OpenDatabase;
  readonly store: Store;
  readonly newId: NewId;
  /** Back to the beginning: an empty database, or what was kept. Ids begin anew. */
  reset(): void;
  /** Remembers the database as it is now: an operator's backup. */
  backUp(): void;
  /** The database as it was backed up last. False when it never was. */
  restore(): boolean;
  close(): void;
};

export type MemoryHouse = House & {
  /** What stands now is what every run begins with. */
  keep(): void;
};

type Sqlite = OpenDatabase["sqlite"];

/** A change's own transaction lies within the run's: a savepoint does for it what a transaction does elsewhere. */
const within: ReadonlyMap<string, string> = new Map([
  ["BEGIN IMMEDIATE", "SAVEPOINT one_change"],
  ["COMMIT", "RELEASE one_change"],
  ["ROLLBACK", "ROLLBACK TO one_change"],
]);

/**
 * Opening, migrating and preparing for every run would cost more than the run. References between rows are checked
 * when a transaction ends, and the run's never does: whoever runs it asks `PRAGMA foreign_key_check`.
 */
export function openMemoryHouse(): MemoryHouse {
  const database = openDatabase(":memory:");
  const { sqlite } = database;
  let ids = 0;
  const newId: NewId = <T extends string>() => {
    ids += 1;
    return `n${String(ids).padStart(19, "0")}` as T;
  };
  sqlite.exec("BEGIN IMMEDIATE; SAVEPOINT beginning");
  const nested = nestedIn(sqlite);
  const store = openStore(
    { ...database, sqlite: nested, drizzle: overSqlite(nested) },
    { newId, together: queueMicrotask },
  );
  let backedUp = false;
  return {
    database,
    store,
    newId,
    keep: () => void sqlite.exec("SAVEPOINT beginning"),
    reset() {
      // A rollback alone keeps what it undid in memory, and every later savepoint walks through it.
      sqlite.exec("ROLLBACK TO beginning; RELEASE beginning; SAVEPOINT beginning");
      backedUp = false;
      ids = 0;
    },
    backUp() {
      sqlite.exec("SAVEPOINT backup");
      backedUp = true;
    },
    restore() {
      if (backedUp) sqlite.exec("ROLLBACK TO backup");
      return backedUp;
    },
    close() {
      sqlite.exec("ROLLBACK");
      database.close();
    },
  };
}

/** The same connection, whose statements are prepared once for all runs. */
function nestedIn(sqlite: Sqlite): Sqlite {
  const prepared = new Map<string, unknown>();
  const prepare = (source: string) => {
    const known = prepared.get(source) ?? sqlite.prepare(within.get(source) ?? source);
    prepared.set(source, known);
    return known;
  };
  return new Proxy(sqlite, {
    get(target, name) {
      if (name === "prepare") return prepare;
      const found: unknown = Reflect.get(target, name, target);
      return typeof found === "function" ? found.bind(target) : found;
    },
  });
}
