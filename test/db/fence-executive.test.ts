import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryKey, ReminderId } from "../../src/core/ids.js";
import type { Reminder } from "../../src/core/reminder.js";
import { aDesk, anApproval, aRevision, aSuggestion, executive, nadia, newId } from "./builders.js";
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

describe("words of her own", () => {
  const own = () =>
    aSuggestion({ kind: "own", state: "shown", link: "", cleanLink: "", suggestedBy: executive });
  const hers = "words of her own are the executive's, and about no link";

  test("stand before her at once, as nobody's suggestion does", () => {
    const born = "a suggestion begins before she has seen it";
    refused(() => insert("suggestions", own(), { kind: "suggested" }), born);
    refused(() => insert("suggestions", own(), { state: "approved" }), born);
    insert("suggestions", own());
  });
  test.each([
    ["a team member's", { suggested_by: nadia }],
    ["of a former executive", { suggested_by: "U0FORMER" }],
    ["about a link", { link: "https://journal.example/article" }],
    ["of another kind", { kind: "anything", state: "waiting" }],
  ])("are never %s", (_, given) => {
    refused(() => insert("suggestions", own(), given), hers);
  });
  test("stay hers, and a suggestion stays the team's", () => {
    const fixed = "the link of a suggestion and who suggested it never change";
    refused(() => sql(`UPDATE suggestions SET kind = 'own' WHERE id = '${before.suggestion.id}'`), fixed);
  });
});

test("only what waits is put off", () => {
  refused(() => sql("UPDATE suggestions SET snoozed_until = 1"), "only what waits is put off");
  sql("UPDATE suggestions SET state = 'waiting', snoozed_until = 1");
  refused(() => sql("UPDATE suggestions SET state = 'shown'"), "only what waits is put off");
  sql("UPDATE suggestions SET state = 'shown', snoozed_until = NULL");
});

describe.each([
  ["paused", "paused = 1", "paused = 0"],
  ["frozen", "frozen = 'old_database'", "frozen = NULL"],
])("a desk that is %s", (_, stop, goOn) => {
  test("lets nothing be approved until it goes on", () => {
    const revision = before.revision;
    const approval = anApproval(revision, before.card, { delivery: newId<DeliveryKey>() });
    sql(`UPDATE desks SET ${stop}`);
    refused(() => insert("approvals", approval), "nothing is approved while the desk stands still");
    sql(`UPDATE desks SET ${goOn}`);
    insert("approvals", approval);
  });
  test("lets nothing be sent until it goes on", async () => {
    const made: Approved = await approved(house.store);
    sql(`UPDATE posts SET state = 'running' WHERE id = '${made.post.id}'`);
    const send = () => sql(`UPDATE parts SET state = 'publishing' WHERE id = '${made.part.id}'`);
    sql(`UPDATE desks SET ${stop}`);
    refused(send, "nothing is sent while the desk stands still");
    sql(`UPDATE desks SET ${goOn}`);
    send();
  });
  test("lets what is on its way be written down", async () => {
    const made: Approved = await approved(house.store);
    sql(`UPDATE posts SET state = 'running' WHERE id = '${made.post.id}'`);
    sql(`UPDATE parts SET state = 'publishing' WHERE id = '${made.part.id}'`);
    sql(`UPDATE desks SET ${stop}`);
    sql(`UPDATE parts SET state = 'published', x_post_id = '1' WHERE id = '${made.part.id}'`);
    const state = house.database.sqlite.prepare(`SELECT state FROM parts WHERE id = '${made.part.id}'`);
    expect(state.pluck().get()).toBe("published");
  });
});

describe("a reminder", () => {
  const reminder = (given: Partial<Reminder> = {}): Reminder => ({
    id: newId<ReminderId>(),
    version: 0,
    deskId: aDesk().id,
    kind: "undecided",
    subject: before.suggestion.id,
    dueAt: 10,
    doneAt: null,
    ...given,
  });
  const again = "already there: nobody is reminded twice";
  const once = "a reminder is done once";

  test("is one of its kind and subject, never replaced, by none of its keys", () => {
    insert("reminders", reminder());
    refused(() => insert("reminders", reminder(), {}, "INSERT OR REPLACE"), again);
    refused(() => insert("reminders", reminder({ subject: "x" }), { rowid: 1 }, "INSERT OR REPLACE"), again);
    insert("reminders", reminder({ kind: "as_suggested" }));
    insert("reminders", reminder({ subject: aRevision(before.suggestion).id }));
  });
  test.each(["id", "desk_id", "kind", "subject"])("keeps its %s; its time may move", (column) => {
    insert("reminders", reminder());
    refused(() => sql(`UPDATE reminders SET ${column} = 'other'`), once);
    sql("UPDATE reminders SET due_at = 20");
  });
  test("is done once, and never deleted", () => {
    insert("reminders", reminder());
    sql("UPDATE reminders SET done_at = 5");
    refused(() => sql("UPDATE reminders SET done_at = 6"), once);
    refused(() => sql("UPDATE reminders SET done_at = NULL"), once);
    refused(() => sql("DELETE FROM reminders"), "a reminder is done, never deleted");
  });
});
