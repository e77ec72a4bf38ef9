import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SuggestionId } from "../../src/core/ids.js";
import { approve } from "../../src/flows/approve.js";
import { decline } from "../../src/flows/decline.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { withdrawSuggestion } from "../../src/flows/withdraw-suggestion.js";
import { nadia, newId } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
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
import { justBefore, omar } from "./colleagues.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const press = (id: SuggestionId, by = nadia) => ({ by, suggestionId: id, delivery: aDelivery() });
async function withdraws(id: SuggestionId, by = nadia, on: ADesk = desk) {
  const settled = await withdrawSuggestion(press(id, by), on);
  if (settled.kind === "taken") throw new Error("taken");
  return settled.answer;
}

describe("«Withdraw»", () => {
  test("takes one out of the line: no card is made by it, those behind it are told", async () => {
    const [{ id }, behind] = [await waiting(desk), await waiting(desk)];
    const before = wantedMessages(desk)[`suggester ${behind.id}`] ?? 0;
    expect(await withdraws(id)).toEqual({ kind: "withdrawn" });
    expect(await suggestionNow(desk, id)).toMatchObject({ state: "withdrawn", decidedAt: desk.now() });
    const after = wantedMessages(desk);
    expect(Object.keys(after)).not.toContain(`card ${id}`);
    expect(after[`suggester ${behind.id}`]).toBe(before + 1);
    expect(recorded(desk).at(-1)).toEqual({ kind: "withdrawn", who: nadia, about: { suggestion: id } });
    expect(desk.logged).toContainEqual({ event: "withdrawn", suggestion: id });
  });
  test("takes one from before her, her card says so, and its buttons count no more", async () => {
    const card = await shownCard(desk);
    const before = wantedMessages(desk)[`card ${card.id}`] ?? 0;
    await withdraws(card.id);
    expect(wantedMessages(desk)[`card ${card.id}`]).toBe(before + 1);
    for (const act of [approve(approvingPress(card), desk), decline(pressOn(card), desk)])
      expect(await act).toEqual({ kind: "settled", answer: { kind: "settled_before" } });
    expect((await suggestionNow(desk, card.id)).state).toBe("withdrawn");
  });
  test("is the suggester's alone", async () => {
    const { id } = await waiting(desk);
    const before = rowsOf(desk, "suggestions", "messages", "record");
    expect(await withdraws(id, omar)).toEqual({ kind: "not_yours" });
    expect(await withdraws(newId<SuggestionId>(), nadia)).toEqual({ kind: "not_yours" });
    expect(rowsOf(desk, "suggestions", "messages", "record")).toEqual(before);
  });
  test("delivered twice is one", async () => {
    const { id } = await waiting(desk);
    const once = press(id);
    await withdrawSuggestion(once, desk);
    expect(await withdrawSuggestion(once, desk)).toEqual({ kind: "taken" });
  });
});

describe("too late to withdraw", () => {
  test("while its article is read: it is in nobody's line yet", async () => {
    const { id } = await suggested(desk);
    expect(await withdraws(id)).toMatchObject({ kind: "too_late", suggestion: { state: "reading" } });
  });
  test("after she declined", async () => {
    const card = await shownCard(desk);
    await decline(pressOn(card), desk);
    expect(await withdraws(card.id)).toMatchObject({ kind: "too_late", suggestion: { state: "declined" } });
  });
  test("after she approved: what she approved goes out", async () => {
    const { post } = await approvedPost(desk, await shownCard(desk));
    expect(await withdraws(post.suggestionId)).toMatchObject({ kind: "too_late" });
    expect((await postNow(desk, post.id)).post.state).toBe("scheduled");
  });
  test("when she approves at the same moment: hers was first", async () => {
    const card = await shownCard(desk);
    const late = justBefore(desk, () => approve(approvingPress(card), desk));
    expect(await withdraws(card.id, nadia, late)).toMatchObject({ kind: "too_late" });
    expect((await suggestionNow(desk, card.id)).state).toBe("approved");
  });
  test("and when it is withdrawn at the moment she approves, nothing is approved", async () => {
    const card = await shownCard(desk);
    const late = justBefore(desk, () => withdraws(card.id));
    expect(await approve(approvingPress(card), late)).toMatchObject({ answer: { kind: "settled_before" } });
    expect(rowsOf(desk, "approvals", "posts")).toEqual([[], []]);
    desk.pass(60_000);
    await publishDue({
      ...desk,
      publish: async () => {
        throw new Error("nothing may be sent");
      },
      showNow: async () => true,
    });
  });
});
