import type Database from "better-sqlite3";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { databaseRefusal } from "./database-refusal.js";

/** Brings the tables up to this program. Throws `NewerDatabase` or `BrokenReferences`. */
export function migrateDatabase(
  sqlite: Database.Database,
  drizzle: BetterSQLite3Database,
  migrationsFolder: string,
): void {
  refuseNewer(sqlite, migrationsFolder);
  // A rebuilt table is dropped and renamed: references must not follow it, nor triggers of others stop it.
  sqlite.pragma("foreign_keys = OFF");
  sqlite.pragma("legacy_alter_table = ON");
  migrate(drizzle, { migrationsFolder });
  sqlite.pragma("legacy_alter_table = OFF");
  const [broken] = sqlite.prepare<[], { table: string; parent: string }>("PRAGMA foreign_key_check").all();
  if (broken) {
    throw databaseRefusal(
      "BrokenReferences",
      `The table ${broken.table} of the database points to rows of ${broken.parent} that are not there.`,
    );
  }
  sqlite.pragma("foreign_keys = ON");
}

function refuseNewer(sqlite: Database.Database, migrationsFolder: string): void {
  const table = "SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'";
  if (!sqlite.prepare(table).get()) return;
  const known = new Set(readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis));
  const applied = sqlite.prepare<[], number>("SELECT created_at FROM __drizzle_migrations").pluck().all();
  if (applied.every((when) => known.has(Number(when)))) return;
  throw databaseRefusal(
    "NewerDatabase",
    "The database was written by a newer Firsthand than this one. Start that one, or restore an older backup.",
  );
}
