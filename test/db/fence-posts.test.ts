import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { anApproval, aPart, aPost, newId } from "./builders.js";
import { type Approved, approved, type House, openHouse, shown } from "./house.js";
import { insertRaw, refused } from "./raw-sql.js";

let house: House;
let made: Approved;
beforeEach(async () => {
  house = await openHouse();
  made = await approved(house.store);
});
afterEach(() => house.database.close());

const sql = (text: string) => house.database.sqlite.exec(text);
const insert = (table: string, noun: object, own = {}, verb = "INSERT") =>
  insertRaw(house.database.sqlite, table, { ...noun }, own, verb);

/** A second suggestion, approved, whose post is not written yet. */
async function almost() {
  const before = await shown(house.store, {}, "other words");
  const approval = anApproval(before.revision, before.card);
  insert("approvals", approval);
  sql(`UPDATE suggestions SET state = 'approved' WHERE id = '${before.suggestion.id}'`);
  return { ...before, approval, post: aPost(approval) };
}

/** One suggestion with two approvals and no post yet. */
async function twice() {
  const first = await almost();
  const approval = anApproval(first.revision, first.card);
  insert("approvals", approval);
  return { ...first, second: aPost(approval) };
}

describe("a post exists only through an approval", () => {
  const through = "a post exists only through an approval, at the time approved";
  const standing = "a post is made for a suggestion as it stands approved";

  test("not with an approval that is not there, even with foreign keys off", async () => {
    const { post } = await almost();
    sql("PRAGMA foreign_keys = OFF");
    expect(() => insert("posts", post, { approval_id: "none" })).toThrow(/^fence: a post /);
    insert("posts", post);
  });
  test("not for another suggestion than the one approved", async () => {
    const { post } = await almost();
    sql("UPDATE posts SET state = 'cancelled'");
    refused(() => insert("posts", post, { suggestion_id: made.suggestion.id }), through);
    insert("posts", post);
  });
  test("not at another time than the one approved", async () => {
    const { post } = await almost();
    refused(() => insert("posts", post, { post_at: post.postAt - 1 }), through);
    insert("posts", post);
  });
  test("not on another desk", async () => {
    const { post } = await almost();
    refused(() => insert("posts", post, { desk_id: "other" }), through);
    insert("posts", post);
  });
  test("not once the suggestion is no longer approved", async () => {
    const { post, suggestion } = await almost();
    sql(`UPDATE suggestions SET state = 'shown' WHERE id = '${suggestion.id}'`);
    refused(() => insert("posts", post), standing);
    sql(`UPDATE suggestions SET state = 'approved' WHERE id = '${suggestion.id}'`);
    insert("posts", post);
  });
  test("not once the suggestion has other words", async () => {
    const { post, suggestion, revision } = await almost();
    sql(`UPDATE suggestions SET revision_id = NULL WHERE id = '${suggestion.id}'`);
    refused(() => insert("posts", post), standing);
    sql(`UPDATE suggestions SET revision_id = '${revision.id}' WHERE id = '${suggestion.id}'`);
    insert("posts", post);
  });
  test.each(["running", "done", "partial", "asking"])("it is never born %s", async (state) => {
    const { post } = await almost();
    refused(() => insert("posts", post, { state }), "a post begins as scheduled");
    insert("posts", post);
  });
});

describe("at most one", () => {
  const again = "already there: one post per approval, one live post per suggestion";

  test("one post per approval, also after the first ended", () => {
    sql("UPDATE posts SET state = 'cancelled'");
    refused(() => insert("posts", aPost(made.approval)), again);
  });
  test("one live post per suggestion, however many approvals it has", async () => {
    const { post, second } = await twice();
    insert("posts", post);
    refused(() => insert("posts", second), again);
    sql(`UPDATE posts SET state = 'cancelled' WHERE id = '${post.id}'`);
    insert("posts", second);
  });
  test("the unique keys hold without the triggers, too", () => {
    sql("DROP TRIGGER posts_again");
    expect(() => insert("posts", aPost(made.approval))).toThrow(/UNIQUE/);
    sql("DROP INDEX posts_approval");
    expect(() => insert("posts", aPost(made.approval))).toThrow(
      "UNIQUE constraint failed: posts.suggestion_id",
    );
  });
  test("a post is never replaced, by none of its keys", async () => {
    const { post, second, approval } = await twice();
    const replace = (noun: object) => () => insert("posts", noun, {}, "INSERT OR REPLACE");
    refused(replace({ ...post, id: made.post.id }), again);
    refused(replace({ ...post, rowid: 1 }), again);
    insert("posts", post);
    refused(replace(aPost(approval)), again);
    refused(replace(second), again);
  });
});

