import { closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { databaseRefusal } from "./database-refusal.js";

/** A connection nobody refers to is collected and closed, and its lock with it. */
const held = new Set<Database.Database>();

/**
 * Holds the companion file for as long as this process lives. A file of its own, so that read-only tools can still
 * open the database itself. The operating system lets go of it when the process dies, however it dies.
 */
export function lockDatabase(path: string): { release(): void } {
  const lockPath = `${path}.lock`;
  createPrivate(lockPath);
  const lock = new Database(lockPath, { timeout: 0 });
  try {
    lock.pragma("locking_mode = EXCLUSIVE");
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      throw databaseRefusal(
        "DatabaseInUse",
        `Another Firsthand is running on the database ${path}. Stop it first: two would post twice.`,
      );
    }
    throw error;
  }
  held.add(lock);
  return {
    release() {
      lock.close();
      held.delete(lock);
    },
  };
}

/**
 * Makes an empty file that only its owner reads; leaves one that is there alone. It must not even be opened then:
 * closing any handle on a file drops all locks this process holds on it.
 */
export function createPrivate(path: string): void {
  try {
    closeSync(openSync(path, "wx", 0o600));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}
