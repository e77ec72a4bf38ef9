import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parsePostingHours } from "../../src/core/posting-hours.js";
import type { Suggestion } from "../../src/core/suggestion.js";
import { cancel } from "../../src/flows/cancel.js";
import { decline } from "../../src/flows/decline.js";
import { expireSuggestions } from "../../src/flows/expire-suggestions.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { minute, newId } from "../db/builders.js";
import { done } from "../db/house.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  type Card,
  changeDesk,
  hers,
  openADesk,
  pressOn,
  recorded,
  shownCard,
  suggestionNow,
  waiting,
  wantedMessages,
} from "./a-desk.js";

const hour = 60 * minute;
const day = 24 * hour;
const office = parsePostingHours("Mon-Fri 08:00-20:00") ?? { kind: "always" };

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const expire = (limits: object = {}) => expireSuggestions({ ...desk, limits: { ...desk.limits, ...limits } });
const stateOf = async ({ id }: Pick<Card, "id">) => (await suggestionNow(desk, id)).state;
async function edit({ id }: Pick<Card, "id">, given: Partial<Suggestion>): Promise<void> {
  await done(desk.store, { table: "suggestion", row: { ...(await suggestionNow(desk, id)), ...given } });
}
/** Long after any of its time is over. */
const muchLater = () => desk.pass(400 * day);

describe("what stands before her undecided", () => {
  test.each([
    ["any_time", 7],
    ["this_week", 7],
    ["today", 1],
  ] as const)("for «%s» expires after %i of her days, and not a moment before", async (urgency, days) => {
    const card = await shownCard(desk, { urgency });
    desk.pass(days * day - 1);
    await expire();
    expect(await stateOf(card)).toBe("shown");
    desk.pass(1);
    await expire();
    expect(await suggestionNow(desk, card.id)).toMatchObject({ state: "expired", decidedAt: desk.now() });
  });
  test("is told on its card, to the suggester and to the team, in the record and in the log, once", async () => {
    const card = await shownCard(desk);
    const before = wantedMessages(desk);
    muchLater();
    await expire();
    await expire();
    const wanted = wantedMessages(desk);
    for (const kind of ["card", "suggester", "team"])
      expect(wanted[`${kind} ${card.id}`]).toBe((before[`${kind} ${card.id}`] ?? 0) + 1);
    const lines = recorded(desk).filter(({ kind }) => kind === "expired");
    expect(lines).toEqual([{ kind: "expired", who: null, about: { suggestion: card.id } }]);
    expect(desk.logged.filter(({ event }) => event === "expired")).toEqual([
      { event: "expired", suggestion: card.id },
    ]);
  });
  test("makes room for the next card, which follows by itself", async () => {
    const limits = { ...desk.limits, atOnce: 1 };
    const first = await waiting(desk);
    desk.pass(1);
    const second = await waiting(desk);
    await showNextCards({ ...desk, limits });
    muchLater();
    await expire();
    await showNextCards({ ...desk, limits });
    expect([await stateOf(first), await stateOf(second)]).toEqual(["expired", "shown"]);
  });
  test("expires by its own time, each for itself", async () => {
    const cards = [];
    for (const urgency of ["any_time", "today", "any_time", "today"] as const) {
      cards.push(await shownCard(desk, { urgency }));
      desk.pass(hour);
    }
    desk.pass(day - 3 * hour);
    await expire();
    expect(await Promise.all(cards.map(stateOf))).toEqual(["shown", "expired", "shown", "shown"]);
    desk.pass(2 * hour);
    await expire();
    expect(await Promise.all(cards.map(stateOf))).toEqual(["shown", "expired", "shown", "expired"]);
    desk.pass(6 * day - 3 * hour);
    await expire();
    expect(await Promise.all(cards.map(stateOf))).toEqual(["expired", "expired", "shown", "expired"]);
  });
  test("waits again after its turn, and expires as well", async () => {
    const card = await shownCard(desk);
    await edit(card, { state: "waiting" });
    desk.pass(7 * day);
    await expire();
    expect(await stateOf(card)).toBe("expired");
  });
});