describe("a post stays what was approved", () => {
  const fixed = "the approval, suggestion and time of a post never change";

  test.each(["approval_id", "suggestion_id", "desk_id", "id"])("its %s never changes", (column) => {
    refused(() => sql(`UPDATE posts SET ${column} = 'other'`), fixed);
  });
  test("its time never changes, though when it is looked at next does", () => {
    refused(() => sql("UPDATE posts SET post_at = post_at - 1"), fixed);
    sql("UPDATE posts SET due_at = due_at + 1");
  });
  test("it does not push another out of its place", async () => {
    const { post } = await almost();
    insert("posts", post);
    refused(() => sql("UPDATE OR REPLACE posts SET rowid = 1 WHERE rowid = 2"), fixed);
  });
  test("it is never deleted", () => {
    refused(() => sql("DELETE FROM posts"), "a post is never deleted");
  });
  test("it moves along the arrows only", () => {
    const arrow = "a post does not go from that state to this one";
    refused(() => sql("UPDATE posts SET state = 'done'"), arrow);
    sql("UPDATE posts SET state = 'running'");
    sql("UPDATE posts SET state = 'done'");
    refused(() => sql("UPDATE posts SET state = 'scheduled'"), arrow);
  });
});

describe("a part is what goes out", () => {
  const exact = "a part is exactly the words of its approval";
  const whole = async () => {
    const { post, approval } = await almost();
    insert("posts", post);
    return aPart(post, approval);
  };

  test("its words are those approved", async () => {
    const part = await whole();
    refused(() => insert("parts", part, { text: `${part.text} ` }), exact);
    insert("parts", part);
  });
  test("there is no second part", async () => {
    const part = await whole();
    insert("parts", part);
    refused(() => insert("parts", { ...part, id: newId() }, { position: 1 }), exact);
  });
  test("it belongs to a post", async () => {
    const part = await whole();
    refused(() => insert("parts", part, { post_id: "none" }), exact);
    insert("parts", part);
  });
  test("it begins as pending", async () => {
    const part = await whole();
    const born = "a part begins as pending";
    refused(() => insert("parts", part, { state: "publishing" }), born);
    refused(() => insert("parts", part, { x_post_id: "1" }), born);
    insert("parts", part);
  });
  test("it is never replaced, by none of its keys", async () => {
    const again = "already there: a part is never replaced";
    const part = await whole();
    const replace = (own: object) => () => insert("parts", part, own, "INSERT OR REPLACE");
    refused(replace({ id: made.part.id }), again);
    refused(replace({ rowid: 1 }), again);
    insert("parts", part);
    refused(replace({ id: newId() }), again);
  });
  test("its words, place and post never change", () => {
    const fixed = "the words of a part never change";
    refused(() => sql("UPDATE parts SET text = 'other'"), fixed);
    refused(() => sql("UPDATE parts SET position = 1"), fixed);
    refused(() => sql("UPDATE parts SET post_id = 'other'"), fixed);
    refused(() => sql("UPDATE parts SET rowid = 9"), fixed);
    sql("UPDATE parts SET detail = 'what X said'");
  });
  test("it is never deleted", () => {
    refused(() => sql("DELETE FROM parts"), "a part is never deleted");
  });
  test("it is published only while its post is running", () => {
    const publishing = () => sql("UPDATE parts SET state = 'publishing'");
    refused(publishing, "a part is published only while its post is running");
    sql("UPDATE posts SET state = 'running'");
    publishing();
  });
  test("it moves along the arrows only, and what is unknown is never sent again", () => {
    const arrow = "a part does not go from that state to this one";
    refused(() => sql("UPDATE parts SET state = 'published'"), arrow);
    sql("UPDATE posts SET state = 'running'");
    sql("UPDATE parts SET state = 'publishing'");
    sql("UPDATE parts SET state = 'unknown'");
    refused(() => sql("UPDATE parts SET state = 'pending'"), arrow);
    refused(() => sql("UPDATE parts SET state = 'publishing'"), arrow);
    sql("UPDATE parts SET state = 'published'");
  });
  test("the id X gave it never changes", () => {
    sql("UPDATE posts SET state = 'running'");
    sql("UPDATE parts SET state = 'publishing'");
    sql("UPDATE parts SET state = 'published', x_post_id = '17'");
    const given = "the id X gave to a part never changes";
    refused(() => sql("UPDATE parts SET x_post_id = '18'"), given);
    refused(() => sql("UPDATE parts SET x_post_id = NULL"), given);
  });

  test("it is taken down by the id X gave it, from the moment she pressed", () => {
    sql("UPDATE posts SET state = 'running'");
    sql("UPDATE parts SET state = 'publishing'");
    sql("UPDATE parts SET state = 'published'");
    const given = "a part is taken down by the id X gave it, from the moment she pressed";
    refused(() => sql("UPDATE parts SET state = 'taking_down', taking_down_at = 1"), given);
    sql("UPDATE parts SET x_post_id = '17'");
    refused(() => sql("UPDATE parts SET state = 'taking_down'"), given);
    sql("UPDATE parts SET state = 'taking_down', taking_down_at = 1");
  });
});
