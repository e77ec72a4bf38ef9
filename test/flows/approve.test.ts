import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { unseal } from "../../src/core/approval.js";
import { approve } from "../../src/flows/approve.js";
import { decline } from "../../src/flows/decline.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { executive, minute, morning, team } from "../db/builders.js";
import {
  type ADesk,
  approvedPost,
  approvingPress,
  openADesk,
  postNow,
  pressOn,
  recorded,
  rowsOf,
  shownCard,
  suggested,
  suggestionNow,
  waiting,
  wantedMessages,
} from "./a-desk.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

describe("what she has not approved is never posted", () => {
  test("not while it is read, waits, stands before her, or is declined, however long", async () => {
    await suggested(desk);
    await waiting(desk);
    await shownCard(desk);
    await decline(pressOn(await shownCard(desk)), desk);
    const x = scriptedX(desk);
    for (let day = 0; day < 10; day++) {
      desk.pass(24 * 60 * minute);
      await publishDue(x);
    }
    expect(x.sent).toEqual([]);
    expect(rowsOf(desk, "posts", "approvals")).toEqual([[], []]);
  });
});

describe("her press on a card", () => {
  test("posts the approved text once, after the hold, and tells the team", async () => {
    const card = await shownCard(desk, { draft: "Exactly this.  " });
    const { post } = await approvedPost(desk, card);
    const x = scriptedX(desk, { kind: "published" });
    await publishDue(x);
    desk.pass(9_999);
    await publishDue(x);
    expect(x.sent).toEqual([]);
    desk.pass(1);
    await publishDue(x);
    await publishDue(x);
    desk.pass(60 * minute);
    await publishDue(x);
    expect(x.sent).toEqual(["Exactly this.  "]);
    expect((await postNow(desk, post.id)).post.state).toBe("done");
    expect(Object.keys(wantedMessages(desk)).sort()).toEqual(
      [
        `card ${card.id}`,
        `card_line ${post.id}`,
        `suggester ${card.id}`,
        `team ${card.id}`,
        `team_line ${post.id}`,
      ].sort(),
    );
  });
  test("becomes one sealed approval that says who, what, when, where and from which card", async () => {
    const card = await shownCard(desk);
    const press = approvingPress(card);
    const { post, parts, approval } = await approvedPost(desk, card, press);
    const sealed = unseal(approval.agreed, approval, desk.ring);
    expect(sealed).toMatchObject({
      text: "Worth a read.",
      revisionId: card.key.revisionId,
      revisionDigest: card.key.digest,
      accountId: "1900000000000000001",
      act: "approve",
      approvedBy: executive,
      teamId: team,
      approvedAt: morning,
      postAt: morning + 10_000,
      cardChannel: card.place.channel,
      cardTs: card.place.ts,
      delivery: press.delivery,
    });
    expect(post).toMatchObject({ state: "scheduled", postAt: morning + 10_000, dueAt: morning + 10_000 });
    expect(parts).toMatchObject([{ state: "pending", text: "Worth a read.", position: 0 }]);
    expect(recorded(desk).at(-1)).toEqual({
      kind: "approved",
      who: executive,
      about: {
        suggestion: card.id,
        approval: approval.agreed.id,
        digest: card.key.digest,
        post: post.id,
        postAt: morning + 10_000,
        act: "approve",
      },
    });
  });
  test("settles the card and the news in the same commit", async () => {
    const card = await shownCard(desk);
    const before = wantedMessages(desk);
    await approvedPost(desk, card);
    const after = wantedMessages(desk);
    for (const kind of ["card", "suggester", "team"])
      expect(after[`${kind} ${card.id}`], kind).toBe((before[`${kind} ${card.id}`] ?? 0) + 1);
    expect(await suggestionNow(desk, card.id)).toMatchObject({ state: "approved", decidedAt: morning });
  });
  test("without a hold is due at once", async () => {
    const card = await shownCard(desk);
    await approve(approvingPress(card), { ...desk, holdMs: 0 });
    const x = scriptedX(desk, { kind: "published" });
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
  });
});

describe("pressed again", () => {
  test("a second press changes nothing and hears that it is settled", async () => {
    const card = await shownCard(desk);
    await approvedPost(desk, card);
    const before = rowsOf(desk);
    const settled = await approve(approvingPress(card), desk);
    expect(settled).toEqual({ kind: "settled", answer: { kind: "settled_before" } });
    expect(rowsOf(desk)).toEqual(before);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "settled_before" } });
  });
  test("the same delivery twice is taken once", async () => {
    const press = approvingPress(await shownCard(desk));
    await approve(press, desk);
    const before = rowsOf(desk);
    expect(await approve(press, desk)).toEqual({ kind: "taken" });
    expect(rowsOf(desk)).toEqual(before);
  });
  test("two presses at once make one post", async () => {
    const card = await shownCard(desk);
    const answers = await Promise.all(Array.from({ length: 5 }, () => approve(approvingPress(card), desk)));
    const kinds = answers.map((each) => (each.kind === "settled" ? each.answer.kind : each.kind)).sort();
    expect(kinds).toEqual(["approved", ...Array(4).fill("settled_before")]);
    expect(rowsOf(desk, "posts", "approvals").map((rows) => (rows as unknown[]).length)).toEqual([1, 1]);
  });
  test("approve and decline at once: one of them counts", async () => {
    const card = await shownCard(desk);
    const [one, other] = await Promise.all([
      approve(approvingPress(card), desk),
      decline(pressOn(card), desk),
    ]);
    const { state } = await suggestionNow(desk, card.id);
    expect([one, other].filter(({ kind }) => kind === "settled")).toHaveLength(2);
    expect(["approved", "declined"]).toContain(state);
    expect(rowsOf(desk, "posts")[0]).toHaveLength(state === "approved" ? 1 : 0);
    expect([one, other]).toContainEqual({ kind: "settled", answer: { kind: "settled_before" } });
  });
});

describe("two suggestions with the same words", () => {
  test("are two approvals and two posts, each by its own press", async () => {
    const [one, other] = [await shownCard(desk), await shownCard(desk)];
    await approvedPost(desk, one);
    expect((await suggestionNow(desk, other.id)).state).toBe("shown");
    const swapped = { ...other, key: one.key };
    const settled = await approve(approvingPress(swapped), desk);
    expect(settled).toMatchObject({ answer: { kind: "settled_before" } });
    await approvedPost(desk, other);
    const x = scriptedX(desk, { kind: "published" }, { kind: "published" });
    desk.pass(10_000);
    await publishDue(x);
    expect(x.sent).toHaveLength(2);
  });
});
