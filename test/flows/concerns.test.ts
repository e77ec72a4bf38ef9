import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SuggestionId } from "../../src/core/ids.js";
import { raiseConcern, withdrawConcern } from "../../src/flows/raise-concern.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { withdrawSuggestion } from "../../src/flows/withdraw-suggestion.js";
import { executive, nadia, newId } from "../db/builders.js";
import { done } from "../db/house.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  openADesk,
  recorded,
  rowsOf,
  shownCard,
  suggested,
  suggestionNow,
  waiting,
  wantedMessages,
} from "./a-desk.js";
import { concernWithdrawnBy, ines, justBefore, omar, raisedBy, raisedConcern, readBy } from "./colleagues.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const concernsOf = (id: SuggestionId) => desk.store.concernsOf(id);
const stopped = async (id: SuggestionId) => (await suggestionNow(desk, id)).concernAt;
const raised = (id: SuggestionId, by = omar) => raisedConcern(desk, id, by);

describe("the number of concerns per person and hour", () => {
  const limits = () => ({ ...desk.limits, perHour: 2 });
  const raise = (suggestionId: SuggestionId, by = omar) =>
    raiseConcern(
      { by, suggestionId, reason: "Again.", delivery: aDelivery() },
      { ...desk, limits: limits() },
    );

  test("is kept, whether they were withdrawn or not, and says when the next one will be taken", async () => {
    const { id } = await waiting(desk);
    const first = desk.now();
    for (let n = 0; n < 2; n++) {
      expect(await raise(id)).toMatchObject({ answer: { kind: "raised" } });
      await concernWithdrawnBy(desk, omar, id);
      desk.pass(60_000);
    }
    const before = wantedMessages(desk);
    const answer = { kind: "too_many", most: 2, liftsAt: first + 3_600_000 };
    expect(await raise(id)).toEqual({ kind: "settled", answer });
    expect([await stopped(id), wantedMessages(desk)]).toEqual([null, before]);
    expect(await raise(id, ines)).toMatchObject({ answer: { kind: "raised" } });
    desk.goTo(first + 3_600_000);
    expect(await raise(id)).toMatchObject({ answer: { kind: "raised" } });
  });
});

describe("a concern", () => {
  const open: [string, (on: ADesk) => Promise<SuggestionId>, boolean][] = [
    ["waits in the line", async (on) => (await waiting(on)).id, false],
    ["stands before her", async (on) => (await shownCard(on)).id, true],
    [
      "waits for its time",
      async (on) => (await approvedPost(on, await shownCard(on))).post.suggestionId,
      true,
    ],
  ];
  test.each(open)(
    "on what %s is told to her at once in a message of its own, and stops it",
    async (_, make, card) => {
      const id = await make(desk);
      const before = wantedMessages(desk);
      const concern = await raised(id);
      expect(concern).toMatchObject({ userId: omar, reason: "The figures are last year's.", at: desk.now() });
      expect(await stopped(id)).toBe(desk.now());
      const after = wantedMessages(desk);
      expect(after[`concern ${concern.id}`]).toBe(1);
      expect(after[`team ${id}`]).toBe((before[`team ${id}`] ?? 0) + 1);
      expect(after[`suggester ${id}`]).toBe((before[`suggester ${id}`] ?? 0) + 1);
      expect((after[`card ${id}`] ?? 0) - (before[`card ${id}`] ?? 0)).toBe(card ? 1 : 0);
      expect(recorded(desk).at(-1)).toEqual({
        kind: "concern_raised",
        who: omar,
        about: { suggestion: id, concern: concern.id },
      });
      expect(desk.logged).toContainEqual({ event: "concern_raised", suggestion: id });
    },
  );
  test("publishes nothing, decides nothing and deletes nothing", async () => {
    const { post } = await approvedPost(desk, await shownCard(desk));
    const before = rowsOf(desk, "posts", "parts", "approvals", "revisions");
    await raised(post.suggestionId);
    expect(rowsOf(desk, "posts", "parts", "approvals", "revisions")).toEqual(before);
    expect((await suggestionNow(desk, post.suggestionId)).state).toBe("approved");
  });
  test("keeps its words out of the record and the log", async () => {
    const { id } = await waiting(desk);
    await raisedBy(desk, omar, id, "the secret reason");
    expect(JSON.stringify([recorded(desk), desk.logged])).not.toContain("secret");
  });
  test("is one for each colleague at a time; what was typed changes nothing of the first", async () => {
    const { id } = await waiting(desk);
    const first = await raised(id);
    expect(await raisedBy(desk, omar, id, "Another.")).toEqual({ kind: "stands", concern: first });
    await raised(id, ines);
    expect(await concernsOf(id)).toHaveLength(2);
  });
  test("may be the suggester's own", async () => {
    const { id } = await waiting(desk);
    expect(await raisedBy(desk, nadia, id)).toEqual({ kind: "raised" });
  });
  test("delivered twice is one", async () => {
    const { id } = await waiting(desk);
    const press = { by: omar, suggestionId: id, reason: "Once.", delivery: aDelivery() };
    await raiseConcern(press, desk);
    expect(await raiseConcern(press, desk)).toEqual({ kind: "taken" });
    expect(await concernsOf(id)).toHaveLength(1);
  });
  test("of two colleagues at the same moment are two, and both stop it", async () => {
    const { id } = await waiting(desk);
    await raisedBy(
      justBefore(desk, () => raisedBy(desk, ines, id)),
      omar,
      id,
    );
    expect(await concernsOf(id)).toHaveLength(2);
    expect(await concernWithdrawnBy(desk, ines, id)).toEqual({ kind: "withdrawn" });
    expect(await stopped(id)).not.toBeNull();
  });
  test("on what waits stands on its card when it comes before her, and she cannot approve it unread", async () => {
    const { id } = await waiting(desk);
    await raised(id);
    await showNextCards(desk);
    expect(await suggestionNow(desk, id)).toMatchObject({ state: "shown", concernAt: desk.now() });
  });
});

