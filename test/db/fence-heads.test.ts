import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordHead } from "../../src/db/record-table.js";
import { aChange, aDesk, executive } from "./builders.js";
import { done, type House, openHouse } from "./house.js";
import { insertRaw, refused } from "./raw-sql.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
  for (const at of [1, 2, 3]) await recorded(at);
});
afterEach(() => house.database.close());

const recorded = (at: number) =>
  house.store.commit(aChange({ record: [{ kind: "suggested", at, who: executive, about: {} }] }));
const sql = (text: string) => house.database.sqlite.exec(text);
const insert = (table: string, row: object, verb = "INSERT") =>
  insertRaw(house.database.sqlite, table, { ...row }, {}, verb);
const kept = () => house.database.sqlite.prepare("SELECT id, seq, hash FROM record_head").all();
const hashOf = (seq: number) =>
  house.database.sqlite.prepare("SELECT hash FROM record WHERE seq = ?").pluck().get(seq);

describe("the end of the record", () => {
  const forward = "the end of the record moves forward only, to a line that stands";

  test("is kept with every line that is written", async () => {
    expect(kept()).toEqual([{ id: 1, ...recordHead(house.database) }]);
    await recorded(4);
    expect(kept()).toEqual([{ id: 1, seq: 4, hash: hashOf(4) }]);
  });
  test("is one, and never replaced", () => {
    const one = "the record has one end";
    refused(() => insert("record_head", { id: 2, seq: 2, hash: hashOf(2) }), one);
    refused(() => insert("record_head", { id: 1, seq: 2, hash: hashOf(2) }, "INSERT OR REPLACE"), one);
  });
  test("never moves back", () => {
    refused(
      () => sql("UPDATE record_head SET seq = 2, hash = (SELECT hash FROM record WHERE seq = 2)"),
      forward,
    );
    refused(() => sql("UPDATE record_head SET hash = 'other'"), forward);
  });
  test("never moves to a line that does not stand", () => {
    refused(() => sql("UPDATE record_head SET seq = 4, hash = 'other'"), forward);
    refused(() => sql("UPDATE record_head SET id = 2"), forward);
  });
  test("is never forgotten", () => {
    refused(() => sql("DELETE FROM record_head"), "the end of the record is never forgotten");
  });
});

describe("the head of a week", () => {
  const week = { week: "2026-W47", deskId: aDesk().id, at: 9 };
  beforeEach(() => done(house.store, { table: "weekly_head", row: week }));

  test("is told once, and never replaced", () => {
    const again = "already there: the head of a week is told once";
    const other = { ...week, seq: 2, hash: hashOf(2) };
    refused(() => insert("weekly_heads", other), again);
    refused(() => insert("weekly_heads", other, "INSERT OR REPLACE"), again);
    refused(
      () => insert("weekly_heads", { ...other, week: "2026-W48", rowid: 1 }, "INSERT OR REPLACE"),
      again,
    );
  });
  test("is a line of the record", () => {
    const line = "the head of a week is a line of the record";
    const next = { ...week, week: "2026-W48" };
    refused(() => insert("weekly_heads", { ...next, seq: 3, hash: "other" }), line);
    refused(() => insert("weekly_heads", { ...next, seq: 2, hash: hashOf(3) }), line);
    insert("weekly_heads", { ...next, seq: 2, hash: hashOf(2) });
  });
  test("never changes", () => {
    refused(() => sql("UPDATE weekly_heads SET at = 10"), "the head of a week never changes");
  });
  test("is never deleted", () => {
    refused(() => sql("DELETE FROM weekly_heads"), "the head of a week is never deleted");
  });
});
