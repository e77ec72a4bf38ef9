import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Snooze } from "../../src/core/card-choice.js";
import { parsePostingHours } from "../../src/core/posting-hours.js";
import { decline } from "../../src/flows/decline.js";
import { editSuggestion } from "../../src/flows/edit-suggestion.js";
import { expireSuggestions } from "../../src/flows/expire-suggestions.js";
import { raiseConcern } from "../../src/flows/raise-concern.js";
import { secondSuggestion } from "../../src/flows/second-suggestion.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { snooze } from "../../src/flows/snooze.js";
import { wakeSnoozed } from "../../src/flows/wake-snoozed.js";
import { withdrawSuggestion } from "../../src/flows/withdraw-suggestion.js";
import { executive, minute, nadia } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  type Card,
  changeDesk,
  drawnCard,
  hers,
  openADesk,
  pressOn,
  recorded,
  shownCard,
  suggestionNow,
  waiting,
  wantedMessages,
} from "./a-desk.js";
import { omar } from "./colleagues.js";

const day = 24 * 60 * minute;
const hours = parsePostingHours("Mon-Fri 09:30-20:00") ?? { kind: "always" };
const tomorrow = Date.parse("2026-11-24T09:30:00+01:00");
const monday = Date.parse("2026-11-30T09:30:00+01:00");
const tonight = Date.parse("2026-11-23T18:00:00+01:00");

let desk: ADesk;
let card: Card;
beforeEach(async () => {
  desk = await openADesk();
  desk = { ...desk, limits: { ...desk.limits, hours } };
  card = await shownCard(desk);
});
afterEach(() => desk.close());

const settled = (kind: string, more: object = {}) => ({ kind: "settled", answer: { kind, ...more } });
const putOff = () => snooze({ ...pressOn(card), on: "undecided", until: "tomorrow" }, desk);
const again = (until: Snooze) =>
  snooze(
    {
      presser: hers,
      card: card.place,
      delivery: aDelivery(),
      on: "snoozed",
      key: { suggestionId: card.id },
      until,
    },
    desk,
  );
const now = () => suggestionNow(desk, card.id);

describe("putting a card off", () => {
  test("is one press: until her hours open on a later day, told on the card and to the suggester", async () => {
    const before = wantedMessages(desk);
    expect(await putOff()).toEqual(settled("snoozed", { till: tomorrow }));
    expect(await now()).toMatchObject({ state: "waiting", snoozedUntil: tomorrow });
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "snoozed", who: executive });
    for (const kind of ["card", "suggester", "team"])
      expect(wantedMessages(desk)[`${kind} ${card.id}`]).toBe((before[`${kind} ${card.id}`] ?? 0) + 1);
  });
  test("makes room for the next, and has no place in the line itself", async () => {
    const next = await waiting(desk);
    await putOff();
    expect(await desk.store.undecided()).toBe(0);
    expect((await desk.store.inLine(9)).map(({ id }) => id)).toEqual([next.id]);
    expect(await desk.store.aheadInLine(next)).toBe(0);
    await showNextCards({ ...desk, limits: { ...desk.limits, atOnce: 1 } });
    expect((await suggestionNow(desk, next.id)).state).toBe("shown");
    expect((await now()).state).toBe("waiting");
  });
  test("can be changed to this evening, to Monday, or undone at once", async () => {
    await putOff();
    expect(await again("monday")).toEqual(settled("snoozed", { till: monday }));
    expect(await again("tonight")).toEqual(settled("snoozed", { till: tonight }));
    expect(await again("tomorrow")).toEqual(settled("snoozed", { till: tomorrow }));
    desk.pass(minute);
    expect(await again("now")).toEqual(settled("back"));
    expect(await now()).toMatchObject({ state: "shown", snoozedUntil: null, shownAt: desk.now() });
    expect(await again("monday")).toEqual(settled("settled_before"));
  });
  test("to an evening that is over changes nothing", async () => {
    await putOff();
    desk.goTo(Date.parse("2026-11-23T21:30:00+01:00"));
    expect(await again("tonight")).toEqual(settled("no_evening"));
    expect(await now()).toMatchObject({ snoozedUntil: tomorrow });
  });
  test("on an older copy of the card draws the recorded one anew and changes nothing", async () => {
    const elsewhere = { ...card, place: { ...card.place, ts: "1.000001" as typeof card.place.ts } };
    const press = { ...pressOn(elsewhere), on: "undecided", until: "tomorrow" } as const;
    expect(await snooze(press, desk)).toEqual(settled("stale_card"));
    expect((await now()).state).toBe("shown");
    await putOff();
    card = elsewhere;
    expect(await again("now")).toEqual(settled("stale_card"));
    expect((await now()).state).toBe("waiting");
  });
  test("delivered twice is taken once, and again finds it settled", async () => {
    const press = { ...pressOn(card), on: "undecided", until: "tomorrow" } as const;
    await snooze(press, desk);
    expect(await snooze(press, desk)).toEqual({ kind: "taken" });
    expect(await putOff()).toEqual(settled("settled_before"));
  });
});

