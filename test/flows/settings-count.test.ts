import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noSettings, type Settings } from "../../src/core/settings.js";
import { expireSuggestions } from "../../src/flows/expire-suggestions.js";
import { seenWhen } from "../../src/flows/seen-when.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { minute } from "../db/builders.js";
import { type ADesk, changeDesk, openADesk, shownCard, suggestionNow, waiting } from "./a-desk.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const chosen = (given: Partial<Settings>) => changeDesk(desk, { settings: { ...noSettings, ...given } });
const shown = () => desk.store.countIn("shown");
async function inLine(count: number) {
  for (let n = 0; n < count; n++) await waiting(desk);
}

describe("what she chose counts at once, before what the environment says", () => {
  test("how many cards at a time", async () => {
    await inLine(3);
    await chosen({ cardsAtOnce: 2 });
    await showNextCards({ ...desk, limits: { ...desk.limits, atOnce: 1 } });
    expect(await shown()).toBe(2);
    await chosen({ cardsAtOnce: 0 });
    await showNextCards({ ...desk, limits: { ...desk.limits, atOnce: 1 } });
    expect(await shown()).toBe(3);
  });
  test("how many cards a day", async () => {
    await inLine(3);
    await chosen({ cardsPerDay: 1 });
    await showNextCards(desk);
    expect(await shown()).toBe(1);
  });
  test("her hours: no card comes outside them, and a suggester is told when they open", async () => {
    const { id } = await waiting(desk);
    await chosen({ hours: "Tue 08:00-09:00" });
    await showNextCards(desk);
    expect(await shown()).toBe(0);
    const opens = Date.UTC(2026, 10, 24, 7);
    expect(await seenWhen(await suggestionNow(desk, id), desk)).toMatchObject({ kind: "at", at: opens });
    desk.goTo(opens);
    await showNextCards(desk);
    expect(await shown()).toBe(1);
  });
  test("her days: a card expires after seven of them", async () => {
    await chosen({ hours: "Mon 08:00-20:00" });
    const { id } = await shownCard(desk);
    const week = 7 * 24 * 60 * minute;
    desk.pass(6 * week);
    await expireSuggestions(desk);
    expect((await suggestionNow(desk, id)).state).toBe("shown");
    desk.pass(week);
    await expireSuggestions(desk);
    expect((await suggestionNow(desk, id)).state).toBe("expired");
  });
});
