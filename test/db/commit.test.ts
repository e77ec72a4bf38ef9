import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryKey, SuggestionId } from "../../src/core/ids.js";
import { openDatabase } from "../../src/db/open-database.js";
import { openStore } from "../../src/db/open-store.js";
import type { Row } from "../../src/flows/ports.js";
import {
  aChange,
  aDesk,
  aPerson,
  aPost,
  aRevision,
  aSuggestion,
  executive,
  morning,
  nadia,
  newId,
} from "./builders.js";
import { countRows } from "./count-rows.js";
import { approved, approving, done, type House, openHouse, shown } from "./house.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.database.close());

const key = (name: string) => name as DeliveryKey;
const stale = { kind: "stale" };
const entry = { kind: "suggested", at: morning, who: nadia, about: {} } as const;

const counts = () => countRows(house.database);

describe("a row that was read at an older version is stale", () => {
  test("each write moves the version by one", async () => {
    await done(house.store, { table: "person", row: aPerson() });
    await done(house.store, { table: "person", row: aPerson({ version: 1, zone: "Europe/Lisbon" }) });
    expect(await house.store.person(nadia)).toEqual(aPerson({ version: 2, zone: "Europe/Lisbon" }));
  });
  test("every versioned table says so, and of what else was to be written nothing stays", async () => {
    const { suggestion, post, part, card } = await approved(house.store);
    await done(house.store, { table: "person", row: aPerson() });
    const before = counts();
    const late: Row[] = [
      { table: "desk", row: aDesk({ version: 7 }) },
      { table: "person", row: aPerson({ version: 7 }) },
      { table: "suggestion", row: { ...suggestion, version: 7 } },
      { table: "post", row: { ...post, version: 7 } },
      { table: "part", row: { ...part, version: 7 } },
      { table: "message", row: { ...card, version: 7 } },
    ];
    for (const row of late) {
      const put: Row[] = [{ table: "suggestion", row: aSuggestion() }, row];
      const show = [{ kind: "summary", subject: "2026-W48", to: card.to }] as const;
      const change = aChange({ put, show, handled: key("press"), record: [entry] });
      expect(await house.store.commit(change)).toEqual(stale);
      expect(counts()).toEqual(before);
    }
  });
  test("inserting what is there already is stale too, in every table", async () => {
    const { suggestion, revision, approval, post, part, card } = await approved(house.store);
    await done(house.store, { table: "person", row: aPerson() });
    const again: Row[] = [
      { table: "desk", row: aDesk() },
      { table: "person", row: aPerson() },
      { table: "suggestion", row: { ...suggestion, version: 0, state: "reading" } },
      { table: "revision", row: { ...revision, id: newId() } },
      { table: "post", row: { ...post, version: 0 } },
      { table: "part", row: { ...part, version: 0 } },
      { table: "message", row: { ...card, id: newId(), version: 0 } },
      { table: "message", row: { ...card, id: newId(), kind: "summary", version: 0 } },
    ];
    for (const row of again) expect(await house.store.commit(aChange({ put: [row] }))).toEqual(stale);
    await done(house.store, { table: "post", row: { ...post, state: "cancelled" } });
    const press = { ...approval, id: newId() } as typeof approval;
    expect(await house.store.commit(aChange({ put: [{ table: "approval", row: press }] }))).toEqual(stale);
  });
  test("of two approvals decided on one reading, one is stored", async () => {
    const before = await shown(house.store);
    const [first, second] = [approving(before), approving(before)];
    expect(await house.store.commit(aChange({ put: first.put }))).toEqual({ kind: "done" });
    expect(await house.store.commit(aChange({ put: second.put }))).toEqual(stale);
    expect((await house.store.latestPost(before.suggestion.id))?.post.id).toBe(first.post.id);
  });
  test("what was read and not written is guarded by expect", async () => {
    const { suggestion, post } = await approved(house.store);
    const at = (version: number) => [
      { table: "desk", id: aDesk().id, version } as const,
      { table: "suggestion", id: suggestion.id, version: suggestion.version - 1 + version } as const,
      { table: "post", id: post.id, version } as const,
    ];
    expect(await house.store.commit(aChange({ expect: at(1) }))).toEqual({ kind: "done" });
    for (const ref of at(2)) expect(await house.store.commit(aChange({ expect: [ref] }))).toEqual(stale);
    const gone = { table: "suggestion", id: newId<SuggestionId>(), version: 1 } as const;
    expect(await house.store.commit(aChange({ expect: [gone] }))).toEqual(stale);
  });
});

