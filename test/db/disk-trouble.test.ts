import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { diskTrouble, hasRoom, tryWriting } from "../../src/db/disk-trouble.js";
import { aChange, anApproval, aSuggestion } from "./builders.js";
import { approved, type House, openHouse } from "./house.js";

let folder: string;
let house: House;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "firsthand-"));
  house = await openHouse(join(folder, "firsthand.db"));
});
afterEach(() => {
  house.database.close();
  rmSync(folder, { recursive: true });
});

const path = () => join(folder, "firsthand.db");

const thrown = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
};
const sqliteError = (code: string) => new Database.SqliteError("in SQLite's words", code);

describe("an error that is the disk's", () => {
  test("is a database that is full, by SQLite's name for it", async () => {
    const { sqlite } = house.database;
    sqlite.pragma(`max_page_count = ${sqlite.pragma("page_count", { simple: true })}`);
    const row = aSuggestion({ note: "n".repeat(40_000) });
    const error = await house.store.commit(aChange({ put: [{ table: "suggestion", row }] })).catch((e) => e);
    expect(diskTrouble(error)).toBe("SQLITE_FULL");
  });
  test("is a database that takes no writing", () => {
    house.database.sqlite.pragma("query_only = ON");
    expect(diskTrouble(thrown(() => tryWriting(house.database, path())))).toBe("SQLITE_READONLY");
  });
  test.each([
    "SQLITE_IOERR_WRITE",
    "SQLITE_IOERR_FSYNC",
    "SQLITE_IOERR_SHORT_READ",
    "SQLITE_READONLY_DBMOVED",
    "SQLITE_CANTOPEN",
    "SQLITE_CORRUPT",
    "SQLITE_NOTADB",
  ])("is %s", (code) => {
    expect(diskTrouble(sqliteError(code))).toBe(code);
  });
});

describe("an error that is not", () => {
  test("is a fence that was broken", async () => {
    const { revision, card } = await approved(house.store);
    const row = anApproval(revision, card);
    const error = await house.store.commit(aChange({ put: [{ table: "approval", row }] })).catch((e) => e);
    expect(error).toMatchObject({ code: "SQLITE_CONSTRAINT_TRIGGER" });
    expect(diskTrouble(error)).toBe(null);
  });
  test.each(["SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_CONSTRAINT", "SQLITE_ERROR", "SQLITE_INTERRUPT"])(
    "is %s",
    (code) => {
      expect(diskTrouble(sqliteError(code))).toBe(null);
    },
  );
  test.each([[new Error("SQLITE_FULL")], [{ code: "SQLITE_FULL" }], [null], ["SQLITE_FULL"]])(
    "is whatever SQLite did not throw (%o)",
    (error) => {
      expect(diskTrouble(error)).toBe(null);
    },
  );
});

describe("trying whether it can be written", () => {
  test("changes nothing of what is stored", () => {
    const { sqlite } = house.database;
    sqlite.pragma("user_version = 7");
    tryWriting(house.database, path());
    expect(sqlite.pragma("user_version", { simple: true })).toBe(7);
    expect(readdirSync(folder).filter((name) => name.endsWith(".probe"))).toEqual([]);
  });
  test("wants room for more than a page: a file beside it that cannot be written is trouble", () => {
    mkdirSync(`${path()}.probe`);
    expect(() => tryWriting(house.database, path())).toThrow();
    rmdirSync(`${path()}.probe`);
    tryWriting(house.database, path());
  });
  test("really writes: a disk that takes nothing is noticed", () => {
    const { sqlite } = house.database;
    const written = () =>
      sqlite.prepare<[], { log: number }>("PRAGMA wal_checkpoint(PASSIVE)").get()?.log ?? 0;
    sqlite.pragma("wal_checkpoint(TRUNCATE)");
    expect(written()).toBe(0);
    tryWriting(house.database, path());
    expect(written()).toBeGreaterThan(0);
  });
});

describe("room on the disk", () => {
  test("is where the folder of the database lies", () => {
    expect(hasRoom(join(folder, "firsthand.db"))).toBe(true);
  });
  test.runIf(process.platform === "linux")("is none on a file system that has no block free", () => {
    expect(hasRoom("/proc/firsthand.db")).toBe(false);
  });
  test("is taken for granted where the disk does not say", () => {
    expect(hasRoom(join(folder, "not", "there", "firsthand.db"))).toBe(true);
  });
});
