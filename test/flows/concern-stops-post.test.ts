import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SuggestionId } from "../../src/core/ids.js";
import type { PostWhole } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { minute } from "../db/builders.js";
import {
  type ADesk,
  approvedPost,
  drawnCard,
  openADesk,
  postNow,
  rowsOf,
  shownCard,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";
import { concernWithdrawnBy, justBefore, omar, raisedBy, readBy } from "./colleagues.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const approvedNow = async () => approvedPost(desk, await shownCard(desk));
const scheduled = async () => {
  const seen = { kind: "form", words: "Worth a read.", once: "once" as never } as const;
  const given = { act: "schedule", postAt: desk.now() + 60 * minute, seen } as const;
  return approvedPost(desk, await shownCard(desk), given);
};
const whenDue = ({ post }: PostWhole) => desk.goTo(post.postAt);
const raise = (id: SuggestionId) => raisedBy(desk, omar, id);

/** It never went out, and she is asked, with the concern as the reason. */
async function givenBack({ post }: PostWhole, x: ReturnType<typeof scriptedX>): Promise<void> {
  expect(x.sent).toEqual([]);
  expect((await postNow(desk, post.id)).post.state).toBe("cancelled");
  expect(await suggestionNow(desk, post.suggestionId)).toMatchObject({
    state: "shown",
    setback: { kind: "concern" },
    decidedAt: null,
  });
}

describe("a concern she has not read when its time comes", () => {
  test.each([
    ["within the hold", approvedNow],
    ["long before its time", scheduled],
  ])("raised %s, keeps the post from going, and gives the card back", async (_, approve) => {
    const whole = await approve();
    const { suggestionId } = whole.post;
    await raise(suggestionId);
    const before = wantedMessages(desk);
    whenDue(whole);
    const x = scriptedX(desk);
    await publishDue(x);
    await givenBack(whole, x);
    const after = wantedMessages(desk);
    for (const key of [`card ${suggestionId}`, `suggester ${suggestionId}`])
      expect(after[key]).toBe((before[key] ?? 0) + 1);
    desk.pass(60 * minute);
    await publishDue(x);
    expect(x.sent).toEqual([]);
  });
  test("is asked about again by her own press once she has read it", async () => {
    const whole = await approvedNow();
    await raise(whole.post.suggestionId);
    whenDue(whole);
    await publishDue(scriptedX(desk));
    await readBy(desk, whole.post.suggestionId);
    const again = await approvedPost(desk, await drawnCard(desk, whole.post.suggestionId));
    whenDue(again);
    const x = scriptedX(desk, { kind: "published" });
    await publishDue(x);
    expect(x.sent).toEqual(["Worth a read."]);
    expect(rowsOf(desk, "approvals")[0]).toHaveLength(2);
  });
  test("raised between the check and the commit that begins it, is looked at again", async () => {
    const whole = await approvedNow();
    whenDue(whole);
    const x = scriptedX(desk);
    await publishDue(justBefore(x, () => raise(whole.post.suggestionId)));
    await givenBack(whole, x);
    expect(x.happened).toEqual([]);
  });
  test("raised while her card says «Posting…», stops the call; then the card is given back", async () => {
    const whole = await approvedNow();
    whenDue(whole);
    const x = scriptedX(desk);
    const showNow: typeof x.showNow = async (kind, subject) => {
      await raise(whole.post.suggestionId);
      return x.showNow(kind, subject);
    };
    await publishDue({ ...x, showNow });
    expect(x.sent).toEqual([]);
    expect(await postNow(desk, whole.post.id)).toMatchObject({
      post: { state: "scheduled" },
      parts: [{ state: "pending", attemptedAt: null }],
    });
    desk.pass(15_000);
    await publishDue(x);
    await givenBack(whole, x);
  });
});

describe("a concern that stands in nobody's way when its time comes", () => {
  test.each([
    ["she has read", (id: SuggestionId) => readBy(desk, id)],
    ["its colleague has withdrawn", (id: SuggestionId) => concernWithdrawnBy(desk, omar, id)],
  ])("which %s, lets the post go at its time", async (_, settle) => {
    const whole = await scheduled();
    await raise(whole.post.suggestionId);
    await settle(whole.post.suggestionId);
    whenDue(whole);
    const x = scriptedX(desk, { kind: "published" });
    await publishDue(x);
    expect(x.sent).toEqual(["Worth a read."]);
    expect((await postNow(desk, whole.post.id)).post.state).toBe("done");
  });
});

describe("a concern about what is on its way or out", () => {
  test("raised during the call to X, changes nothing of the call and is told to her", async () => {
    const whole = await approvedNow();
    whenDue(whole);
    const x = scriptedX(desk, { kind: "published" });
    const publish: typeof x.publish = async (approval, part) => {
      expect(await raise(whole.post.suggestionId)).toEqual({ kind: "raised" });
      return x.publish(approval, part);
    };
    await publishDue({ ...x, publish });
    expect(await postNow(desk, whole.post.id)).toMatchObject({
      post: { state: "done" },
      parts: [{ state: "published" }],
    });
    const [concern] = await desk.store.concernsOf(whole.post.suggestionId);
    expect(wantedMessages(desk)[`concern ${concern?.id}`]).toBe(1);
  });
  test("raised after it was posted, leaves it standing", async () => {
    const whole = await approvedNow();
    whenDue(whole);
    await publishDue(scriptedX(desk, { kind: "published" }));
    const before = rowsOf(desk, "posts", "parts", "approvals");
    expect(await raise(whole.post.suggestionId)).toEqual({ kind: "raised" });
    expect(await readBy(desk, whole.post.suggestionId)).toEqual({ kind: "seen" });
    expect(rowsOf(desk, "posts", "parts", "approvals")).toEqual(before);
  });
});
