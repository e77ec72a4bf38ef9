import { afterEach, beforeEach, describe, test } from "vitest";
import type { Suggestion } from "../../src/core/suggestion.js";
import { aConcern, anApproval, aSecond, aSuggestion, nadia } from "./builders.js";
import { type Approved, approved, type House, openHouse, type Shown, shown } from "./house.js";
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

describe("a second", () => {
  const second = () => aSecond({ suggestionId: before.suggestion.id });
  const others = "a second is a colleague's, never the suggester's own";

  test("is one per suggestion and person, never replaced, by none of its keys", () => {
    const again = "already there: one second per suggestion and person";
    insert("seconds", second());
    const next = aSecond({ suggestionId: before.suggestion.id, userId: "U0INES" as never });
    refused(() => insert("seconds", second(), {}, "INSERT OR REPLACE"), again);
    refused(() => insert("seconds", next, { rowid: 1 }, "INSERT OR REPLACE"), again);
    insert("seconds", next);
  });
  test("is never the suggester's own", () => {
    refused(() => insert("seconds", aSecond({ suggestionId: before.suggestion.id, userId: nadia })), others);
    insert("seconds", second());
  });
  test("is named by its suggestion and its person, so that nobody has two", () => {
    refused(() => insert("seconds", second(), { id: "another" }), others);
    refused(() => insert("seconds", second(), { user_id: "U0INES" }), others);
  });
  test.each(["id", "desk_id", "suggestion_id", "user_id"])("keeps its %s; taken back it may be", (column) => {
    insert("seconds", second());
    refused(() => sql(`UPDATE seconds SET ${column} = 'other'`), "who seconded what never changes");
    sql("UPDATE seconds SET undone_at = 1, note = 'Why.'");
    sql("UPDATE seconds SET undone_at = NULL");
  });
  test("is never deleted", () => {
    insert("seconds", second());
    refused(() => sql("DELETE FROM seconds"), "a second is taken back, never deleted");
  });
});

describe("a concern", () => {
  const concern = () => aConcern({ suggestionId: before.suggestion.id });
  const fixed = "a concern is seen once and withdrawn once, and its words never change";

  test("is never replaced, by none of its keys", () => {
    const again = "already there: a concern is never replaced";
    const one = concern();
    insert("concerns", one);
    refused(() => insert("concerns", one, {}, "INSERT OR REPLACE"), again);
    refused(() => insert("concerns", concern(), { rowid: 1 }, "INSERT OR REPLACE"), again);
    insert("concerns", concern());
  });
  test.each(["id", "desk_id", "suggestion_id", "user_id", "reason", "at"])("keeps its %s", (column) => {
    insert("concerns", concern());
    refused(() => sql(`UPDATE concerns SET ${column} = 5`), fixed);
    sql("UPDATE concerns SET seen_at = 1");
  });
  test.each(["seen_at", "withdrawn_at"])("once told in %s, is so for good", (column) => {
    insert("concerns", concern());
    sql(`UPDATE concerns SET ${column} = 1`);
    refused(() => sql(`UPDATE concerns SET ${column} = NULL`), fixed);
    refused(() => sql(`UPDATE concerns SET ${column} = 2`), fixed);
  });
  test("is never deleted", () => {
    insert("concerns", concern());
    refused(() => sql("DELETE FROM concerns"), "a concern is withdrawn, never deleted");
  });
  test.each(["seen_at", "withdrawn_at"])("stands in the way until it has a time in %s", (column) => {
    insert("concerns", concern());
    sql("UPDATE suggestions SET concern_at = 1");
    const stands = "a concern stands until she has seen it or it is withdrawn";
    const free = () => sql("UPDATE suggestions SET concern_at = NULL");
    refused(free, stands);
    insert("concerns", concern());
    sql(`UPDATE concerns SET ${column} = 1 WHERE rowid = 1`);
    refused(free, stands);
    sql(`UPDATE concerns SET ${column} = 1 WHERE rowid = 2`);
    free();
  });
  test("of another suggestion stands in its own way only", async () => {
    const other = await shown(house.store);
    insert("concerns", aConcern({ suggestionId: other.suggestion.id }));
    sql("UPDATE suggestions SET concern_at = 1");
    sql(`UPDATE suggestions SET concern_at = NULL WHERE id = '${before.suggestion.id}'`);
  });
  test("she has not seen lets nothing be approved", () => {
    const approve = () =>
      insertRaw(house.database.sqlite, "approvals", anApproval(before.revision, before.card));
    sql("UPDATE suggestions SET concern_at = 1");
    refused(approve, "nothing is approved past a concern that she has not seen");
    sql("UPDATE suggestions SET concern_at = NULL");
    approve();
  });
  test("she has not seen lets nothing be sent; what is on its way arrives", async () => {
    const { suggestion, post }: Approved = await approved(house.store);
    sql(`UPDATE posts SET state = 'running' WHERE id = '${post.id}'`);
    const stop = (at: number | null) =>
      sql(`UPDATE suggestions SET concern_at = ${at} WHERE id = '${suggestion.id}'`);
    const send = () => sql(`UPDATE parts SET state = 'publishing' WHERE post_id = '${post.id}'`);
    stop(1);
    refused(send, "nothing is sent past a concern that she has not seen");
    stop(null);
    send();
    stop(2);
    sql(`UPDATE parts SET attempted_at = 3 WHERE post_id = '${post.id}'`);
    sql(`UPDATE parts SET state = 'published' WHERE post_id = '${post.id}'`);
  });
});