describe("too late for a concern", () => {
  test.each(["declined", "withdrawn", "expired"] as const)("when it is %s", async (state) => {
    const card = await shownCard(desk);
    const row = { ...(await suggestionNow(desk, card.id)), state, decidedAt: desk.now() };
    await done(desk.store, { table: "suggestion", row });
    const before = rowsOf(desk, "concerns", "suggestions", "messages");
    expect(await raisedBy(desk, omar, card.id)).toMatchObject({ kind: "too_late", suggestion: { state } });
    expect(rowsOf(desk, "concerns", "suggestions", "messages")).toEqual(before);
  });
  test("when there is nothing yet, or nothing at all", async () => {
    const { id } = await suggested(desk);
    expect(await raisedBy(desk, omar, id)).toMatchObject({ kind: "too_late" });
    expect(await raisedBy(desk, omar, newId())).toEqual({ kind: "too_late", suggestion: null });
  });
});

describe("a concern that is withdrawn", () => {
  test("stands in nobody's way, and all who read it are told", async () => {
    const card = await shownCard(desk);
    const concern = await raised(card.id);
    const before = wantedMessages(desk);
    expect(await concernWithdrawnBy(desk, omar, card.id)).toEqual({ kind: "withdrawn" });
    expect(await stopped(card.id)).toBeNull();
    expect(await concernsOf(card.id)).toEqual([]);
    const after = wantedMessages(desk);
    for (const key of [`concern ${concern.id}`, `card ${card.id}`, `team ${card.id}`])
      expect(after[key]).toBe((before[key] ?? 0) + 1);
    expect(recorded(desk).at(-1)).toMatchObject({
      kind: "concern_withdrawn",
      about: { concern: concern.id },
    });
  });
  test("is withdrawn by who raised it alone", async () => {
    const { id } = await waiting(desk);
    await raised(id);
    for (const by of [ines, nadia, executive])
      expect(await concernWithdrawnBy(desk, by, id)).toEqual({ kind: "none" });
    expect(await stopped(id)).not.toBeNull();
  });
  test("leaves the other one standing, and may be raised anew", async () => {
    const { id } = await waiting(desk);
    await raised(id);
    desk.pass(5);
    const second = await raised(id, ines);
    await concernWithdrawnBy(desk, omar, id);
    expect(await stopped(id)).toBe(second.at);
    await raised(id);
    expect(await concernsOf(id)).toHaveLength(2);
  });
  test("delivered twice is withdrawn once", async () => {
    const { id } = await waiting(desk);
    await raised(id);
    const press = { by: omar, suggestionId: id, delivery: aDelivery() };
    await withdrawConcern(press, desk);
    expect(await withdrawConcern(press, desk)).toEqual({ kind: "taken" });
  });
  test("makes no card of what was withdrawn from the line before she saw it", async () => {
    const { id } = await waiting(desk);
    await raised(id);
    await withdrawSuggestion({ by: nadia, suggestionId: id, delivery: aDelivery() }, desk);
    await readBy(desk, id);
    await concernWithdrawnBy(desk, omar, id);
    expect(Object.keys(wantedMessages(desk))).not.toContain(`card ${id}`);
  });
});