describe("what she put off", () => {
  test("stands before her at that time as a new message, however many cards do, and outside her hours", async () => {
    await putOff();
    await again("tonight");
    desk.goTo(tonight - 1);
    await wakeSnoozed(desk);
    expect((await now()).state).toBe("waiting");
    expect(await desk.store.nextDue()).toBeLessThanOrEqual(tonight);
    desk.goTo(tonight);
    const closed = parsePostingHours("Sat 10:00-11:00") ?? { kind: "always" };
    desk = { ...desk, limits: { ...desk.limits, hours: closed, atOnce: 1 } };
    await wakeSnoozed(desk);
    expect(await now()).toMatchObject({ state: "shown", snoozedUntil: null, shownAt: tonight });
    expect(await desk.store.message("card", card.id)).toMatchObject({ ts: null, channel: null });
    const stale = await decline(pressOn(card), desk);
    expect(stale).toEqual(settled("stale_card"));
    expect(await decline(pressOn(await drawnCard(desk, card.id)), desk)).toEqual(settled("declined"));
  });
  test.each([{ paused: true }, { frozen: "old_database" as const }])(
    "waits while the desk stands still, and wakes nobody meanwhile: %o",
    async (still) => {
      await putOff();
      await changeDesk(desk, still);
      for (const message of await desk.store.messagesOwed(Number.MAX_SAFE_INTEGER, 99))
        await drawnCardOf(message.kind);
      desk.goTo(tomorrow + day);
      await wakeSnoozed(desk);
      expect((await now()).state).toBe("waiting");
      expect((await desk.store.nextDue()) ?? 0).not.toBe(tomorrow);
      await changeDesk(desk, { paused: false, frozen: null });
      await wakeSnoozed(desk);
      expect(await now()).toMatchObject({ state: "shown", shownAt: tomorrow + day });
    },
  );
  test("never expires meanwhile, and its days count from when it came back", async () => {
    await putOff();
    await again("monday");
    desk.goTo(monday - 1);
    await expireSuggestions(desk);
    expect((await now()).state).toBe("waiting");
    desk.goTo(monday);
    await wakeSnoozed(desk);
    desk.pass(2 * day);
    await expireSuggestions(desk);
    expect((await now()).state).toBe("shown");
    desk.pass(30 * day);
    await expireSuggestions({ ...desk, limits: { ...desk.limits, hours: { kind: "always" } } });
    expect((await now()).state).toBe("expired");
  });
  test("can be withdrawn, edited, seconded and doubted, and its card says so", async () => {
    await putOff();
    const wanted = () => wantedMessages(desk)[`card ${card.id}`] ?? 0;
    const of = { by: nadia, suggestionId: card.id, delivery: aDelivery() };
    const say = { note: "Sooner!", reproach: null, subject: null, urgency: "today", draft: "New." } as const;
    const before = wanted();
    expect(await editSuggestion({ ...of, ...say }, desk)).toEqual(settled("edited"));
    expect(await secondSuggestion({ ...of, by: omar, delivery: aDelivery() }, desk)).toEqual(
      settled("seconded"),
    );
    const doubt = { ...of, by: omar, delivery: aDelivery(), reason: "Old figures." };
    expect(await raiseConcern(doubt, desk)).toEqual(settled("raised"));
    expect(await now()).toMatchObject({ snoozedUntil: tomorrow, state: "waiting", seconds: 1 });
    expect(await withdrawSuggestion({ ...of, delivery: aDelivery() }, desk)).toEqual(settled("withdrawn"));
    expect(await now()).toMatchObject({ state: "withdrawn", snoozedUntil: null });
    expect(wanted()).toBe(before + 4);
    desk.goTo(tomorrow);
    await wakeSnoozed(desk);
    expect((await now()).state).toBe("withdrawn");
  });
});

/** Nothing is owed any more, so that only what she put off could be due. */
async function drawnCardOf(kind: string): Promise<void> {
  desk.database.sqlite.prepare("UPDATE messages SET shown = wanted WHERE kind = ?").run(kind);
}
