import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Digest, SlackTs, SlackUserId } from "../../src/core/ids.js";
import { noSettings } from "../../src/core/settings.js";
import { type ApprovePress, approve } from "../../src/flows/approve.js";
import { offeredSlot } from "../../src/flows/offered-slot.js";
import type { PostWhole } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { raiseConcern } from "../../src/flows/raise-concern.js";
import { executive, minute, morning, nadia, team } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  approvingPress,
  type Card,
  changeDesk,
  drawnCard,
  openADesk,
  postNow,
  recorded,
  rowsOf,
  shownCard,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const hour = 60 * minute;
const day = 24 * hour;

/** A post that waits until tomorrow, and her card as it says so. */
async function scheduled(given: Partial<ApprovePress> = {}): Promise<{ card: Card; whole: PostWhole }> {
  const card = await shownCard(desk);
  const whole = await approvedPost(desk, card, { act: "schedule", postAt: morning + day, ...given });
  return { card: await drawnCard(desk, card.id), whole };
}
const now = (whole: PostWhole) => ({ act: "post_now", instead: whole.post.id }) as const;
const to = (whole: PostWhole, postAt: number) =>
  ({ act: "schedule", instead: whole.post.id, postAt }) as const;

describe("a scheduled post whose time she changes", () => {
  test("ends, and another takes its place with a new approval of the same words", async () => {
    const { card, whole } = await scheduled();
    desk.pass(hour);
    const moved = await approvedPost(desk, card, to(whole, morning + 2 * day));
    expect((await postNow(desk, whole.post.id)).post).toMatchObject({
      state: "cancelled",
      dueAt: null,
      settledAt: morning + hour,
    });
    expect(moved.post).toMatchObject({ state: "scheduled", postAt: morning + 2 * day });
    expect(moved.approval.agreed).toMatchObject({ act: "schedule", text: whole.approval.agreed.text });
    expect(moved.approval.agreed.id).not.toBe(whole.approval.agreed.id);
    expect(await suggestionNow(desk, card.id)).toMatchObject({
      state: "approved",
      decidedAt: morning + hour,
      revisionId: whole.approval.agreed.revisionId,
    });
    expect(recorded(desk).slice(-2)).toMatchObject([
      { kind: "cancelled", who: executive, about: { post: whole.post.id } },
      { kind: "approved", who: executive, about: { post: moved.post.id, act: "schedule" } },
    ]);
    const x = scriptedX(desk, { kind: "published" });
    desk.goTo(morning + day);
    await publishDue(x);
    expect(x.sent).toEqual([]);
    desk.goTo(morning + 2 * day);
    await publishDue(x);
    expect(x.sent).toEqual(["Worth a read."]);
  });
  test("goes out after the hold where she posts it now, once", async () => {
    const { card, whole } = await scheduled();
    const { post, approval } = await approvedPost(desk, card, now(whole));
    expect(approval.agreed.act).toBe("post_now");
    expect(post.postAt).toBe(morning + desk.holdMs);
    const x = scriptedX(desk, { kind: "published" });
    desk.pass(desk.holdMs);
    await publishDue(x);
    desk.goTo(morning + day);
    await publishDue(x);
    expect(x.sent).toEqual(["Worth a read."]);
  });
  test.each([
    ["stopped", async () => {}],
    ["gone out", async () => void (await publishDue(scriptedX(desk, { kind: "published" })))],
  ])("is not moved once it is %s: the present state is the answer", async (how, act) => {
    const { card, whole } = await scheduled({ postAt: morning + hour });
    if (how === "stopped") await approvedPost(desk, card, now(whole));
    desk.goTo(morning + hour);
    await act();
    const before = rowsOf(desk, "approvals", "posts");
    for (const given of [now(whole), to(whole, morning + 2 * day)]) {
      const settled = await approve(approvingPress(await drawnCard(desk, card.id), given), desk);
      expect(settled).toEqual({ kind: "settled", answer: { kind: "settled_before" } });
    }
    expect(rowsOf(desk, "approvals", "posts")).toEqual(before);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "settled_before" } });
  });
  test("is not moved by a press that names the post of another card", async () => {
    const { card } = await scheduled();
    const { whole } = await scheduled();
    const settled = await approve(approvingPress(card, now(whole)), desk);
    expect(settled).toEqual({ kind: "settled", answer: { kind: "settled_before" } });
    expect((await postNow(desk, whole.post.id)).post.state).toBe("scheduled");
  });
  test.each<[string, (card: Card) => Partial<ApprovePress>, string]>([
    ["a colleague", () => ({ presser: { teamId: team, userId: nadia as SlackUserId } }), "not_hers"],
    [
      "a message that is not her card",
      ({ place }) => ({ card: { ...place, ts: "1.0001" as SlackTs } }),
      "stale_card",
    ],
    [
      "a button of other words",
      ({ key }) => ({ key: { ...key, digest: "x".repeat(43) as Digest } }),
      "stale_card",
    ],
    ["a card that shows something else", () => ({ seen: { kind: "card", digest: null } }), "altered_card"],
  ])("is not moved by %s", async (_, given, kind) => {
    const { card, whole } = await scheduled();
    const settled = await approve(approvingPress(card, { ...now(whole), ...given(card) }), desk);
    expect(settled).toMatchObject({ kind: "settled", answer: { kind } });
    expect((await postNow(desk, whole.post.id)).post.state).toBe("scheduled");
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: kind } });
  });
  test("is not moved while the desk stands still, nor with a concern she has not read", async () => {
    const { card, whole } = await scheduled();
    await changeDesk(desk, { paused: true });
    const paused = await approve(approvingPress(card, now(whole)), desk);
    expect(paused).toMatchObject({ answer: { kind: "stopped" } });
    await changeDesk(desk, { paused: false });
    await raiseConcern(
      { by: nadia, suggestionId: card.id, reason: "Is it true?", delivery: aDelivery() },
      desk,
    );
    const concerned = await approve(approvingPress(await drawnCard(desk, card.id), now(whole)), desk);
    expect(concerned).toMatchObject({ answer: { kind: "concern" } });
    expect((await postNow(desk, whole.post.id)).post.state).toBe("scheduled");
  });
  test("delivered twice is moved once", async () => {
    const { card, whole } = await scheduled();
    const press = approvingPress(card, now(whole));
    await approve(press, desk);
    expect(await approve(press, desk)).toEqual({ kind: "taken" });
  });
  test("pressed at the very moment its time comes is sent once", async () => {
    const { card, whole } = await scheduled({ postAt: morning + hour });
    desk.goTo(morning + hour);
    const x = scriptedX(desk, { kind: "published" });
    await Promise.all([publishDue(x), approve(approvingPress(card, now(whole)), desk)]);
    desk.pass(desk.holdMs);
    await publishDue(x);
    expect(x.sent).toEqual(["Worth a read."]);
  });
});

