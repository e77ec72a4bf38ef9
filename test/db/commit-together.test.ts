import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryKey } from "../../src/core/ids.js";
import type { Suggestion } from "../../src/core/suggestion.js";
import { type OpenDatabase, openDatabase } from "../../src/db/open-database.js";
import { openStore } from "../../src/db/open-store.js";
import type { Change, Row, Store } from "../../src/flows/ports.js";
import { aChange, aDesk, aSuggestion, morning, nadia, newId } from "./builders.js";
import { countRows } from "./count-rows.js";
import { approving, done, shown } from "./house.js";

let folder: string;
let database: OpenDatabase;
let store: Store;
/** What the disk does at a COMMIT; `commits` says how often it was asked. */
let atCommit: (commit: () => void) => void;
let commits: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "firsthand-db-"));
  database = openDatabase(join(folder, "firsthand.db"));
  atCommit = (commit) => commit();
  withDisk(database.sqlite);
  store = openStore(database, { newId });
  await done(store, { table: "desk", row: aDesk() });
  await store.commit(whole().change);
  commits = 0;
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** Puts the test between SQLite and the disk: better-sqlite3 has no other place to make a COMMIT fail. */
function withDisk(sqlite: Database.Database): void {
  const prepare = sqlite.prepare.bind(sqlite);
  sqlite.prepare = ((source: string) => {
    const statement = prepare(source);
    if (source !== "COMMIT") return statement;
    const run = () => {
      commits += 1;
      atCommit(() => void statement.run());
    };
    return { run };
  }) as typeof sqlite.prepare;
}

const key = (name: string) => name as DeliveryKey;
const entry = { kind: "suggested", at: morning, who: nadia, about: {} } as const;
const noOne = { kind: "person", userId: nadia } as const;

/** A change of several kinds of row, and the suggestion that tells whether it is stored. */
function whole(given: Partial<Change> = {}): { change: Change; row: Suggestion } {
  const row = aSuggestion();
  const show = [{ kind: "suggester", subject: row.id, to: noOne }] as const;
  const put = [{ table: "suggestion", row } as const];
  return { row, change: aChange({ put, show, record: [entry], handled: key(row.id), ...given }) };
}
/** As `whole`, and of no use at its end. */
function spoiltBy(how: "stale" | "fenced" | "dangling"): ReturnType<typeof whole> {
  const { row, change } = whole();
  const suggestion = (given: Partial<Suggestion>): Row => ({
    table: "suggestion",
    row: { ...row, ...given },
  });
  const put = {
    stale: [suggestion({}), { table: "desk", row: aDesk({ version: 9 }) } as const],
    fenced: [suggestion({}), suggestion({ version: 1, state: "approved" })],
    dangling: [suggestion({ revisionId: newId() })],
  }[how];
  return { row, change: { ...change, put } };
}

const counts = () => countRows(database);
/** As counted before, and so many whole changes more. */
function afterStoring(before: Record<string, number>, more: number): Record<string, number> {
  const grown = ["suggestions", "messages", "handled", "record"];
  return { ...before, ...Object.fromEntries(grown.map((table) => [table, (before[table] ?? 0) + more])) };
}
const commit = (...changes: readonly { change: Change }[]) =>
  Promise.allSettled(changes.map(({ change }) => store.commit(change)));
const isStored = async ({ row }: { row: Suggestion }) => (await store.suggestion(row.id)) !== null;
const isDone = { status: "fulfilled", value: { kind: "done" } };

describe("changes asked for in one turn", () => {
  test("share one commit, and each is stored whole", async () => {
    const before = counts();
    expect(await commit(whole(), whole(), whole())).toEqual([isDone, isDone, isDone]);
    expect(commits).toBe(1);
    expect(counts()).toEqual(afterStoring(before, 3));
  });
  test("do not wait for what comes in a later turn", async () => {
    await commit(whole());
    await commit(whole());
    expect(commits).toBe(2);
  });
  test("are decided one after the other: of two presses on one reading one is stored, the other stale", async () => {
    const before = await shown(store);
    const [first, second] = [approving(before), approving(before)];
    const both = await commit({ change: aChange(first) }, { change: aChange(second) });
    expect(both).toEqual([isDone, { status: "fulfilled", value: { kind: "stale" } }]);
    expect((await store.latestPost(before.suggestion.id))?.post.id).toBe(first.post.id);
  });
  test("take one delivery once", async () => {
    const [first, again] = [whole({ handled: key("press") }), whole({ handled: key("press") })];
    const taken = { status: "fulfilled", value: { kind: "taken", key: "press" } };
    expect(await commit(first, again)).toEqual([isDone, taken]);
    expect([await isStored(first), await isStored(again)]).toEqual([true, false]);
  });
  test("write one record, every line after the one before it", async () => {
    await commit(whole(), spoiltBy("stale"), whole());
    const lines = database.sqlite.prepare<[], { hash: string; prev_hash: string }>(
      "SELECT hash, prev_hash FROM record ORDER BY seq",
    );
    const [first, ...others] = lines.all();
    expect(others.map((line) => line.prev_hash)).toEqual([first?.hash, others[0]?.hash]);
  });
});