describe("does not expire:", () => {
  test("what is in the line and never had its turn, however long it waits", async () => {
    const one = await waiting(desk, { urgency: "today" });
    muchLater();
    await expire();
    expect(await stateOf(one)).toBe("waiting");
  });
  test("what she decided on", async () => {
    const declined = await shownCard(desk);
    const approved = await shownCard(desk);
    await decline(pressOn(declined), desk);
    await approvedPost(desk, approved);
    muchLater();
    await expire();
    expect(await Promise.all([declined, approved].map(stateOf))).toEqual(["declined", "approved"]);
  });
  test("what has a concern that she has not seen, until she has", async () => {
    const card = await shownCard(desk);
    await edit(card, { concernAt: desk.now() });
    muchLater();
    await expire();
    expect(await stateOf(card)).toBe("shown");
    await edit(card, { concernAt: null });
    await expire();
    expect(await stateOf(card)).toBe("expired");
  });
  test("what she approved and got back, before its time anew", async () => {
    const card = await shownCard(desk);
    desk.pass(6 * day);
    const { post } = await approvedPost(desk, card);
    await cancel({ presser: hers, delivery: aDelivery(), postId: post.id }, desk);
    desk.pass(7 * day - 1);
    await expire();
    expect(await stateOf(card)).toBe("shown");
    desk.pass(1);
    await expire();
    expect(await stateOf(card)).toBe("expired");
  });
  test.each<[string, { paused?: boolean; frozen?: "old_database" | null }]>([
    ["paused", { paused: true }],
    ["frozen", { frozen: "old_database" }],
  ])("anything while the desk is %s, and that time does not count afterwards", async (_, still) => {
    const card = await shownCard(desk);
    desk.pass(6 * day);
    await changeDeskNow(still);
    muchLater();
    await expire();
    expect(await stateOf(card)).toBe("shown");
    await changeDeskNow({ paused: false, frozen: null });
    desk.pass(day - 1);
    await expire();
    expect(await stateOf(card)).toBe("shown");
    desk.pass(1);
    await expire();
    expect(await stateOf(card)).toBe("expired");
  });
  test.each<[string, { paused?: boolean; frozen?: "old_database" }]>([
    ["paused", { paused: true }],
    ["frozen", { frozen: "old_database" }],
  ])("what she left so long that its time was over already when the desk was %s", async (_, still) => {
    const card = await shownCard(desk);
    desk.pass(8 * day);
    await changeDeskNow(still);
    await expire();
    expect(await stateOf(card)).toBe("shown");
  });
  test("anything outside her hours, nor for time outside them", async () => {
    const card = await shownCard(desk, { urgency: "today" });
    // Her day began at 8:00 in Paris; this is 10:00, and two hours of the next day are hers still.
    desk.goTo(Date.parse("2026-11-24T08:59:59.999Z"));
    await expire({ hours: office });
    expect(await stateOf(card)).toBe("shown");
    desk.goTo(Date.parse("2026-11-24T20:00:00Z"));
    await expire({ hours: office });
    expect(await stateOf(card)).toBe("shown");
    desk.goTo(Date.parse("2026-11-25T07:00:00Z"));
    await expire({ hours: office });
    expect(await stateOf(card)).toBe("expired");
  });
  test("a card of seven of her days over a weekend", async () => {
    const card = await shownCard(desk);
    desk.goTo(Date.parse("2026-12-02T08:59:59.999Z"));
    await expire({ hours: office });
    expect(await stateOf(card)).toBe("shown");
    desk.pass(1);
    await expire({ hours: office });
    expect(await stateOf(card)).toBe("expired");
  });
});

/** As a pause commits it: the desk stands still, or goes on, from now. */
async function changeDeskNow(given: Parameters<typeof changeDesk>[1]): Promise<void> {
  const now = await desk.store.desk();
  if (!now) throw new Error("no desk");
  const row = { table: "desk", row: { ...now, ...given } } as const;
  const { kind } = await desk.store.commit({ at: desk.now(), expect: [], put: [row], show: [], record: [] });
  expect(kind).toBe("done");
}

describe("at the same moment", () => {
  async function meddling(meddle: () => Promise<unknown>): Promise<void> {
    let meddled = false;
    const store = {
      ...desk.store,
      async commit(change: Parameters<typeof desk.store.commit>[0]) {
        if (!meddled) {
          meddled = true;
          await meddle();
        }
        return desk.store.commit(change);
      },
    };
    await expireSuggestions({ ...desk, store });
    expect(meddled).toBe(true);
  }

  test("pausing stops it", async () => {
    const card = await shownCard(desk);
    muchLater();
    await meddling(() => changeDesk(desk, { paused: true }));
    expect(await stateOf(card)).toBe("shown");
  });
  test("her press wins", async () => {
    const card = await shownCard(desk);
    muchLater();
    await meddling(() => decline(pressOn(card), desk));
    expect(await stateOf(card)).toBe("declined");
  });
  test("a concern wins", async () => {
    const card = await shownCard(desk);
    muchLater();
    await meddling(() => edit(card, { concernAt: desk.now(), note: newId() }));
    expect(await stateOf(card)).toBe("shown");
  });
});