describe("the time on a button", () => {
  test("is exactly when it goes out", async () => {
    const at = await offeredSlot(await theDesk(), morning, desk);
    const { post, approval } = await approvedPost(desk, await shownCard(desk), {
      act: "schedule_next",
      postAt: at,
    });
    expect(approval.agreed).toMatchObject({ act: "schedule_next", postAt: at });
    expect(post).toMatchObject({ state: "scheduled", postAt: at });
  });
  test.each([
    ["has passed", minute],
    ["is this very moment", 0],
  ])("approves nothing where it %s, and her card is drawn again", async (_, late) => {
    const card = await shownCard(desk);
    desk.goTo(morning + hour + late);
    const drawn = wantedMessages(desk)[`card ${card.id}`] ?? 0;
    const press = approvingPress(card, { act: "schedule_next", postAt: morning + hour });
    expect(await approve(press, desk)).toEqual({
      kind: "settled",
      answer: { kind: "time", problem: "past" },
    });
    expect(rowsOf(desk, "approvals", "posts")).toEqual([[], []]);
    expect(wantedMessages(desk)[`card ${card.id}`]).toBe(drawn + 1);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "time_past" } });
  });
  test("keeps its distance from what is scheduled, and counts no post that is being moved", async () => {
    const first = await offeredSlot(await theDesk(), morning, desk);
    const card = await shownCard(desk);
    await approvedPost(desk, card, { act: "schedule_next", postAt: first });
    const second = await offeredSlot(await theDesk(), morning, desk);
    expect(second).toBeGreaterThanOrEqual(first + 2 * hour);
  });
});

describe("the reminder she asked for", () => {
  const remindersOf = () => rowsOf(desk, "reminders")[0] as { kind: string; due_at: number }[];
  const asks = () => changeDesk(desk, { settings: { ...noSettings, remindMinutes: 60 } });

  test("is made with the approval, before a post that waits for its time", async () => {
    await asks();
    const { whole } = await scheduled();
    expect(remindersOf()).toMatchObject([
      { kind: "goes_out_soon", subject: whole.post.id, due_at: morning + day - hour },
    ]);
  });
  test("is not made where she asked for none, where the post goes now, or where there is no time for it", async () => {
    await scheduled();
    await asks();
    await approvedPost(desk, await shownCard(desk));
    await scheduled({ postAt: morning + 30 * minute });
    expect(remindersOf()).toEqual([]);
  });
});

async function theDesk() {
  const found = await desk.store.desk();
  if (!found) throw new Error("no desk");
  return found;
}