describe("what is not stored of one", () => {
  test.each([
    ["stale", { status: "fulfilled", value: { kind: "stale" } }],
    ["fenced", { status: "rejected", reason: { code: "SQLITE_CONSTRAINT_TRIGGER" } }],
    ["dangling", { status: "rejected", reason: { code: "SQLITE_CONSTRAINT_FOREIGNKEY" } }],
  ] as const)("leaves the others whole, and nothing of itself, where it is %s", async (how, told) => {
    const before = counts();
    for (const place of [0, 1, 2]) {
      const batch = [whole(), whole()];
      const bad = spoiltBy(how);
      batch.splice(place, 0, bad);
      const answers = await commit(...batch);
      expect(answers).toMatchObject(batch.map((each) => (each === bad ? told : isDone)));
      for (const each of batch) expect(await isStored(each)).toBe(each !== bad);
    }
    expect(counts()).toEqual(afterStoring(before, 6));
    expect(database.sqlite.inTransaction).toBe(false);
  });
  test("is said of an error that is none of SQLite's, too", async () => {
    const { suggestion, revision } = await shown(store);
    const row = { ...revision, id: newId<typeof revision.id>(), number: 2, text: "other" };
    const good = whole();
    const wrong = { change: aChange({ put: [{ table: "revision", row }], handled: key("press") }) };
    const [broken, stored] = await commit(wrong, good);
    expect(broken).toMatchObject({ status: "rejected", reason: expect.any(Error) });
    expect(stored).toEqual(isDone);
    expect((await store.suggestion(suggestion.id))?.version).toBe(suggestion.version);
    expect(await store.commit(aChange({ handled: key("press") }))).toEqual({ kind: "done" });
  });
});

describe("a COMMIT that fails", () => {
  const inSqlite = (code: string) => new Database.SqliteError("in SQLite's words", code);
  const full = { status: "rejected", reason: { code: "SQLITE_FULL" } };

  test.each(["with everything undone by it", "with everything still to undo"])(
    "is heard by all of them, %s, and nothing of any is stored",
    async (undone) => {
      const before = counts();
      const batch = [whole(), spoiltBy("stale"), whole()];
      atCommit = () => {
        if (undone.startsWith("with everything undone")) database.sqlite.exec("ROLLBACK");
        throw inSqlite("SQLITE_FULL");
      };
      expect(await commit(...batch)).toMatchObject([full, full, full]);
      expect(commits).toBe(1);
      expect(counts()).toEqual(before);
      expect(database.sqlite.inTransaction).toBe(false);
      atCommit = (commit) => commit();
      expect(await commit(whole(), whole())).toEqual([isDone, isDone]);
    },
  );
  test("a disk that fills up at whatever page keeps all of them or none", async () => {
    const { sqlite } = database;
    const before = counts();
    const large = () => {
      const row = aSuggestion({ note: "x".repeat(9_000) });
      return { ...whole({ put: [{ table: "suggestion", row }] }), row };
    };
    const batch = [large(), large(), large()];
    const pages = Number(sqlite.pragma("page_count", { simple: true }));
    let refused = 0;
    for (let more = 0; more < 100; more++) {
      sqlite.pragma(`max_page_count = ${pages + more}`);
      const told = await commit(...batch);
      if (told.every(({ status }) => status === "fulfilled")) break;
      expect(told).toMatchObject([full, full, full]);
      expect(counts()).toEqual(before);
      refused += 1;
    }
    expect(refused).toBeGreaterThan(3);
    for (const each of batch) expect(await isStored(each)).toBe(true);
    expect(sqlite.pragma("integrity_check", { simple: true })).toBe("ok");
  });
  test("is never seen by who reads meanwhile, nor what it would have stored", async () => {
    const batch = [whole(), whole()];
    atCommit = () => {
      throw inSqlite("SQLITE_IOERR_FSYNC");
    };
    const seen: boolean[] = [];
    let settled = false;
    const committing = commit(...batch).finally(() => {
      settled = true;
    });
    while (!settled) {
      for (const each of batch) seen.push(await isStored(each));
      await turn();
    }
    await committing;
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).not.toContain(true);
  });
});

test("what is read in the same turn is what was committed before", async () => {
  const { row, change } = whole();
  const committing = store.commit(change);
  expect(await store.suggestion(row.id)).toBeNull();
  await committing;
  expect(await store.suggestion(row.id)).not.toBeNull();
});

/** The files as a process leaves them that ends at once, opened again. */
function afterCrash(name: string): () => Record<string, number> {
  const copy = join(folder, `${name}.db`);
  for (const end of ["", "-wal"]) copyFileSync(join(folder, `firsthand.db${end}`), copy + end);
  return () => {
    const again = openDatabase(copy);
    const found = countRows(again);
    again.close();
    return found;
  };
}

test("a crash before the COMMIT leaves nothing of any of them, after it all of each", async () => {
  const before = counts();
  let [early, late] = [() => before, () => before];
  atCommit = (commit) => {
    early = afterCrash("early");
    commit();
    late = afterCrash("late");
  };
  expect(await commit(whole(), whole())).toEqual([isDone, isDone]);
  expect(early()).toEqual(before);
  expect(late()).toEqual(counts());
  expect(counts()).toEqual(afterStoring(before, 2));
});
