import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SuggestionId } from "../../src/core/ids.js";
import { approve } from "../../src/flows/approve.js";
import { cancel } from "../../src/flows/cancel.js";
import { decline } from "../../src/flows/decline.js";
import { editSuggestion, type SuggestionEdit } from "../../src/flows/edit-suggestion.js";
import { keepWording } from "../../src/flows/keep-wording.js";
import { nadia, newId } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  approvingPress,
  type Card,
  drawnCard,
  hers,
  link,
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
import { justBefore, omar } from "./colleagues.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const editing = (suggestionId: SuggestionId, given: Partial<SuggestionEdit> = {}): SuggestionEdit => ({
  by: nadia,
  suggestionId,
  note: "",
  reproach: null,
  subject: null,
  urgency: "any_time",
  draft: "Worth a read.",
  delivery: aDelivery(),
  ...given,
});
async function edits(id: SuggestionId, given: Partial<SuggestionEdit> = {}, on: ADesk = desk) {
  const settled = await editSuggestion(editing(id, given), on);
  if (settled.kind === "taken") throw new Error("taken");
  return settled.answer;
}
const wordingOf = async (id: SuggestionId) => {
  const { revisionId } = await suggestionNow(desk, id);
  return revisionId === null ? null : desk.store.revision(revisionId);
};
/** Her words on the card, kept and not yet approved. */
const herWords = (card: Card, text = "Her own words.") =>
  keepWording({ presser: hers, key: card.key, text, delivery: aDelivery() }, desk);

