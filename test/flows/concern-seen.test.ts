import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackTeamId, SuggestionId } from "../../src/core/ids.js";
import { afterDeclining } from "../../src/flows/after-declining.js";
import { approve } from "../../src/flows/approve.js";
import { decline } from "../../src/flows/decline.js";
import { seeConcerns } from "../../src/flows/see-concerns.js";
import { executive, nadia, team } from "../db/builders.js";
import { done } from "../db/house.js";
import {
  type ADesk,
  aDelivery,
  approvingPress,
  hers,
  openADesk,
  pressOn,
  recorded,
  rowsOf,
  shownCard,
  suggestionNow,
  waiting,
} from "./a-desk.js";
import { concernWithdrawnBy, ines, justBefore, omar, raisedBy, raisedConcern, readBy } from "./colleagues.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const stopped = async (id: SuggestionId) => (await suggestionNow(desk, id)).concernAt;
const raised = (id: SuggestionId, by = omar) => raisedConcern(desk, id, by);

describe("«I have read it»", () => {
  test("frees what it stopped, once, and is written down as hers", async () => {
    const card = await shownCard(desk);
    const concern = await raised(card.id);
    desk.pass(7);
    expect(await readBy(desk, card.id)).toEqual({ kind: "seen" });
    expect(await stopped(card.id)).toBeNull();
    expect(await desk.store.concern(concern.id)).toMatchObject({ seenAt: desk.now(), withdrawnAt: null });
    expect(recorded(desk).at(-1)).toEqual({
      kind: "concern_seen",
      who: executive,
      about: { suggestion: card.id },
    });
    expect(await readBy(desk, card.id)).toEqual({ kind: "seen_before" });
  });
  test.each([
    ["a colleague", { teamId: team, userId: nadia }],
    ["who raised it", { teamId: team, userId: omar }],
    ["her id in another workspace", { teamId: "T0OTHER" as SlackTeamId, userId: executive }],
    ["nobody", { teamId: null, userId: null }],
  ])("is hers: %s frees nothing", async (_, presser) => {
    const { id } = await waiting(desk);
    await raised(id);
    expect(await readBy(desk, id, { presser })).toEqual({ kind: "not_hers" });
    expect(await stopped(id)).not.toBeNull();
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "not_hers" } });
  });
  test("is for the concerns that stood before her: another stays in the way", async () => {
    const { id } = await waiting(desk);
    const first = await raised(id);
    desk.pass(5);
    const second = await raised(id, ines);
    expect(await readBy(desk, id, { concerns: [first.id] })).toEqual({ kind: "seen" });
    expect(await stopped(id)).toBe(second.at);
    expect(await readBy(desk, id, { concerns: [second.id] })).toEqual({ kind: "seen" });
    expect(await stopped(id)).toBeNull();
  });
  test("at the moment another is raised leaves that one standing", async () => {
    const { id } = await waiting(desk);
    const first = await raised(id);
    const late = justBefore(desk, () => raisedBy(desk, ines, id));
    expect(await readBy(late, id, { concerns: [first.id] })).toEqual({ kind: "seen" });
    expect(await stopped(id)).not.toBeNull();
  });
  test("is not for a concern about something else", async () => {
    const [one, two] = [await waiting(desk), await waiting(desk)];
    await raised(one.id);
    const other = await raised(two.id);
    expect(await readBy(desk, one.id, { concerns: [other.id] })).toEqual({ kind: "seen_before" });
    for (const { id } of [one, two]) expect(await stopped(id)).not.toBeNull();
  });
  test("delivered twice is one", async () => {
    const { id } = await waiting(desk);
    const { id: concern } = await raised(id);
    const press = { presser: hers, suggestionId: id, concerns: [concern], delivery: aDelivery() };
    await seeConcerns(press, desk);
    expect(await seeConcerns(press, desk)).toEqual({ kind: "taken" });
  });
  test("does not quiet the next one, of whoever raises it", async () => {
    const { id } = await waiting(desk);
    await raised(id);
    await readBy(desk, id);
    await raised(id, ines);
    expect(await stopped(id)).not.toBeNull();
    await readBy(desk, id);
    await concernWithdrawnBy(desk, omar, id);
    expect(await stopped(id)).toBeNull();
    await raised(id);
    expect(await stopped(id)).not.toBeNull();
  });
});

describe("until she has read it", () => {
  const form = (once = aDelivery(), words: string | null = "Worth a read.") =>
    ({ kind: "form", words, once }) as const;
  const acts = [
    ["«Approve»", () => ({})],
    ["the form to write in", () => ({ act: "rewrite", ownText: "Hers.", seen: form() }) as const],
    ["the exact words", () => ({ act: "rewrite", seen: form() }) as const],
    ["the form of times", () => ({ act: "schedule", postAt: desk.now() + 3_600_000, seen: form() }) as const],
  ] as const;
  test.each(acts)("%s approves nothing; afterwards it does", async (_, given) => {
    const card = await shownCard(desk);
    await raised(card.id);
    expect(await approve(approvingPress(card, given()), desk)).toMatchObject({
      answer: { kind: "concern", suggestion: { id: card.id }, revision: { id: card.key.revisionId } },
    });
    expect(rowsOf(desk, "approvals", "posts")).toEqual([[], []]);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "concern" } });
    await readBy(desk, card.id);
    expect(await approve(approvingPress(card, given()), desk)).toMatchObject({
      answer: { kind: "approved" },
    });
  });
  test("a card that does not come back as it was drawn shows her the concern first, then the exact words", async () => {
    const card = { ...(await shownCard(desk)), seen: null };
    const message = await desk.store.message("card", card.id);
    if (!message) throw new Error("no card");
    await done(desk.store, { table: "message", row: { ...message, shownDigest: "as it was drawn" } });
    await raised(card.id);
    expect(await approve(approvingPress(card), desk)).toMatchObject({ answer: { kind: "concern" } });
    expect((await desk.store.message("card", card.id))?.shownDigest).toBeNull();
    await readBy(desk, card.id);
    expect(await approve(approvingPress(card), desk)).toMatchObject({ answer: { kind: "altered_card" } });
    expect(rowsOf(desk, "approvals")).toEqual([[]]);
  });
  test("nothing is approved past one raised between her press and its commit", async () => {
    const card = await shownCard(desk);
    const late = justBefore(desk, () => raisedBy(desk, omar, card.id));
    expect(await approve(approvingPress(card), late)).toMatchObject({ answer: { kind: "concern" } });
    expect(rowsOf(desk, "approvals")).toEqual([[]]);
  });
  test("two stop it until both are read; one withdrawn is none", async () => {
    const card = await shownCard(desk);
    const first = await raised(card.id);
    await raised(card.id, ines);
    await readBy(desk, card.id, { concerns: [first.id] });
    expect(await approve(approvingPress(card), desk)).toMatchObject({ answer: { kind: "concern" } });
    await concernWithdrawnBy(desk, ines, card.id);
    expect(await approve(approvingPress(card), desk)).toMatchObject({ answer: { kind: "approved" } });
  });
  test("she may decline it; taken back, the concern stands as before", async () => {
    const card = await shownCard(desk);
    await raised(card.id);
    expect(await decline(pressOn(card), desk)).toMatchObject({ answer: { kind: "declined" } });
    const press = { presser: hers, suggestionId: card.id, delivery: aDelivery() };
    await afterDeclining({ ...press, does: { kind: "take_back" } }, desk);
    expect(await approve(approvingPress(card), desk)).toMatchObject({ answer: { kind: "concern" } });
  });
});
