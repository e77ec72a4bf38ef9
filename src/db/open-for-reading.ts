import { existsSync, readFileSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { drizzle as overSqlite } from "drizzle-orm/better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { OpenDatabase } from "./open-database.js";
import { ownMigrations } from "./own-migrations.js";

export type OpenedForReading =
  | { readonly kind: "open"; readonly database: OpenDatabase }
  /** A whole sentence for the operator. */
  | { readonly kind: "refused"; readonly sentence: string };

/**
 * Opens the database to look at it, beside a running Firsthand: without its lock, and everything that is read is of
 * one instant. Beside a database at rest no file is made or changed; where a log stands, SQLite touches its own
 * shared index (`-shm`) and nothing else.
 */
export function openForReading(path: string, migrationsFolder = ownMigrations()): OpenedForReading {
  const refused = (sentence: string) => ({ kind: "refused", sentence }) as const;
  if (!existsSync(path)) return refused(`There is no database at ${path}.`);
  let sqlite: Database.Database | null = null;
  try {
    sqlite = atRest(path) ?? new Database(path, { readonly: true, fileMustExist: true, timeout: 2_000 });
    sqlite.pragma("trusted_schema = OFF");
    sqlite.exec("BEGIN");
    const age = ageOf(sqlite, migrationsFolder);
    if (age === "now") return { kind: "open", database: opened(sqlite) };
    sqlite.close();
    return refused(`The file ${path} ${ages[age]}`);
  } catch (error) {
    sqlite?.close();
    if (codeOf(error) === "SQLITE_NOTADB") return refused(`The file ${path} ${ages.foreign}`);
    return refused(`The file ${path} cannot be read (${codeOf(error)}).`);
  }
}

function opened(sqlite: Database.Database): OpenDatabase {
  return { sqlite, drizzle: overSqlite(sqlite), close: () => void sqlite.close() };
}

/**
 * A database nobody has open, read into memory: SQLite itself would lay a log beside it, even to read, and leave it
 * there. Null where a log stands: a Firsthand is running, or was cut off.
 */
function atRest(path: string): Database.Database | null {
  const log = `${path}-wal`;
  if (existsSync(log)) return null;
  const before = statSync(path).mtimeMs;
  const bytes = readFileSync(path);
  // Opened by somebody meanwhile: what was read may be half of a write.
  if (existsSync(log) || statSync(path).mtimeMs !== before) return null;
  // A copy in memory has no log either: the header's two marks of one are taken back.
  if (bytes.length > 19) bytes.fill(1, 18, 20);
  return new Database(bytes, { readonly: true });
}

const ages = {
  foreign: "is no database of Firsthand.",
  newer: "was written by a newer Firsthand than this one: use that one's audit.",
  older: "was last used by an older Firsthand: start this one once, which brings it up to date.",
} as const;

function ageOf(sqlite: Database.Database, migrationsFolder: string): keyof typeof ages | "now" {
  const ours =
    "SELECT count(*) FROM sqlite_master WHERE name IN ('__drizzle_migrations', 'approvals', 'record')";
  if (sqlite.prepare<[], number>(ours).pluck().get() !== 3) return "foreign";
  const known = new Set(readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis));
  const applied = sqlite.prepare<[], number>("SELECT created_at FROM __drizzle_migrations").pluck().all();
  if (applied.some((when) => !known.has(Number(when)))) return "newer";
  return new Set(applied).size < known.size ? "older" : "now";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";
}
