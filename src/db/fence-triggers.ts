import type Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { databaseRefusal } from "./database-refusal.js";

const created = /^create\s+trigger\s+(?:if\s+not\s+exists\s+)?[`"]?(\w+)/i;
const dropped = /^drop\s+trigger\s+(?:if\s+exists\s+)?[`"]?(\w+)/i;

/** Every trigger as the migrations last wrote it, by name. A table dropped on the way takes none of them away here. */
export function writtenTriggers(migrationsFolder: string): ReadonlyMap<string, string> {
  const triggers = new Map<string, string>();
  for (const statement of readMigrationFiles({ migrationsFolder }).flatMap((migration) => migration.sql)) {
    const text = statement.replace(/^(?:\s+|--[^\n]*\n)+/, "");
    const made = created.exec(text)?.[1];
    if (made) triggers.set(made, bare(text));
    const gone = dropped.exec(text)?.[1];
    if (gone) triggers.delete(gone);
  }
  return triggers;
}

/** Throws `FenceChanged`, naming the trigger, unless the database holds exactly the triggers that were written. */
export function checkFences(sqlite: Database.Database, migrationsFolder: string): void {
  const standing = sqlite.prepare<[], { name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
  );
  const found = new Map(standing.all().map(({ name, sql }) => [name, bare(sql)]));
  for (const [name, text] of writtenTriggers(migrationsFolder)) {
    if (!found.has(name)) throw refusal(name, "is missing");
    if (found.get(name) !== text) throw refusal(name, "is not as it was written");
    found.delete(name);
  }
  for (const name of found.keys()) throw refusal(name, "was written by no migration");
}

function bare(sql: string): string {
  return sql.trim().replace(/;$/, "");
}

function refusal(name: string, what: string): Error {
  return databaseRefusal(
    "FenceChanged",
    `The trigger ${name} of the database ${what}. It guards approvals and posts: nothing starts without it.`,
  );
}
