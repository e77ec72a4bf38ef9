import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parsePostingHours } from "../../src/core/posting-hours.js";
import { cancel } from "../../src/flows/cancel.js";
import { decline } from "../../src/flows/decline.js";
import { expireSuggestions } from "../../src/flows/expire-suggestions.js";
import { remindUndecided } from "../../src/flows/remind-undecided.js";
import { snooze } from "../../src/flows/snooze.js";
import { minute } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  type Card,
  changeDesk,
  drawnCard,
  hers,
  openADesk,
  pressOn,
  shownCard,
  suggestionNow,
} from "./a-desk.js";

const day = 24 * 60 * minute;
let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const due = async ({ id }: Card) => {
  await remindUndecided(desk);
  return desk.store.reminderAbout("undecided", id);
};

describe("one gentle reminder", () => {
  test.each([
    ["any_time", 3.5],
    ["today", 0.5],
  ] as const)("of a card for «%s» is due after half of its time, %d of her days", async (urgency, days) => {
    const card = await shownCard(desk, { urgency });
    desk.pass(days * day - 1);
    expect(await due(card)).toBeNull();
    desk.pass(1);
    expect(await due(card)).toMatchObject({ dueAt: desk.now(), doneAt: null });
    expect(await desk.store.remindersDue(desk.now())).toHaveLength(1);
  });
  test("is the only one: then it expires", async () => {
    const card = await shownCard(desk);
    desk.pass(4 * day);
    const first = await due(card);
    desk.pass(2 * day);
    expect(await due(card)).toEqual(first);
    desk.pass(2 * day);
    await expireSuggestions(desk);
    expect((await suggestionNow(desk, card.id)).state).toBe("expired");
    expect(await due(card)).toEqual(first);
  });
  test("counts her open hours alone, and comes within them", async () => {
    const hours = parsePostingHours("Mon-Fri 09:00-11:00") ?? { kind: "always" };
    desk = { ...desk, limits: { ...desk.limits, hours } };
    const card = await shownCard({ ...desk, limits: { ...desk.limits, hours: { kind: "always" } } });
    // Seven days of two hours: half is seven open hours, reached on Thursday.
    desk.goTo(Date.parse("2026-11-26T10:59:00+01:00"));
    expect(await due(card)).toBeNull();
    desk.goTo(Date.parse("2026-11-28T12:00:00+01:00"));
    expect(await due(card)).toBeNull();
    desk.goTo(Date.parse("2026-11-30T09:00:00+01:00"));
    expect(await due(card)).not.toBeNull();
  });
  test("comes of nothing that is decided, put off, or paused", async () => {
    const [declined, putOff] = [await shownCard(desk), await shownCard(desk)];
    await decline(pressOn(declined), desk);
    await snooze({ ...pressOn(putOff), on: "undecided", until: "monday" }, desk);
    desk.pass(6 * day);
    expect(await due(declined)).toBeNull();
    expect(await due(putOff)).toBeNull();
    const paused = await shownCard(desk);
    desk.pass(4 * day);
    await changeDesk(desk, { paused: true });
    expect(await due(paused)).toBeNull();
  });
  test("counts from when what she had approved came back", async () => {
    const card = await shownCard(desk);
    desk.pass(3 * day);
    const { post } = await approvedPost(desk, card);
    await cancel({ presser: hers, postId: post.id, delivery: aDelivery() }, desk);
    await drawnCard(desk, card.id);
    desk.pass(day);
    expect(await due(card)).toBeNull();
    desk.pass(3 * day);
    expect(await due(card)).not.toBeNull();
  });
});
