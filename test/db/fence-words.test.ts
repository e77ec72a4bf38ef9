import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryKey } from "../../src/core/ids.js";
import { aChange, aRevision, aSuggestion, executive } from "./builders.js";
import { approved, type House, openHouse, type Shown, shown } from "./house.js";
import { insertRaw, refused } from "./raw-sql.js";

let house: House;
let before: Shown;
beforeEach(async () => {
  house = await openHouse();
  before = await shown(house.store);
});
afterEach(() => house.database.close());

const sql = (text: string) => house.database.sqlite.exec(text);
const insert = (table: string, noun: object, own = {}, verb = "INSERT") =>
  insertRaw(house.database.sqlite, table, { ...noun }, own, verb);

describe("a suggestion", () => {
  const fixed = "the link of a suggestion and who suggested it never change";

  test.each(["link", "suggested_by", "suggested_at", "desk_id", "id"])("keeps its %s", (column) => {
    refused(() => sql(`UPDATE suggestions SET ${column} = 'other'`), fixed);
    sql("UPDATE suggestions SET note = 'other'");
  });
  test("is never deleted", () => {
    refused(() => sql("DELETE FROM suggestions"), "a suggestion is never deleted");
  });
  test("is never replaced, by none of its keys", () => {
    const again = "already there: a suggestion is never replaced";
    const { id } = before.suggestion;
    refused(() => insert("suggestions", aSuggestion(), { id }, "INSERT OR REPLACE"), again);
    refused(() => insert("suggestions", aSuggestion(), { rowid: 1 }, "INSERT OR REPLACE"), again);
    insert("suggestions", aSuggestion());
    refused(() => sql("UPDATE OR REPLACE suggestions SET rowid = 1 WHERE rowid = 2"), fixed);
  });
  test.each(["shown", "approved", "declined", "withdrawn"])("is never born %s", (state) => {
    refused(
      () => insert("suggestions", aSuggestion(), { state }),
      "a suggestion begins before she has seen it",
    );
    insert("suggestions", aSuggestion());
  });
  test("moves along the arrows only", () => {
    const arrow = "a suggestion does not go from that state to this one";
    refused(() => sql("UPDATE suggestions SET state = 'reading'"), arrow);
    sql("UPDATE suggestions SET state = 'declined'");
    refused(() => sql("UPDATE suggestions SET state = 'approved'"), arrow);
    sql("UPDATE suggestions SET state = 'shown'");
  });
  test("stays approved while its post is live", async () => {
    const { suggestion } = await approved(house.store);
    const back = () => sql(`UPDATE suggestions SET state = 'shown' WHERE id = '${suggestion.id}'`);
    refused(back, "a suggestion with a live post stays approved");
    sql("UPDATE posts SET state = 'missed'");
    back();
  });
});

describe("a revision", () => {
  test("never changes, though another may follow it", () => {
    refused(() => sql("UPDATE revisions SET text = 'other'"), "a revision never changes");
    refused(() => sql("UPDATE OR REPLACE revisions SET number = 2"), "a revision never changes");
    insert("revisions", aRevision(before.suggestion, { number: 2 }));
  });
  test("is never deleted", () => {
    refused(() => sql("DELETE FROM revisions"), "a revision is never deleted");
  });
  test("is never replaced, by none of its keys", () => {
    const again = "already there: a revision is never replaced";
    const next = aRevision(before.suggestion, { number: 2, text: "other" });
    const replace = (own: object) => () => insert("revisions", next, own, "INSERT OR REPLACE");
    refused(replace({ id: before.revision.id }), again);
    refused(replace({ rowid: 1 }), again);
    refused(replace({ number: 1 }), again);
    const upsert = `INSERT INTO revisions SELECT * FROM revisions WHERE true
      ON CONFLICT DO UPDATE SET text = 'other'`;
    refused(() => sql(upsert), again);
    insert("revisions", next);
  });
});

describe("what was taken and recorded", () => {
  const key = "delivery-1" as DeliveryKey;
  beforeEach(async () => {
    const entry = { kind: "suggested", at: 1, who: executive, about: {} } as const;
    await house.store.commit(aChange({ handled: key, record: [entry] }));
  });

  test("a delivery stays taken", () => {
    const taken = "a delivery that was taken stays taken";
    refused(() => sql("DELETE FROM handled"), taken);
    refused(() => sql("UPDATE handled SET key = 'other'"), taken);
    const again = "already there: a delivery is taken once";
    const replace = (own: object) => () =>
      insert("handled", { desk_id: before.suggestion.deskId, at: 2, ...own }, {}, "INSERT OR REPLACE");
    refused(replace({ key }), again);
    refused(replace({ key: "other", rowid: 1 }), again);
    replace({ key: "delivery-2" })();
  });
  test("a line of the record never changes and never goes", () => {
    refused(() => sql("UPDATE record SET about = '{}'"), "a line of the record never changes");
    refused(() => sql("DELETE FROM record"), "a line of the record is never deleted");
  });
  test("the record grows at its end only", () => {
    const end = "the record grows at its end only";
    const head = house.database.sqlite.prepare("SELECT hash FROM record").pluck().get();
    const line = { desk_id: before.suggestion.deskId, at: 2, kind: "approved", about: "{}", hash: "next" };
    const append = (own: object, verb = "INSERT") => insert("record", { ...line, ...own }, {}, verb);
    refused(() => append({ seq: 1, prev_hash: head }, "INSERT OR REPLACE"), end);
    refused(() => append({ seq: 3, prev_hash: head }), end);
    refused(() => append({ seq: 2, prev_hash: "" }), end);
    append({ seq: 2, prev_hash: head });
  });
});

test("the table of states is shut", () => {
  const shut = "the table of states is changed by a migration only";
  refused(() => sql("INSERT INTO arrows VALUES ('part', 'unknown', 'pending')"), shut);
  refused(() => sql("INSERT OR REPLACE INTO arrows VALUES ('part', 'pending', 'publishing')"), shut);
  refused(() => sql("UPDATE arrows SET to_state = 'pending'"), shut);
  refused(() => sql("DELETE FROM arrows"), shut);
  expect(house.database.sqlite.prepare("SELECT count(*) FROM arrows").pluck().get()).toBe(36);
});
