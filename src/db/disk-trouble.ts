import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import type { OpenDatabase } from "./open-database.js";

/** What SQLite calls a disk that cannot be written or read as it should. */
const troubles = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOLFS)/;

/** SQLite's name for the trouble with the disk behind this error; null for every other error. */
export function diskTrouble(error: unknown): string | null {
  return error instanceof Database.SqliteError && troubles.test(error.code) ? error.code : null;
}

/** What follows a call to X must find room: its outcome, the messages, and the log of the database. */
const roomBytes = 8 * 1024 * 1024;

/** Whether the disk below the database has room for what is to come. A disk that does not say has. */
export function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize >= roomBytes;
  } catch {
    return true;
  }
}

/** More than any one commit of ours writes. */
const probeBytes = 256 * 1024;

/**
 * Writes, changes nothing, and throws when the disk does not take it: a page of the database, and a file beside it,
 * because one page may still fit where a commit does not.
 */
export function tryWriting({ sqlite }: OpenDatabase, path: string): void {
  const scratch = `${path}.probe`;
  try {
    writeFileSync(scratch, Buffer.alloc(probeBytes), { mode: 0o600, flush: true });
  } finally {
    rmSync(scratch, { force: true });
  }
  const version = sqlite.pragma("user_version", { simple: true });
  sqlite.pragma(`user_version = ${Number(version)}`);
}
