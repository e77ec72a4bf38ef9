import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackUserId } from "../../src/core/ids.js";
import { herTrend } from "../../src/flows/her-trend.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { takeDownDue, undo } from "../../src/flows/take-down.js";
import { type ADesk, aDelivery, approvedPost, hers, openADesk, rowsOf, shownCard } from "./a-desk.js";
import { ownWordsCard } from "./her-own-words.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const draft = "Worth a read today.";

/** Posts a suggestion as it stands, or in her words; an own idea where nothing is suggested. */
async function posted(ownText: string | null, given: string | null = draft) {
  const own = given === null;
  const card = own ? await ownWordsCard(desk, ownText ?? "") : await shownCard(desk, { draft: given });
  const press = own || ownText === null ? {} : ({ act: "rewrite", ownText } as const);
  const { post } = await approvedPost(desk, card, press);
  desk.pass(10_000);
  await publishDue(scriptedX(desk, { kind: "published" }));
  return post;
}

const trend = async () => {
  const standing = await desk.store.desk();
  if (!standing) throw new Error("no desk");
  return herTrend(standing, desk.store);
};
const nudges = () =>
  (rowsOf(desk, "reminders")[0] as { kind: string; subject: string }[]).map(({ kind, subject }) => ({
    kind,
    subject,
  }));

describe("her posts, measured for her alone", () => {
  test("say of each how it came about and how much of it is hers, the newest first", async () => {
    expect(await trend()).toEqual({ posts: [], direction: null });
    await posted(null);
    await posted("Worth a second read.");
    await posted("We opened the plant.");
    const newest = await posted("A day of mine.", null);
    const { posts } = await trend();
    expect(posts.map(({ kind, share }) => [kind, share])).toEqual([
      ["own_idea", 1],
      ["rewritten", 1],
      ["edited", 0.25],
      ["as_suggested", 0],
    ]);
    expect(posts[0]?.post).toBe(newest.id);
  });
  test("count what was taken down again, and nothing that never went out", async () => {
    const post = await posted(null);
    await undo({ presser: hers, postId: post.id, delivery: aDelivery() }, desk);
    await takeDownDue({ ...desk, takeDown: async () => ({ kind: "deleted" }) });
    const card = await shownCard(desk, { draft });
    await approvedPost(desk, card);
    desk.pass(10_000);
    await publishDue(scriptedX(desk, { kind: "refused", refusal: "duplicate", detail: "no" }));
    expect((await trend()).posts.map(({ post }) => post)).toEqual([post.id]);
  });
  test("say where they go once there are enough of them", async () => {
    for (const text of [null, null, null]) await posted(text);
    expect((await trend()).direction).toBe(null);
    for (const text of ["One of mine.", "Two of mine.", "Three of mine."]) await posted(text);
    expect((await trend()).direction).toBe("more_hers");
    for (const text of [null, null, null, null]) await posted(text);
    expect((await trend()).direction).toBe("less_hers");
  });
  test("are not read by whoever decides after her", async () => {
    await posted(null);
    expect(await desk.store.postsDone("U0SUCCESSOR" as SlackUserId, 10)).toEqual([]);
  });
});

describe("a quiet nudge", () => {
  test("comes with the fifth post in a row exactly as suggested, once, and not with the sixth", async () => {
    for (let n = 0; n < 4; n++) await posted(null);
    expect(nudges()).toEqual([]);
    const fifth = await posted(null);
    expect(nudges()).toEqual([{ kind: "as_suggested", subject: fifth.id }]);
    await posted(null);
    expect(nudges()).toHaveLength(1);
  });
  test("waits for five anew after words of her own", async () => {
    for (let n = 0; n < 4; n++) await posted(null);
    await posted("Mine, all of it.");
    for (let n = 0; n < 4; n++) await posted(null);
    expect(nudges()).toEqual([]);
    await posted(null);
    expect(nudges()).toHaveLength(1);
  });
  test("leaves what it measures in no message, record or log line", async () => {
    for (let n = 0; n < 5; n++) await posted(null);
    await posted("Mine, all of it.");
    const told = [rowsOf(desk, "messages", "record"), desk.logged, await desk.store.week(0, desk.now() + 1)];
    expect(JSON.stringify(told)).not.toMatch(/as_suggested|rewritten|own_idea|share/);
  });
});