describe("a suggestion that is edited", () => {
  test.each([
    ["waits", waiting],
    ["stands before her", async (on: ADesk) => suggestionNow(on, (await shownCard(on)).id)],
  ])("while it %s has a new wording after the one before, exactly as written", async (_, before) => {
    const { id, revisionId } = await before(desk);
    expect(await edits(id, { draft: " Better, e\u0301crit.\n" })).toEqual({ kind: "edited" });
    const newest = await wordingOf(id);
    expect(newest).toMatchObject({
      number: 2,
      source: "team",
      author: nadia,
      text: " Better, e\u0301crit.\n",
    });
    expect(revisionId && (await desk.store.revision(revisionId))).toMatchObject({ text: "Worth a read." });
    expect(recorded(desk).at(-1)).toEqual({
      kind: "revised",
      who: nadia,
      about: { suggestion: id, revision: newest?.id, digest: newest?.digest },
    });
  });
  test("keeps its wording where only what is said about it changes", async () => {
    const { id, revisionId } = await waiting(desk);
    const given = { note: "Why.", reproach: "Late.", subject: "Energy", urgency: "today" } as const;
    expect(await edits(id, given)).toEqual({ kind: "edited" });
    expect(await suggestionNow(desk, id)).toMatchObject({ ...given, revisionId, link });
    expect(rowsOf(desk, "revisions")[0]).toHaveLength(1);
  });
  test("without a draft has the quoted headline again, and nobody is its author", async () => {
    const { id } = await waiting(desk);
    await edits(id, { draft: null });
    expect(await wordingOf(id)).toMatchObject({ source: "headline", author: null, text: link });
  });
  test("with nothing changed stays as it is, and nobody is told", async () => {
    const { id } = await waiting(desk);
    const before = rowsOf(desk);
    expect(await edits(id)).toEqual({ kind: "unchanged" });
    expect(rowsOf(desk)).toEqual(before);
  });
  test("makes her older card inert: a press on it approves nothing and draws it anew", async () => {
    const card = await shownCard(desk);
    const before = wantedMessages(desk)[`card ${card.id}`] ?? 0;
    await edits(card.id, { draft: "Other words." });
    expect(wantedMessages(desk)[`card ${card.id}`]).toBe(before + 1);
    for (const act of [approve(approvingPress(card), desk), decline(pressOn(card), desk)])
      expect(await act).toEqual({ kind: "settled", answer: { kind: "stale_card" } });
    const { approval } = await approvedPost(desk, await drawnCard(desk, card.id));
    expect(approval.agreed.text).toBe("Other words.");
  });
  test("moves in the line with its urgency, and those around it are told", async () => {
    const [first, second] = [await waiting(desk), await waiting(desk)];
    const before = wantedMessages(desk)[`suggester ${first.id}`] ?? 0;
    await edits(second.id, { urgency: "today" });
    expect((await desk.store.inLine(2)).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(wantedMessages(desk)[`suggester ${first.id}`]).toBe(before + 1);
    expect(Object.keys(wantedMessages(desk))).not.toContain(`card ${second.id}`);
  });
  test("at the moment she approves stays as she approved it", async () => {
    const card = await shownCard(desk);
    const late = justBefore(desk, () => approve(approvingPress(card), desk));
    expect(await edits(card.id, { draft: "Too late." }, late)).toMatchObject({ kind: "too_late" });
    expect((await desk.store.latestPost(card.id))?.approval.agreed.text).toBe("Worth a read.");
    expect(rowsOf(desk, "revisions")[0]).toHaveLength(1);
  });
  test("between her press and its commit is not what she approves", async () => {
    const card = await shownCard(desk);
    const late = justBefore(desk, () => edits(card.id, { draft: "Slipped in." }));
    expect(await approve(approvingPress(card), late)).toMatchObject({ answer: { kind: "stale_card" } });
    expect(rowsOf(desk, "approvals")[0]).toEqual([]);
  });
});

describe("her own words on the card", () => {
  test("stay; the rest of the edit is taken over", async () => {
    const card = await shownCard(desk);
    await herWords(card);
    expect(await edits(card.id, { draft: "The team's.", note: "Why." })).toEqual({
      kind: "edited_but_draft",
    });
    expect(await wordingOf(card.id)).toMatchObject({
      source: "executive",
      text: "Her own words.",
      number: 2,
    });
    expect(await suggestionNow(desk, card.id)).toMatchObject({ note: "Why.", teamDraft: "Worth a read." });
  });
  test("stay where nothing but the draft was edited, and it says so", async () => {
    const card = await shownCard(desk);
    await herWords(card);
    const before = rowsOf(desk);
    expect(await edits(card.id, { draft: "The team's." })).toEqual({ kind: "edited_but_draft" });
    expect(rowsOf(desk)).toEqual(before);
  });
  test("stay where she writes them at the same moment", async () => {
    const card = await shownCard(desk);
    const late = justBefore(desk, () => herWords(card));
    expect(await edits(card.id, { draft: "The team's." }, late)).toEqual({ kind: "edited_but_draft" });
    expect(await wordingOf(card.id)).toMatchObject({ text: "Her own words." });
  });
  test("stay also on a card that came back to her", async () => {
    const card = await shownCard(desk);
    const seen = { kind: "form", words: null, once: aDelivery() } as const;
    const { post } = await approvedPost(desk, card, { act: "rewrite", ownText: "Hers.", seen });
    await cancel({ presser: hers, postId: post.id, delivery: aDelivery() }, desk);
    await edits(card.id, { draft: "The team's.", note: "Why." });
    expect(await wordingOf(card.id)).toMatchObject({ text: "Hers." });
  });
});

describe("an edit changes nothing", () => {
  test("of somebody else's suggestion", async () => {
    const { id } = await waiting(desk);
    const before = rowsOf(desk);
    expect(await edits(id, { by: omar, draft: "Mine now." })).toEqual({ kind: "not_yours" });
    expect(await edits(newId<SuggestionId>())).toEqual({ kind: "not_yours" });
    expect(rowsOf(desk)).toEqual(before);
  });
  test("while the article is being read", async () => {
    const { id } = await suggested(desk);
    expect(await edits(id, { note: "Why." })).toMatchObject({
      kind: "too_late",
      suggestion: { state: "reading" },
    });
  });
  test("after she approved or declined", async () => {
    const { post, approval } = await approvedPost(desk, await shownCard(desk));
    const card = await shownCard(desk);
    await decline(pressOn(card), desk);
    const before = rowsOf(desk);
    for (const id of [post.suggestionId, card.id])
      expect(await edits(id, { draft: "Other.", note: "Other." })).toMatchObject({ kind: "too_late" });
    expect(rowsOf(desk)).toEqual(before);
    expect((await postNow(desk, post.id)).approval).toEqual(approval);
  });
  test("delivered twice", async () => {
    const { id } = await waiting(desk);
    const edit = editing(id, { draft: "Once." });
    await editSuggestion(edit, desk);
    expect(await editSuggestion(edit, desk)).toEqual({ kind: "taken" });
    expect(rowsOf(desk, "revisions")[0]).toHaveLength(2);
  });
});
