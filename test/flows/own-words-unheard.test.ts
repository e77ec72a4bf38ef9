import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PostId, SlackUserId, SuggestionId } from "../../src/core/ids.js";
import { afterDeclining } from "../../src/flows/after-declining.js";
import { cancel } from "../../src/flows/cancel.js";
import { decline } from "../../src/flows/decline.js";
import { openDesk } from "../../src/flows/open-desk.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { raiseConcern } from "../../src/flows/raise-concern.js";
import { secondSuggestion } from "../../src/flows/second-suggestion.js";
import { answerUnknown, settleUnknown } from "../../src/flows/settle-unknown.js";
import { takeDownDue, undo } from "../../src/flows/take-down.js";
import { nadia } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  drawnCard,
  hers,
  openADesk,
  postNow,
  pressOn,
  rowsOf,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";
import { ownWordsCard } from "./her-own-words.js";
import { type Script, scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

/** The kinds of messages that anybody was sent or is owed, but her card. */
const told = () =>
  [...new Set(Object.keys(wantedMessages(desk)).map((key) => key.split(" ")[0]))].filter(
    (kind) => kind !== "card",
  );

async function sent(...answers: Script[]): Promise<{ id: SuggestionId; post: PostId }> {
  const card = await ownWordsCard(desk);
  const { post } = await approvedPost(desk, card, { act: "own_post" });
  desk.pass(10_000);
  await publishDue(scriptedX(desk, ...answers));
  return { id: card.id, post: post.id };
}

describe("before her own words are posted nobody else hears of them:", () => {
  test("approved, stopped, discarded and taken back", async () => {
    const card = await ownWordsCard(desk);
    const { post } = await approvedPost(desk, card, { act: "own_post" });
    await cancel({ presser: hers, postId: post.id, delivery: aDelivery() }, desk);
    await decline(pressOn(await drawnCard(desk, card.id)), desk);
    const does = { kind: "take_back" } as const;
    await afterDeclining({ presser: hers, suggestionId: card.id, delivery: aDelivery(), does }, desk);
    expect((await suggestionNow(desk, card.id)).state).toBe("shown");
    expect(told()).toEqual([]);
  });
  test("refused by X", async () => {
    await sent({ kind: "refused", refusal: "duplicate", detail: "no" });
    expect(told()).toEqual([]);
  });
  test("without a clear answer of X, looked for, and not on X as she says", async () => {
    const { post } = await sent({ kind: "unknown", detail: "timeout" });
    desk.pass(3_000);
    await settleUnknown(desk);
    expect((await postNow(desk, post)).post).toMatchObject({ state: "asking", looks: 1 });
    expect(told()).toEqual(["card_asking"]);
    await answerUnknown({ presser: hers, postId: post, delivery: aDelivery(), says: "it_did_not" }, desk);
    expect(told()).toEqual(["card_asking"]);
  });
  test("nobody's voice or concern is taken, and a discarded card takes no reason", async () => {
    const card = await ownWordsCard(desk);
    const press = { by: nadia, suggestionId: card.id, delivery: aDelivery() };
    expect(await secondSuggestion(press, desk)).toMatchObject({ answer: { kind: "too_late" } });
    const concern = () => raiseConcern({ ...press, delivery: aDelivery(), reason: "Wrong." }, desk);
    expect(await concern()).toMatchObject({ answer: { kind: "too_late" } });
    await approvedPost(desk, card, { act: "own_post" });
    expect(await concern()).toMatchObject({ answer: { kind: "too_late" } });
    const other = await ownWordsCard(desk, "Another.");
    await decline(pressOn(other), desk);
    const does = { kind: "note", note: "Why." } as const;
    const reason = { presser: hers, suggestionId: other.id, delivery: aDelivery(), does };
    expect(await afterDeclining(reason, desk)).toMatchObject({ answer: { kind: "settled_before" } });
    expect(told()).toEqual([]);
  });
  test("and no list or figure of the team's counts them", async () => {
    const card = await ownWordsCard(desk);
    const counted = async () => ({
      ...(await desk.store.week(0, desk.now() + 1)),
      cards: await desk.store.cardsSince(0),
      undecided: await desk.store.undecided(),
    });
    const nothing = { suggested: [], declined: [], posted: [], waiting: [], cards: 0, undecided: 0 };
    expect(await counted()).toEqual(nothing);
    await decline(pressOn(card), desk);
    expect(await counted()).toEqual(nothing);
  });
});

describe("once they are posted", () => {
  test("the team has its one message and its line, and nobody is their suggester", async () => {
    const { id, post } = await sent({ kind: "published" });
    expect(Object.keys(wantedMessages(desk)).toSorted()).toEqual(
      [`card ${id}`, `card_line ${post}`, `team ${id}`, `team_line ${post}`].toSorted(),
    );
  });
  test("also where X answered late, without a question that the team never read", async () => {
    const { post } = await sent({ kind: "unknown", detail: "timeout" });
    desk.pass(3_000);
    await settleUnknown(desk);
    await answerUnknown({ presser: hers, postId: post, delivery: aDelivery(), says: "it_appeared" }, desk);
    expect(told().toSorted()).toEqual(["card_asking", "card_line", "team", "team_line"]);
  });
  test("a colleague's concern is raised, and what is taken down is told", async () => {
    const { id, post } = await sent({ kind: "published" });
    const concern = { by: nadia, suggestionId: id, delivery: aDelivery(), reason: "A wrong figure." };
    expect(await raiseConcern(concern, desk)).toMatchObject({ answer: { kind: "raised" } });
    await undo({ presser: hers, postId: post, delivery: aDelivery() }, desk);
    await takeDownDue({ ...desk, takeDown: async () => ({ kind: "deleted" }) });
    expect(told()).toEqual(expect.arrayContaining(["concern", "team_down"]));
    expect(told()).not.toContain("suggester");
  });
});

describe("a new executive", () => {
  const successor = "U0SUCCESSOR" as SlackUserId;
  async function handOver(): Promise<void> {
    const stored = await desk.store.desk();
    if (!stored) throw new Error("no desk");
    const { teamId, channelId, homeZone, locale, account } = stored;
    const facts = { teamId, channelId, homeZone: null, profileZone: homeZone, locale, account };
    await openDesk({ ...facts, executiveId: successor }, desk);
  }
  test("gets none of the former one's own words: they are put away, and what was scheduled is cancelled", async () => {
    const before = await ownWordsCard(desk);
    const scheduled = await ownWordsCard(desk, "On Friday.");
    const time = { act: "schedule", postAt: desk.now() + 3_600_000 } as const;
    const { post } = await approvedPost(desk, scheduled, time);
    await handOver();
    expect((await postNow(desk, post.id)).post.state).toBe("cancelled");
    for (const { id, place } of [before, scheduled]) {
      expect((await suggestionNow(desk, id)).state).toBe("withdrawn");
      expect(await desk.store.message("card", id)).toMatchObject({ ...place, to: { userId: hers.userId } });
    }
    const notices = rowsOf(desk, "notices")[0] as { about: string }[];
    expect(notices.map(({ about }) => JSON.parse(about))).toEqual([
      { kind: "former_executive", cancelled: 1 },
      { kind: "new_executive", cancelled: 0 },
    ]);
    desk.pass(7_200_000);
    const x = scriptedX(desk);
    await publishDue(x);
    expect(x.sent).toEqual([]);
  });
  test("is not asked whether the former one's words appeared", async () => {
    const { id } = await sent({ kind: "unknown", detail: "timeout" });
    await handOver();
    expect(await desk.store.message("card", id)).toMatchObject({ to: { userId: hers.userId } });
  });
});
