import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Agreed } from "../../src/core/approval.js";
import type { DeliveryKey } from "../../src/core/ids.js";
import { anApproval, aRevision, nadia, newId } from "./builders.js";
import { approved, approving, done, type House, now, openHouse, type Shown, shown } from "./house.js";
import { insertRaw, refused } from "./raw-sql.js";

let house: House;
let before: Shown;
beforeEach(async () => {
  house = await openHouse();
  before = await shown(house.store);
});
afterEach(() => house.database.close());

const sql = (text: string) => house.database.sqlite.exec(text);
const approve = (own: Record<string, unknown> = {}, given: Partial<Agreed> = {}) =>
  insertRaw(house.database.sqlite, "approvals", anApproval(before.revision, before.card, given), own);

/** The wrong statement is refused with its sentence, and the right one beside it is taken. */
function onlyTheRight(wrong: () => void, sentence: string): void {
  refused(wrong, sentence);
  expect(house.database.sqlite.prepare("SELECT count(*) FROM approvals").pluck().get()).toBe(0);
  approve();
  expect(house.database.sqlite.prepare("SELECT count(*) FROM approvals").pluck().get()).toBe(1);
}

describe("an approval is hers", () => {
  test("not by a team member", () => {
    onlyTheRight(() => approve({ approved_by: nadia }), "only the executive of the desk approves");
  });
  test("not by her user id in another workspace", () => {
    onlyTheRight(() => approve({ team_id: "T0OTHER" }), "only the executive of the desk approves");
  });
  test("not by nobody", () => {
    onlyTheRight(() => approve({ approved_by: null }), "only the executive of the desk approves");
  });
  test("not by whoever was the executive before", () => {
    sql("UPDATE desks SET executive_id = 'U0NEXT'");
    refused(() => approve(), "only the executive of the desk approves");
    approve({ approved_by: "U0NEXT" });
  });
  test("not for another X account", () => {
    onlyTheRight(() => approve({ account_id: "42" }), "an approval is for the X account of the desk");
  });
  test("not while no X account is connected", () => {
    sql("UPDATE desks SET account_id = NULL");
    refused(() => approve(), "an approval is for the X account of the desk");
    sql("UPDATE desks SET account_id = '1900000000000000001'");
    approve();
  });
});

describe("an approval is of exactly the newest words", () => {
  const exact = "an approval carries exactly the words, pictures and digest of its revision";
  const newest = "only the newest revision of its suggestion is approved";

  test("not with one letter more", () => {
    onlyTheRight(() => approve({ text: `${before.revision.text}.` }), exact);
  });
  test("not with a picture she was not shown", () => {
    onlyTheRight(() => approve({ media: '["other"]' }), exact);
  });
  test("not with another digest", () => {
    onlyTheRight(() => approve({ revision_digest: "other" }), exact);
  });
  test("not of a revision that a newer one follows", () => {
    const next = aRevision(before.suggestion, { number: 2, text: "newer" });
    insertRaw(house.database.sqlite, "revisions", next);
    refused(() => approve(), newest);
    sql(`UPDATE suggestions SET revision_id = '${next.id}'`);
    const approval = anApproval(next, before.card);
    insertRaw(house.database.sqlite, "approvals", approval);
  });
  test("not of a revision that the suggestion has left", () => {
    sql("UPDATE suggestions SET revision_id = NULL");
    refused(() => approve(), newest);
    sql(`UPDATE suggestions SET revision_id = '${before.revision.id}'`);
    approve();
  });
  test("not of a revision of another suggestion", async () => {
    const { revision } = await shown(house.store, {}, "other words");
    const other = { revision_id: revision.id, revision_digest: revision.digest, text: revision.text };
    onlyTheRight(() => approve(other), newest);
  });
});

describe("an approval is of what stands before her", () => {
  const standing = "only a suggestion that stands before her is approved";
  const card = "the card pressed on is the card that was recorded";

  test.each(["waiting", "declined", "withdrawn", "expired"])("not while it is %s", (state) => {
    sql(`SAVEPOINT aside; UPDATE suggestions SET state = '${state}'`);
    refused(() => approve(), standing);
    sql("ROLLBACK TO aside");
    approve();
  });
  test("not from a card that was never recorded", () => {
    onlyTheRight(() => approve({ card_ts: "1.000001" }), card);
  });
  test("not from a message in another place", () => {
    onlyTheRight(() => approve({ card_channel: "C0TEAM" }), card);
  });
  test("not from the card of another suggestion", async () => {
    const other = await shown(house.store, {}, "other words");
    onlyTheRight(() => approve({ card_ts: other.card.ts }), card);
  });
  test("not from another message about the suggestion", () => {
    sql("UPDATE messages SET kind = 'card_line'");
    refused(() => approve(), card);
    sql("UPDATE messages SET kind = 'card'");
    approve();
  });
  test("not again while a post of it is live", async () => {
    const made = await approved(house.store);
    const again = anApproval(made.revision, made.card);
    refused(() => insertRaw(house.database.sqlite, "approvals", again), standing);
    sql(`UPDATE posts SET state = 'cancelled' WHERE id = '${made.post.id}'`);
    insertRaw(house.database.sqlite, "approvals", again);
  });
});

describe("an approval stays", () => {
  test("it never changes", () => {
    approve();
    refused(() => sql("UPDATE approvals SET post_at = 0"), "an approval never changes");
    refused(() => sql("UPDATE approvals SET text = 'other'"), "an approval never changes");
  });
  test("it is never deleted", () => {
    approve();
    refused(() => sql("DELETE FROM approvals"), "an approval is never deleted");
  });
  test("it is never replaced, by none of its keys", () => {
    const again = "already there: an approval is never replaced, and one press makes one";
    const first = anApproval(before.revision, before.card);
    insertRaw(house.database.sqlite, "approvals", first);
    const replace = (own: Record<string, unknown>) => () =>
      insertRaw(
        house.database.sqlite,
        "approvals",
        anApproval(before.revision, before.card),
        own,
        "INSERT OR REPLACE",
      );
    refused(replace({ id: first.id }), again);
    refused(replace({ rowid: 1 }), again);
    refused(replace({ delivery: first.delivery satisfies DeliveryKey }), again);
  });
});

test("the store's own order of writing an approval is lawful, also with her own words", async () => {
  const own = aRevision(before.suggestion, { number: 2, text: "Mes mots", source: "executive" });
  const suggestion = { ...before.suggestion, revisionId: own.id };
  const { put, approval } = approving({ ...before, suggestion, revision: own });
  await done(house.store, { table: "revision", row: own }, ...put);
  expect(await now(house.store, suggestion)).toMatchObject({ state: "approved", revisionId: own.id });
  expect((await house.store.approval(approval.id))?.agreed.text).toBe("Mes mots");
});

test("a new approval for another time follows the old post's end in one change", async () => {
  const made = await approved(house.store);
  const approval = anApproval(made.revision, made.card, { act: "post_now", delivery: newId() });
  const { put } = approving(made);
  const [, , post, part] = put;
  if (post?.table !== "post" || part?.table !== "part") throw new Error("not as built");
  await done(
    house.store,
    { table: "post", row: { ...made.post, state: "cancelled", dueAt: null } },
    { table: "approval", row: approval },
    { table: "post", row: { ...post.row, approvalId: approval.id } },
    part,
  );
  expect((await house.store.latestPost(made.suggestion.id))?.approval.agreed.act).toBe("post_now");
});
