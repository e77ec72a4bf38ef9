import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AuditEntry, RecordHead } from "../../src/core/record.js";
import { recordHead } from "../../src/db/record-table.js";
import { verifyRecord } from "../../src/db/verify-record.js";
import { aChange, executive, morning, nadia } from "./builders.js";
import { type House, openHouse } from "./house.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
  for (const [index, who] of [nadia, executive, null, nadia, executive].entries()) {
    await record({
      kind: "suggested",
      at: morning + index,
      who,
      about: { suggestion: `s${index}`, n: index },
    });
  }
});
afterEach(() => house.database.close());

const record = (...entries: AuditEntry[]) => house.store.commit(aChange({ record: entries }));
const rows = (query: string) => house.database.sqlite.prepare(query).all() as Record<string, unknown>[];
const verify = (...remembered: RecordHead[]) => verifyRecord(house.database, remembered);

/** What a host admin can do: take the fence away first. */
function tamper(statement: string): void {
  house.database.sqlite.exec(`DROP TRIGGER record_update; DROP TRIGGER record_delete; ${statement}`);
}

function head() {
  const found = recordHead(house.database);
  if (!found) throw new Error("the record is empty");
  return found;
}

describe("the record", () => {
  test("is a chain that anybody can walk", () => {
    expect(verify()).toEqual({ lines: 5, head: head(), breaks: [], lost: [] });
    expect(head().hash).toMatch(/^[\w-]{43}$/);
  });
  test("goes on from a head remembered earlier", async () => {
    const earlier = head();
    await record({ kind: "approved", at: morning, who: executive, about: {} });
    expect(verify(earlier)).toMatchObject({ lines: 6, breaks: [], lost: [] });
    expect(head()).not.toEqual(earlier);
  });
  test("takes several lines in one change, and starts from nothing", async () => {
    const empty = await openHouse();
    expect(recordHead(empty.database)).toBeNull();
    expect(verifyRecord(empty.database)).toEqual({ lines: 0, head: null, breaks: [], lost: [] });
    const entry = { kind: "approved", at: 1, who: executive, about: {} } as const;
    await empty.store.commit(aChange({ record: [entry, entry] }));
    expect(verifyRecord(empty.database)).toMatchObject({ lines: 2, breaks: [] });
    empty.database.close();
  });
  test("writes what it is about in one order", async () => {
    await record({ kind: "outcome", at: 1, who: null, about: { b: null, a: "x", c: 1 } });
    expect(rows("SELECT about FROM record ORDER BY seq DESC LIMIT 1")).toEqual([
      { about: '{"a":"x","b":null,"c":1}' },
    ]);
  });
});

describe("tampering shows", () => {
  test.each([
    "about = '{}'",
    "who = 'somebody'",
    "at = at + 1",
    "kind = 'approved'",
    "hash = 'other'",
    "prev_hash = 'other'",
  ])("a line edited: %s", (edit) => {
    tamper(`UPDATE record SET ${edit} WHERE seq = 3`);
    expect(verify().breaks[0]).toEqual({ kind: "edited", seq: 3 });
  });
  test("a line removed", () => {
    tamper("DELETE FROM record WHERE seq = 2");
    expect(verify().breaks).toEqual([{ kind: "missing", from: 2, to: 2 }]);
  });
  test("a line removed and the others moved up", () => {
    tamper("DELETE FROM record WHERE seq = 2; UPDATE record SET seq = seq - 1 WHERE seq > 2");
    expect(verify().breaks).toEqual([2, 3, 4].map((seq) => ({ kind: "edited", seq })));
  });
  test("the end cut off, to whoever remembers a head, and to nobody else", () => {
    const remembered = head();
    tamper("DELETE FROM record WHERE seq > 3");
    expect(verify()).toMatchObject({ lines: 3, breaks: [] });
    expect(verify(remembered)).toMatchObject({ lines: 3, breaks: [], lost: [remembered] });
  });
  test("the end cut off and written anew", async () => {
    const remembered = head();
    tamper("DELETE FROM record WHERE seq > 4");
    await record({ kind: "declined", at: morning, who: executive, about: {} });
    expect(verify()).toMatchObject({ lines: 5, breaks: [] });
    expect(verify(remembered)).toMatchObject({ lines: 5, breaks: [], lost: [remembered] });
  });
});

describe("a person can be forgotten", () => {
  test("one person has one pseudonym, another has another, and none is the user id", () => {
    const who = rows("SELECT who FROM record ORDER BY seq").map((line) => line.who);
    expect(who[0]).toBe(who[3]);
    expect(who[1]).toBe(who[4]);
    expect(who[0]).not.toBe(who[1]);
    expect(who[2]).toBeNull();
    expect(JSON.stringify(rows("SELECT * FROM record"))).not.toContain(nadia);
  });
  test("pseudonyms are random: two databases name one person differently", async () => {
    const other = await openHouse();
    await other.store.commit(aChange({ record: [{ kind: "suggested", at: 1, who: nadia, about: {} }] }));
    const there = other.database.sqlite.prepare("SELECT who FROM record").pluck().get();
    expect(there).not.toBe(rows("SELECT who FROM record WHERE seq = 1")[0]?.who);
    other.database.close();
  });
  test("forgetting a pseudonym leaves the chain whole, and a later line under a new one", async () => {
    const before = head();
    house.database.sqlite.prepare("DELETE FROM pseudonyms WHERE user_id = ?").run(nadia);
    await record({ kind: "suggested", at: morning, who: nadia, about: {} });
    expect(verify(before)).toMatchObject({ lines: 6, breaks: [], lost: [] });
    const [first, last] = rows("SELECT who FROM record WHERE seq IN (1, 6) ORDER BY seq");
    expect(first?.who).not.toBe(last?.who);
  });
});
