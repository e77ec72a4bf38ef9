import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { isDatabaseRefusal } from "../../src/db/database-refusal.js";
import { deskTable } from "../../src/db/desk-table.js";
import { type OpenDatabase, openDatabase } from "../../src/db/open-database.js";
import { openStore } from "../../src/db/open-store.js";
import type { NewId } from "../../src/flows/ports.js";
import type { House } from "./memory-house.js";

/** A database on files of its own, for what only a disk can show. */
export type DiskHouse = House & {
  /** Whether a second process on the same files is refused, for that very reason. */
  secondIsRefused(): boolean;
  /**
   * What a process would find that started on these files as they are now, with the pages of one table overwritten:
   * whether it is refused.
   */
  corruptIsRefused(table: string): boolean;
};

export function openDiskHouse(): DiskHouse {
  const folder = mkdtempSync(join(tmpdir(), "firsthand-cell-"));
  const path = join(folder, "firsthand.db");
  const database = openDatabase(path);
  let ids = 0;
  const newId: NewId = <T extends string>() => {
    ids += 1;
    return `n${String(ids).padStart(19, "0")}` as T;
  };
  return {
    database,
    newId,
    store: openStore(database, { newId, together: queueMicrotask }),
    reset: () => undefined,
    backUp: () => undefined,
    restore: () => false,
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
    secondIsRefused() {
      try {
        openDatabase(path).close();
        return false;
      } catch (error) {
        return isDatabaseRefusal(error, "DatabaseInUse");
      }
    },
    corruptIsRefused(table) {
      const copy = join(folder, "copy.db");
      for (const end of ["", "-wal"]) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
      overwrite(copy, table);
      let opened: OpenDatabase | null = null;
      try {
        opened = openDatabase(copy);
        // The first thing a start reads (src/open-bot.ts).
        deskTable(opened).read();
        return false;
      } catch (error) {
        return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_CORRUPT");
      } finally {
        opened?.close();
      }
    },
  };
}

/** As a disk that lost a page: what stood there is noise. */
function overwrite(path: string, table: string): void {
  const sqlite = new Database(path);
  sqlite.pragma("wal_checkpoint(TRUNCATE)");
  const size = Number(sqlite.pragma("page_size", { simple: true }));
  const page = sqlite
    .prepare<[string], number>("SELECT rootpage FROM sqlite_master WHERE name = ?")
    .pluck()
    .get(table);
  sqlite.close();
  if (page === undefined) throw new Error(`no table ${table}`);
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size);
  closeSync(file);
}
