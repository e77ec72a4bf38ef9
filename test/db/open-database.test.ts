import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import fs, { mkdtempSync, rmSync, statSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isDatabaseRefusal } from "../../src/db/database-refusal.js";
import { openDatabase } from "../../src/db/open-database.js";
import { aPerson } from "./builders.js";
import { done, openHouse, shown } from "./house.js";

let folder: string;
let path: string;
const closing: (() => void)[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "firsthand-db-"));
  path = join(folder, "data", "firsthand.db");
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  for (const close of closing.splice(0)) close();
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

function open() {
  const database = openDatabase(path);
  closing.push(database.close);
  return database;
}

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** Another process at work on the same database; resolves with the first thing it says. */
async function another(what: "hold" | "read"): Promise<{ child: ChildProcess; said: unknown }> {
  const child = fork(new URL("./fixtures/another-process.mjs", import.meta.url), [what, path], {
    execArgv: [],
  });
  children.push(child);
  const [said] = await once(child, "message", { signal: AbortSignal.timeout(15_000) });
  return { child, said };
}

describe("one Firsthand on one database", () => {
  test("a second one in the same process is refused at once, in words", () => {
    open();
    const before = performance.now();
    const error = thrownBy(() => openDatabase(path));
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(isDatabaseRefusal(error, "DatabaseInUse")).toBe(true);
    expect(error).toMatchObject({ message: expect.stringContaining("Another Firsthand is running") });
  });
  test("also under the name of a link to it, whichever name it was opened by first", () => {
    const link = join(folder, "link.db");
    open();
    fs.symlinkSync(path, link);
    expect(
      isDatabaseRefusal(
        thrownBy(() => openDatabase(link)),
        "DatabaseInUse",
      ),
    ).toBe(true);
    for (const close of closing.splice(0)) close();
    closing.push(openDatabase(link).close);
    expect(
      isDatabaseRefusal(
        thrownBy(() => openDatabase(path)),
        "DatabaseInUse",
      ),
    ).toBe(true);
  });
  test("a database with a second name is refused, in words, and left unlocked", () => {
    open().close();
    const second = join(folder, "second.db");
    fs.linkSync(path, second);
    for (const name of [path, second])
      expect(
        isDatabaseRefusal(
          thrownBy(() => openDatabase(name)),
          "SecondName",
        ),
      ).toBe(true);
    fs.unlinkSync(second);
    open();
  });
  test("being refused does not loosen the lock of the first", () => {
    open();
    for (let times = 0; times < 3; times++) expect(() => openDatabase(path)).toThrow("Another Firsthand");
  });
  test("while another process holds it the start is refused, and after that one is killed it is not", async () => {
    open().close();
    const { child, said } = await another("hold");
    expect(said).toBe("held");
    expect(() => openDatabase(path)).toThrow("Another Firsthand");
    child.kill("SIGKILL");
    await once(child, "exit", { signal: AbortSignal.timeout(15_000) });
    open();
  });
  test("another process is refused while we hold it", async () => {
    open();
    expect((await another("hold")).said).toBe("SQLITE_BUSY");
  });
  test("another process reads the database while it is running", async () => {
    const house = await openHouse(path);
    closing.push(house.database.close);
    await shown(house.store);
    expect((await another("read")).said).toEqual({ suggestions: 1 });
    await done(house.store, { table: "person", row: aPerson() });
  });
  test("closed, it opens again with what it held", async () => {
    const house = await openHouse(path);
    const { suggestion } = await shown(house.store);
    house.database.close();
    const again = await openHouse(path);
    closing.push(again.database.close);
    expect(await again.store.suggestion(suggestion.id)).toEqual(suggestion);
  });
});

describe("what it sets", () => {
  test("folder and files are for their owner alone", () => {
    open();
    expect(statSync(join(folder, "data")).mode & 0o777).toBe(0o700);
    for (const file of [path, `${path}.lock`, `${path}-wal`]) expect(statSync(file).mode & 0o777).toBe(0o600);
  });
  test("every commit is kept through a power cut, also after opening again", () => {
    const pragma = (name: string) => {
      const database = open();
      const value = database.sqlite.pragma(name, { simple: true });
      database.close();
      return value;
    };
    expect(pragma("synchronous")).toBe(2);
    // The trap this guards against: what this build of SQLite makes of it when nobody asks.
    const bare = new Database(path);
    bare.prepare("SELECT count(*) FROM desks").get();
    expect(bare.pragma("synchronous", { simple: true })).toBe(1);
    bare.close();
    expect(pragma("synchronous")).toBe(2);
    expect(pragma("journal_mode")).toBe("wal");
    expect(pragma("foreign_keys")).toBe(1);
    expect(pragma("trusted_schema")).toBe(0);
    expect(pragma("legacy_alter_table")).toBe(0);
    expect(pragma("busy_timeout")).toBe(2_000);
  });
});

test("a database that cannot be set to keep every commit is refused, and left unlocked", () => {
  const pragma = Database.prototype.pragma;
  vi.spyOn(Database.prototype, "pragma").mockImplementation(function (
    this: Database.Database,
    source,
    options,
  ) {
    // A build of SQLite that knows better.
    return source === "synchronous" ? 1 : pragma.call(this, source, options);
  });
  expect(
    isDatabaseRefusal(
      thrownBy(() => openDatabase(path)),
      "NotDurable",
    ),
  ).toBe(true);
  vi.restoreAllMocks();
  open();
});

describe("a network disk is refused", () => {
  test.each([
    ["NFS", 0x6969],
    ["SMB", 0x517b],
    ["CIFS", 0xff534d42],
    ["CIFS", 0xff534d42 - 2 ** 32],
    ["SMB2", 0xfe534d42],
    ["FUSE", 0x65735546],
    ["9p", 0x01021997],
    ["Ceph", 0x00c36400],
    ["Lustre", 0x0bd00bd0],
    ["AFS", 0x5346414f],
    ["AFS", 0x6b414653],
    ["Coda", 0x73757245],
    ["GFS2", 0x01161970],
    ["OCFS2", 0x7461636f],
    ["vboxsf", 0x786f4256],
    ["vmhgfs", 0xbacbacbc],
  ])("%s, %d", (name, type) => {
    const local = fs.statfsSync(folder);
    vi.spyOn(fs, "statfsSync").mockReturnValue(Object.assign(local, { type }));
    syncBuiltinESMExports();
    const error = thrownBy(() => openDatabase(path));
    expect(isDatabaseRefusal(error, "NetworkDisk")).toBe(true);
    expect(error).toMatchObject({ message: expect.stringContaining(`network disk (${name})`) });
    expect(fs.existsSync(`${path}.lock`)).toBe(false);
  });
});
