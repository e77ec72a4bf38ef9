import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Digest, SlackTeamId, SlackTs } from "../../src/core/ids.js";
import { approve } from "../../src/flows/approve.js";
import { decline } from "../../src/flows/decline.js";
import { editSuggestion } from "../../src/flows/edit-suggestion.js";
import { type KeepPress, keepCharacters } from "../../src/flows/keep-characters.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { executive, nadia, team } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  approvingPress,
  type Card,
  drawnCard,
  openADesk,
  pressOn,
  recorded,
  rowsOf,
  shownCard,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";
import { justBefore } from "./colleagues.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

/** A zero-width space in a word, and a Cyrillic letter in a link. */
const hidden = "A hid\u200bden word.";
const alike = "Read https://ex\u0430mple.com today.";

async function keeps(card: Card, given: Partial<KeepPress> = {}, on: ADesk = desk) {
  const settled = await keepCharacters({ ...pressOn(card), ...given }, on);
  if (settled.kind === "taken") throw new Error("taken");
  return settled.answer.kind;
}
const approves = async (card: Card) => {
  const settled = await approve(approvingPress(card), desk);
  return settled.kind === "settled" ? settled.answer : settled;
};
const edits = (card: Card, draft: string) =>
  editSuggestion(
    {
      by: nadia,
      suggestionId: card.id,
      note: "",
      reproach: null,
      subject: null,
      urgency: "any_time",
      draft,
      delivery: aDelivery(),
    },
    desk,
  );

describe("«Keep these characters»", () => {
  test.each([
    ["hidden_characters", hidden],
    ["look_alikes", alike],
  ])("gives the one press back (%s), and it posts exactly these bytes", async (problem, draft) => {
    const card = await shownCard(desk, { draft });
    expect(await approves(card)).toEqual({ kind: "text", problem });
    expect(await keeps(card)).toBe("kept");
    expect(rowsOf(desk, "approvals")[0]).toEqual([]);
    const { revisionId, digest } = card.key;
    expect(recorded(desk).at(-1)).toMatchObject({
      kind: "kept_characters",
      about: { suggestion: card.id, revision: revisionId, digest },
    });
    await approvedPost(desk, await drawnCard(desk, card.id));
    desk.pass(10_000);
    const x = scriptedX(desk, { kind: "published" });
    await publishDue(x);
    expect(x.sent.map((text) => Buffer.from(text))).toEqual([Buffer.from(draft)]);
  });
  test("draws her card anew", async () => {
    const card = await shownCard(desk, { draft: hidden });
    const before = wantedMessages(desk)[`card ${card.id}`] ?? 0;
    await keeps(card);
    expect(wantedMessages(desk)[`card ${card.id}`]).toBe(before + 1);
  });
  test("is for this wording alone: another one is looked at anew", async () => {
    const card = await shownCard(desk, { draft: hidden });
    await keeps(card);
    await edits(card, `${hidden} More.`);
    const redrawn = await drawnCard(desk, card.id);
    expect(await approves(redrawn)).toEqual({ kind: "text", problem: "hidden_characters" });
    await edits(card, hidden);
    expect(await approves(await drawnCard(desk, card.id))).toMatchObject({ kind: "text" });
  });
  test("is not for words of her own that she writes over it", async () => {
    const card = await shownCard(desk, { draft: hidden });
    await keeps(card);
    const seen = { kind: "form", words: null, once: aDelivery() } as const;
    const press = approvingPress(await drawnCard(desk, card.id), {
      act: "rewrite",
      ownText: `${hidden}!`,
      seen,
    });
    expect(await approve(press, desk)).toMatchObject({
      answer: { kind: "text", problem: "hidden_characters" },
    });
  });
  test.each([
    ["empty", " \n"],
    ["too_long", `${hidden} ${"long ".repeat(60)}`],
  ])("does not keep away what X would not take (%s)", async (problem, draft) => {
    const card = await shownCard(desk, { draft });
    await keeps(card);
    expect(await approves(await drawnCard(desk, card.id))).toEqual({ kind: "text", problem });
  });
});

describe("nothing is kept", () => {
  const nothingKept = async (card: Card) =>
    expect(await suggestionNow(desk, card.id)).toMatchObject({ keptRevisionId: null });

  test.each([
    ["a colleague", { teamId: team, userId: nadia }],
    ["her id in another workspace", { teamId: "T0OTHER" as SlackTeamId, userId: executive }],
    ["nobody", { teamId: null, userId: null }],
  ])("by %s", async (_, presser) => {
    const card = await shownCard(desk, { draft: hidden });
    expect(await keeps(card, { presser })).toBe("not_hers");
    await nothingKept(card);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "not_hers" } });
  });
  test.each([
    ["another message", (card: Card) => ({ card: { ...card.place, ts: "1.2" as SlackTs } })],
    ["another digest", (card: Card) => ({ key: { ...card.key, digest: "0".repeat(43) as Digest } })],
  ])("by a press on %s: the card is drawn anew", async (_, given) => {
    const card = await shownCard(desk, { draft: hidden });
    expect(await keeps(card, given(card))).toBe("stale_card");
    await nothingKept(card);
  });
  test("by a press on a card of an older wording, nor where a newer one comes at the same moment", async () => {
    const card = await shownCard(desk, { draft: hidden });
    const late = justBefore(desk, () => edits(card, `${hidden} Other.`));
    expect(await keeps(card, {}, late)).toBe("stale_card");
    expect(await keeps(card)).toBe("stale_card");
    await nothingKept(card);
  });
  test("of what she has decided", async () => {
    const card = await shownCard(desk, { draft: hidden });
    await decline(pressOn(card), desk);
    expect(await keeps(card)).toBe("settled_before");
    await nothingKept(card);
  });
});
