import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../src/flows/ports.js";
import { type DiskWatch, watchDisk } from "../src/watch-disk.js";
import { aChange, anApproval, aSuggestion, morning } from "./db/builders.js";
import { approved, type House, openHouse } from "./db/house.js";

let folder: string;
let house: House;
let time: number;
let told: string[];
let logged: [string, object][];
let watch: DiskWatch;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "firsthand-"));
  const path = join(folder, "firsthand.db");
  house = await openHouse(path);
  time = morning;
  told = [];
  logged = [];
  watch = watching(path);
  store = watch.guard(house.store);
});
afterEach(() => {
  house.database.close();
  rmSync(folder, { recursive: true });
});

function watching(path: string): DiskWatch {
  return watchDisk({
    database: house.database,
    path,
    tellHer: async (what) => void told.push(what),
    now: () => time,
    log: (event, fields = {}) => void logged.push([event, fields]),
  });
}

/** No page more may be added to the file: what a full disk does to a commit that needs one. */
const full = () => {
  const { sqlite } = house.database;
  sqlite.pragma(`max_page_count = ${sqlite.pragma("page_count", { simple: true })}`);
};
const emptied = () => house.database.sqlite.pragma("max_page_count = 1073741823");
const readOnly = (on: boolean) => house.database.sqlite.pragma(`query_only = ${on ? "ON" : "OFF"}`);
const commit = (note = "n".repeat(40_000)) => {
  const suggestion = aSuggestion({ note });
  return store.commit(aChange({ put: [{ table: "suggestion", row: suggestion }] }));
};
/** A look, so much later. */
const look = async (ms = 5_000) => {
  time += ms;
  await watch.look();
};

describe("a commit that fails for the disk's sake", () => {
  test("says so, is told to her once, and is thrown as trouble with the disk, without what was written", async () => {
    full();
    for (let tries = 0; tries < 3; tries++) {
      const error = await commit().catch((caught: unknown) => caught);
      expect(error).toMatchObject({ name: "DiskTrouble", message: "the disk cannot be written" });
      expect(error).not.toHaveProperty("code");
    }
    expect(watch.failing()).toBe(true);
    expect(told).toEqual(["disk_fails"]);
    expect(logged).toEqual([["disk_failed", { code: "SQLITE_FULL" }]]);
    expect(await house.store.suggestionsIn("reading")).toEqual([]);
  });
  test("fails already when the thrower hears of it: nothing goes out in between", async () => {
    full();
    let failing = false;
    await commit().catch(() => {
      failing = watch.failing();
    });
    expect(failing).toBe(true);
  });
  test("and works again is told once; a commit is taken again", async () => {
    full();
    await commit().catch(() => undefined);
    emptied();
    await look();
    await look();
    expect(watch.failing()).toBe(false);
    expect(told).toEqual(["disk_fails", "disk_works"]);
    expect(logged.at(-1)).toEqual(["disk_works", { code: null }]);
    expect(await commit()).toEqual({ kind: "done" });
  });
  test("stays failing as long as nothing can be written, and is told no second time", async () => {
    readOnly(true);
    await commit().catch(() => undefined);
    for (let looks = 0; looks < 5; looks++) await look();
    expect(watch.failing()).toBe(true);
    readOnly(false);
    await look();
    expect(watch.failing()).toBe(false);
    expect(told).toEqual(["disk_fails", "disk_works"]);
  });
  test("is looked at again every five seconds, not oftener", async () => {
    readOnly(true);
    await commit().catch(() => undefined);
    await look(0);
    readOnly(false);
    await look(4_999);
    expect(watch.failing()).toBe(true);
    await look(1);
    expect(watch.failing()).toBe(false);
  });
  test("that fails anew is told anew", async () => {
    for (let times = 0; times < 2; times++) {
      readOnly(true);
      await commit().catch(() => undefined);
      readOnly(false);
      await look();
    }
    expect(told).toEqual(["disk_fails", "disk_works", "disk_fails", "disk_works"]);
  });
});

describe("every other commit", () => {
  test("goes through as it is", async () => {
    expect(await commit("short")).toEqual({ kind: "done" });
    expect(await store.suggestionsIn("reading")).toHaveLength(1);
    expect([watch.failing(), told]).toEqual([false, []]);
  });
  test("that breaks a rule throws as it did: it is not the disk's fault", async () => {
    const { revision, card } = await approved(house.store);
    const row = anApproval(revision, card);
    const broken = store.commit(aChange({ put: [{ table: "approval", row }] }));
    await expect(broken).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_TRIGGER" });
    expect([watch.failing(), told]).toEqual([false, []]);
  });
});

describe("a look at the disk", () => {
  test("that has room and works finds nothing", async () => {
    await look();
    expect([watch.failing(), told, logged]).toEqual([false, [], []]);
  });
  test.runIf(process.platform === "linux")(
    "without room for what comes stops before anything fails",
    async () => {
      watch = watching("/proc/firsthand.db");
      await look();
      expect(watch.failing()).toBe(true);
      expect(told).toEqual(["disk_fails"]);
      expect(logged).toEqual([["disk_failed", { code: "no room left" }]]);
      await look();
      expect(told).toEqual(["disk_fails"]);
    },
  );
});
