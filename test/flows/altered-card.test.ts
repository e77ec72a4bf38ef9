import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Digest } from "../../src/core/ids.js";
import type { Message } from "../../src/core/message.js";
import { type ApprovePress, approve } from "../../src/flows/approve.js";
import { decline } from "../../src/flows/decline.js";
import { done } from "../db/house.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  approvingPress,
  type Card,
  openADesk,
  pressOn,
  recorded,
  rowsOf,
  shownCard,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";

let desk: ADesk;
let card: Card;
beforeEach(async () => {
  desk = await openADesk();
  card = await shownCard(desk);
  await recordedCard({ shownDigest: "as-it-was-drawn" });
});
afterEach(() => desk.close());

const elsewise = "e".repeat(43) as Digest;
const press = (given: Partial<ApprovePress>) => approve(approvingPress(card, given), desk);
const onCard = (digest: Digest | null) => ({ seen: { kind: "card", digest } }) as const;

/** Not approved: she is given the exact words, the record has a line, the card is drawn anew. */
async function altered(act: () => Promise<unknown>): Promise<void> {
  const before = rowsOf(desk, "suggestions", "revisions", "approvals", "posts", "parts");
  const wanted = wantedMessages(desk)[`card ${card.id}`] ?? 0;
  const lines = recorded(desk).length;
  const revision = await desk.store.revision(card.key.revisionId);
  const suggestion = await suggestionNow(desk, card.id);
  expect(await act()).toEqual({
    kind: "settled",
    answer: { kind: "altered_card", revision, suggestion },
  });
  expect(revision?.text).toBe("Worth a read.");
  expect(rowsOf(desk, "suggestions", "revisions", "approvals", "posts", "parts")).toEqual(before);
  expect(wantedMessages(desk)[`card ${card.id}`]).toBe(wanted + 1);
  // Also where nothing in it is new: what was shown last is not what Slack shows.
  expect((await desk.store.message("card", card.id))?.shownDigest).toBe(null);
  expect(recorded(desk).slice(lines)).toMatchObject([
    { kind: "press_refused", about: { suggestion: card.id, why: "altered_card" } },
  ]);
}
/** What Slack is known to have given back when the card was shown. */
async function returned(returnedDigest: Digest | null): Promise<void> {
  await recordedCard({ returnedDigest });
}
async function recordedCard(given: Partial<Message>): Promise<void> {
  const message = await desk.store.message("card", card.id);
  if (!message) throw new Error("no card");
  await done(desk.store, { table: "message", row: { ...message, ...given } });
}

describe("a press on a card that does not come back as Slack gave it back approves nothing:", () => {
  test("other words or buttons", () => altered(() => press(onCard(elsewise))));
  test("nothing to compare in the press, nor in Slack", () => altered(() => press(onCard(null))));
  test("nothing known to compare with", async () => {
    await returned(null);
    await altered(() => press(onCard(card.seen)));
  });
  test("nothing on either side: two unknowns are not the same", async () => {
    await returned(null);
    await altered(() => press(onCard(null)));
  });
  test("the same for a card pressed to approve her own words", () =>
    altered(() => press({ ...onCard(elsewise), act: "rewrite", ownText: "Her words." })));
});

describe("then her second press", () => {
  test("in the form, with the exact words in it, approves them", async () => {
    await press(onCard(elsewise));
    const { approval } = await approvedPost(desk, card, {
      act: "rewrite",
      seen: { kind: "form", words: "Worth a read.", once: aDelivery() },
    });
    expect(approval.agreed).toMatchObject({ text: "Worth a read.", revisionId: card.key.revisionId });
  });
  test("delivered again, the first approves nothing either", async () => {
    const first = approvingPress(card, onCard(elsewise));
    await approve(first, desk);
    expect(await approve({ ...first, ...onCard(card.seen) }, desk)).toEqual({ kind: "taken" });
    expect(rowsOf(desk, "approvals")).toEqual([[]]);
  });
  test("on the card as it was drawn approves", async () => {
    await press(onCard(elsewise));
    await approvedPost(desk, card, onCard(card.seen));
  });
});

test("what is wrong beside that is said first: who pressed, what is settled, what is stopped", async () => {
  const stranger = { teamId: null, userId: null };
  expect(await press({ ...onCard(elsewise), presser: stranger })).toMatchObject({
    answer: { kind: "not_hers" },
  });
  const other = { ...card, key: { ...card.key, digest: elsewise } };
  expect(await approve(approvingPress(other, onCard(elsewise)), desk)).toMatchObject({
    answer: { kind: "stale_card" },
  });
  await approvedPost(desk, card);
  expect(await press(onCard(elsewise))).toMatchObject({ answer: { kind: "settled_before" } });
});

test("declining needs no more than the card: nothing goes out by it", async () => {
  await returned(null);
  expect(await decline(pressOn(card), desk)).toMatchObject({ answer: { kind: "declined" } });
});