describe("what was merged or insists", () => {
  const born = (given: Partial<Suggestion> = {}) => {
    const suggestion = aSuggestion(given);
    insert("suggestions", suggestion);
    return suggestion;
  };
  const change = (id: string, set: string) => sql(`UPDATE suggestions SET ${set} WHERE id = '${id}'`);

  test("names the suggestion it went into, another than itself, and nothing else names one", () => {
    const names = "what was merged names the suggestion it went into";
    const { id } = born();
    refused(() => change(id, "state = 'merged'"), names);
    refused(() => change(id, `merged_into = '${before.suggestion.id}'`), names);
    refused(() => change(id, `state = 'merged', merged_into = '${id}'`), names);
    change(id, `state = 'merged', merged_into = '${before.suggestion.id}'`);
    refused(() => change(id, "merged_into = NULL"), names);
  });
  test("insists on the same for good", () => {
    const fixed = "what a suggestion insists on never changes";
    const { id } = born({ insistsOn: before.suggestion.id });
    refused(() => change(id, "insists_on = NULL"), fixed);
    refused(() => change(before.suggestion.id, `insists_on = '${id}'`), fixed);
    change(id, "note = 'Why.'");
  });
  test("is insisted on once, unless nothing came of it before she decided", () => {
    const once = "already there: one insists once";
    const first = born({ insistsOn: before.suggestion.id });
    refused(() => born({ insistsOn: before.suggestion.id }), once);
    change(first.id, "state = 'waiting'");
    refused(() => born({ insistsOn: before.suggestion.id }), once);
    change(first.id, "state = 'withdrawn'");
    const next = born({ insistsOn: before.suggestion.id });
    refused(() => born({ insistsOn: before.suggestion.id }), once);
    change(next.id, "state = 'rejected'");
    born({ insistsOn: before.suggestion.id });
  });
});

describe("a standstill", () => {
  const stopped = { desk_id: "desk0000000000000001", from_at: 1, to_at: null };
  const once = "the desk stands still once at a time";

  test("is one at a time, and none takes the place of another", () => {
    insert("stops", stopped);
    refused(() => insert("stops", stopped, { from_at: 2 }), once);
    sql("UPDATE stops SET to_at = 3");
    refused(() => insert("stops", stopped, { rowid: 1 }, "INSERT OR REPLACE"), once);
    insert("stops", stopped, { from_at: 4 });
  });
  test("ends once, and began when it began", () => {
    const fixed = "a standstill ends once";
    insert("stops", stopped);
    refused(() => sql("UPDATE stops SET from_at = 0"), fixed);
    refused(() => sql("UPDATE stops SET desk_id = 'other'"), fixed);
    sql("UPDATE stops SET to_at = 3");
    refused(() => sql("UPDATE stops SET to_at = 9"), fixed);
    refused(() => sql("UPDATE stops SET to_at = NULL"), fixed);
  });
  test("is never deleted", () => {
    insert("stops", stopped);
    refused(() => sql("DELETE FROM stops"), "a standstill is never deleted");
  });
});
