import { existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle as overSqlite } from "drizzle-orm/better-sqlite3";
import { databaseRefusal } from "./database-refusal.js";
import { checkFences } from "./fence-triggers.js";
import { createPrivate, lockDatabase } from "./lock-database.js";
import { migrateDatabase } from "./migrate-database.js";
import { networkDisk } from "./network-disk.js";
import { ownMigrations } from "./own-migrations.js";

export type OpenDatabase = {
  readonly sqlite: Database.Database;
  readonly drizzle: BetterSQLite3Database;
  close(): void;
};

/** How long a commit waits for another program's write, in milliseconds. */
const busyMs = 2_000;

/**
 * Opens the database for this process alone, brought up to date and with every fence standing.
 * Throws a `DatabaseRefusal` with a sentence for the operator; nothing stays open or locked then.
 * @param path `:memory:` for tests: no file, no lock.
 */
export function openDatabase(path: string, migrationsFolder = ownMigrations()): OpenDatabase {
  const inMemory = path === ":memory:";
  if (!inMemory) prepareFolder(path);
  const lock = inMemory ? null : lockDatabase(trueName(path));
  let sqlite: Database.Database | null = null;
  const close = () => {
    sqlite?.close();
    lock?.release();
  };
  try {
    if (!inMemory) createPrivate(path);
    if (!inMemory) refuseSecondName(path);
    sqlite = new Database(path, { timeout: busyMs });
    const drizzle = overSqlite(sqlite);
    setPragmas(sqlite, inMemory);
    migrateDatabase(sqlite, drizzle, migrationsFolder);
    checkFences(sqlite, migrationsFolder);
    return { sqlite, drizzle, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The file itself, also where this path is a link to it: one database has one lock, under whatever name it is opened. */
function trueName(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
}

function refuseSecondName(path: string): void {
  const found = statSync(path);
  if (!found.isFile() || found.nlink === 1) return;
  throw databaseRefusal(
    "SecondName",
    `The database ${path} has a second name (a hard link), under which another Firsthand could run. Leave it one name.`,
  );
}

function prepareFolder(path: string): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const disk = networkDisk(folder);
  if (disk === null) return;
  throw databaseRefusal(
    "NetworkDisk",
    `The folder ${folder} lies on a network disk (${disk}), where a database cannot be locked. Use a local disk.`,
  );
}

function setPragmas(sqlite: Database.Database, inMemory: boolean): void {
  sqlite.pragma("trusted_schema = OFF");
  const journal = sqlite.pragma("journal_mode = WAL", { simple: true });
  sqlite.pragma("synchronous = FULL");
  // This build of SQLite falls back to NORMAL whenever a WAL database is opened again: an approval could be lost
  // at a power cut after its post went out.
  const synchronous = sqlite.pragma("synchronous", { simple: true });
  if (synchronous === 2 && (inMemory || journal === "wal")) return;
  throw databaseRefusal("NotDurable", "The database cannot be set to keep every commit through a power cut.");
}
