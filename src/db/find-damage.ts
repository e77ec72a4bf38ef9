import Database from "better-sqlite3";
import type { OpenDatabase } from "./open-database.js";

/** What SQLite itself finds wrong with the file, in its own words (names and row numbers), at most a hundred. */
export function findDamage({ sqlite }: Pick<OpenDatabase, "sqlite">): readonly string[] {
  const integrity = sqlite.prepare<[], string>("PRAGMA integrity_check").pluck().all();
  const broken = sqlite
    .prepare<[], { table: string; rowid: number | null; parent: string }>("PRAGMA foreign_key_check")
    .all();
  return [
    ...integrity.filter((words) => words !== "ok"),
    ...broken.map(({ table, rowid, parent }) => `row ${rowid} of ${table} points to no row of ${parent}`),
  ].slice(0, 100);
}

/** Whether this error says that the file is no longer what SQLite wrote, or not the tables we know. */
export function isDamage(error: unknown): error is Error & { code: string } {
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|ERROR|IOERR)/.test(error.code);
}