describe("a delivery is taken once", () => {
  test("the second time it says so and stores nothing", async () => {
    expect(await house.store.commit(aChange({ handled: key("press") }))).toEqual({ kind: "done" });
    const before = counts();
    const put: Row[] = [{ table: "suggestion", row: aSuggestion() }];
    const change = aChange({ handled: key("press"), put, record: [entry] });
    expect(await house.store.commit(change)).toEqual({ kind: "taken", key: "press" });
    expect(counts()).toEqual(before);
  });
  test("taken is said before stale", async () => {
    await house.store.commit(aChange({ handled: key("press") }));
    const change = aChange({
      handled: key("press"),
      expect: [{ table: "desk", id: aDesk().id, version: 9 }],
    });
    expect(await house.store.commit(change)).toEqual({ kind: "taken", key: "press" });
  });
  test("a stale change does not use the delivery up", async () => {
    const late = aChange({ handled: key("press"), put: [{ table: "desk", row: aDesk({ version: 9 }) }] });
    expect(await house.store.commit(late)).toEqual(stale);
    expect(await house.store.commit(aChange({ handled: key("press") }))).toEqual({ kind: "done" });
  });
});

describe("what breaks leaves nothing behind", () => {
  test("a fence met half way", async () => {
    const { suggestion, post } = await approved(house.store);
    const before = counts();
    const put: Row[] = [
      { table: "revision", row: aRevision(suggestion, { number: 2, text: "other" }) },
      { table: "post", row: { ...post, state: "done" } },
    ];
    const change = aChange({ handled: key("press"), put, record: [entry] });
    await expect(house.store.commit(change)).rejects.toThrow("fence: a post does not go");
    expect(counts()).toEqual(before);
    expect(house.database.sqlite.inTransaction).toBe(false);
  });
  test("a reference to nothing, found at the end", async () => {
    const suggestion = aSuggestion({ revisionId: newId() });
    const change = aChange({ put: [{ table: "suggestion", row: suggestion }] });
    await expect(house.store.commit(change)).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_FOREIGNKEY" });
    expect(await house.store.suggestion(suggestion.id)).toBeNull();
    expect(house.database.sqlite.inTransaction).toBe(false);
  });
  test("a revision whose digest is not that of its words", async () => {
    const { suggestion, revision } = await shown(house.store);
    const wrong = aRevision(suggestion, { number: 2, text: "other", digest: revision.digest });
    const change = aChange({ put: [{ table: "revision", row: wrong }] });
    await expect(house.store.commit(change)).rejects.toThrow("digest");
  });
  test("a full disk, at whatever page it fills up", async () => {
    const { sqlite } = house.database;
    const before = counts();
    const change = aChange({
      handled: key("press"),
      put: Array.from({ length: 12 }, () => ({
        table: "suggestion" as const,
        row: aSuggestion({ note: "x".repeat(3_000) }),
      })),
      show: [{ kind: "summary", subject: "2026-W48", to: { kind: "person", userId: executive } }],
      record: [entry],
    });
    let full = 0;
    let outcome: unknown;
    const pages = Number(sqlite.pragma("page_count", { simple: true }));
    for (let more = 0; more < 100 && outcome === undefined; more++) {
      sqlite.pragma(`max_page_count = ${pages + more}`);
      try {
        outcome = await house.store.commit(change);
      } catch (error) {
        expect(error).toMatchObject({ code: "SQLITE_FULL" });
        expect(counts()).toEqual(before);
        full += 1;
      }
    }
    expect(full).toBeGreaterThan(5);
    expect(outcome).toEqual({ kind: "done" });
    expect(sqlite.pragma("integrity_check", { simple: true })).toBe("ok");
  });
  test("the very first change opens the desk; nothing is stored before", async () => {
    const database = openDatabase(":memory:");
    const store = openStore(database, { newId });
    await expect(store.commit(aChange({ handled: key("press") }))).rejects.toThrow("no desk is open yet");
    const desk: Row = { table: "desk", row: aDesk() };
    const opened = await store.commit(aChange({ put: [desk], handled: key("press"), record: [entry] }));
    expect(opened).toEqual({ kind: "done" });
    expect(await store.desk()).toEqual(aDesk({ version: 1 }));
    database.close();
  });
});

test("a commit takes the write lock at its start, and sees what others wrote before", async () => {
  const folder = mkdtempSync(join(tmpdir(), "firsthand-db-"));
  const path = join(folder, "firsthand.db");
  const onDisk = await openHouse(path);
  onDisk.database.sqlite.pragma("busy_timeout = 0");
  const other = new Database(path);
  other.exec("BEGIN IMMEDIATE");
  await expect(onDisk.store.commit(aChange({}))).rejects.toMatchObject({ code: "SQLITE_BUSY" });
  other.exec("UPDATE desks SET version = 5; COMMIT");
  other.close();
  const change = aChange({ expect: [{ table: "desk", id: aDesk().id, version: 5 }] });
  expect(await onDisk.store.commit(change)).toEqual({ kind: "done" });
  onDisk.database.close();
  rmSync(folder, { recursive: true });
});

test("rows are written in the order given", async () => {
  const before = await shown(house.store);
  const { put, approval } = approving(before);
  const [suggestion, stamp, , part] = put;
  if (!suggestion || !stamp || !part) throw new Error("not as built");
  const change = aChange({ put: [{ table: "post", row: aPost(approval) }, suggestion, stamp, part] });
  await expect(house.store.commit(change)).rejects.toThrow("fence: a post");
});
