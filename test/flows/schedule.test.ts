import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { approve } from "../../src/flows/approve.js";
import { cancel } from "../../src/flows/cancel.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { executive, minute, morning, newId } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  approvingPress,
  drawnCard,
  hers,
  openADesk,
  postNow,
  recorded,
  rowsOf,
  shownCard,
  suggestionNow,
} from "./a-desk.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const day = 86_400_000;
const forTime = (postAt: number) => ({ act: "schedule", postAt }) as const;

describe("a time she chose", () => {
  test("is when it goes out, not before, without a hold on top", async () => {
    const card = await shownCard(desk);
    const { post, approval } = await approvedPost(desk, card, forTime(morning + day));
    expect(approval.agreed).toMatchObject({ act: "schedule", postAt: morning + day });
    expect(post).toMatchObject({ state: "scheduled", postAt: morning + day, dueAt: morning + day });
    const x = scriptedX(desk, { kind: "published" });
    desk.goTo(morning + day - 1);
    await publishDue(x);
    expect(x.sent).toEqual([]);
    expect(await desk.store.nextDue()).toBeLessThanOrEqual(morning + day);
    desk.goTo(morning + day);
    await publishDue(x);
    expect(x.sent).toEqual(["Worth a read."]);
  });
  test.each([
    ["an hour ago", -60 * minute, "past"],
    ["this very instant", 0, "past"],
    ["more than 120 days ahead", 120 * day + 1, "too_far"],
  ])("is refused when it is %s, and the card stays", async (_, ahead, problem) => {
    const card = await shownCard(desk);
    const before = rowsOf(desk);
    const settled = await approve(approvingPress(card, forTime(morning + ahead)), desk);
    expect(settled).toEqual({ kind: "settled", answer: { kind: "time", problem } });
    expect(rowsOf(desk)).toEqual(before);
    await approvedPost(desk, card, forTime(morning + 60 * minute));
  });
  test.each([
    ["a millisecond ahead", 1],
    ["120 days ahead", 120 * day],
  ])("is taken when it is %s", async (_, ahead) => {
    const { post } = await approvedPost(desk, await shownCard(desk), forTime(morning + ahead));
    expect(post.postAt).toBe(morning + ahead);
  });
});

describe("stopping it", () => {
  const stop = (post: { id: Parameters<typeof cancel>[0]["postId"] }, delivery = aDelivery()) =>
    cancel({ presser: hers, postId: post.id, delivery }, desk);

  test.each([
    ["in the hold", {}],
    ["before its time", forTime(morning + day)],
  ])("%s: nothing is sent, the card is hers again and says so", async (_, given) => {
    const card = await shownCard(desk);
    const { post } = await approvedPost(desk, card, given);
    desk.pass(9_999);
    expect(await stop(post)).toEqual({ kind: "settled", answer: { kind: "cancelled" } });
    expect((await postNow(desk, post.id)).post).toMatchObject({
      state: "cancelled",
      dueAt: null,
      settledAt: morning + 9_999,
    });
    expect(await suggestionNow(desk, card.id)).toMatchObject({
      state: "shown",
      decidedAt: null,
      setback: { kind: "cancelled" },
    });
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "cancelled", who: executive });
    const x = scriptedX(desk);
    desk.pass(2 * day);
    await publishDue(x);
    expect(x.sent).toEqual([]);
  });
  test("and approving again is a new approval and a new post", async () => {
    const card = await shownCard(desk);
    const first = await approvedPost(desk, card);
    await stop(first.post);
    const second = await approvedPost(desk, await drawnCard(desk, card.id));
    expect(second.approval.agreed.id).not.toBe(first.approval.agreed.id);
    expect((await suggestionNow(desk, card.id)).setback).toBeNull();
    const x = scriptedX(desk, { kind: "published" });
    desk.pass(10_000);
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
  });
  test("is too late while it is being sent, and the post goes on to its end", async () => {
    const { post } = await approvedPost(desk, await shownCard(desk));
    const x = scriptedX(desk, { kind: "published" });
    const answers: unknown[] = [];
    desk.pass(10_000);
    await publishDue({
      ...x,
      publish: async (approval, part) => {
        answers.push(await stop(post));
        return x.publish(approval, part);
      },
    });
    expect(answers).toEqual([{ kind: "settled", answer: { kind: "too_late" } }]);
    expect((await postNow(desk, post.id)).post.state).toBe("done");
  });
  test("is too late once it is out, and once it is stopped", async () => {
    const [out, stopped] = [
      await approvedPost(desk, await shownCard(desk)),
      await approvedPost(desk, await shownCard(desk)),
    ];
    await stop(stopped.post);
    desk.pass(10_000);
    await publishDue(scriptedX(desk, { kind: "published" }));
    for (const { post } of [out, stopped]) {
      const before = rowsOf(desk);
      expect(await stop(post)).toEqual({ kind: "settled", answer: { kind: "too_late" } });
      expect(rowsOf(desk)).toEqual(before);
      expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "too_late" } });
    }
  });
  test("of a post nobody knows is too late", async () => {
    expect(await stop({ id: newId() })).toEqual({ kind: "settled", answer: { kind: "too_late" } });
  });
  test("delivered twice is taken once", async () => {
    const { post } = await approvedPost(desk, await shownCard(desk));
    const delivery = aDelivery();
    await stop(post, delivery);
    expect(await stop(post, delivery)).toEqual({ kind: "taken" });
  });
});
