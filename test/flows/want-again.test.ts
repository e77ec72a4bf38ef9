import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cleanLink } from "../../src/core/clean-link.js";
import type { SlackTeamId, SlackUserId, SuggestionId } from "../../src/core/ids.js";
import type { Presser } from "../../src/core/may-decide.js";
import { approve } from "../../src/flows/approve.js";
import { decline } from "../../src/flows/decline.js";
import { expireSuggestions } from "../../src/flows/expire-suggestions.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { suggestArticle } from "../../src/flows/suggest-article.js";
import { type WantAgainPress, wantAgain } from "../../src/flows/want-again.js";
import { aDesk, executive, minute, nadia, team } from "../db/builders.js";
import { done } from "../db/house.js";
import {
  type ADesk,
  aDelivery,
  approvingPress,
  type Card,
  changeDesk,
  drawnCard,
  hers,
  link,
  openADesk,
  pressOn,
  recorded,
  rowsOf,
  shownCard,
  suggested,
  suggestionNow,
  waiting,
  wantedMessages,
} from "./a-desk.js";

const week = "2026-W48";
const theirs: Presser = { teamId: team, userId: nadia };

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

/** One that stood before her and expired there, offered to her again. */
async function expired(given: object = {}): Promise<Card> {
  const card = await shownCard(desk, given);
  desk.pass(8 * 24 * 60 * minute);
  await expireSuggestions(desk);
  const suggestion = await suggestionNow(desk, card.id);
  expect(suggestion.state).toBe("expired");
  const { kind } = await desk.store.commit({
    at: desk.now(),
    expect: [],
    put: [{ table: "suggestion", row: { ...suggestion, offeredWeek: week } }],
    show: [{ kind: "her_summary", subject: week, to: { kind: "person", userId: executive } }],
    record: [],
  });
  expect(kind).toBe("done");
  return card;
}
const press = ({ id }: { id: SuggestionId }, given: Partial<WantAgainPress> = {}): WantAgainPress => ({
  presser: theirs,
  suggestionId: id,
  on: "suggester",
  delivery: aDelivery(),
  ...given,
});
const herPress = (card: Card, given: Partial<WantAgainPress> = {}) =>
  press(card, { presser: hers, on: "her_summary", ...given });

describe("the suggester still wants it", () => {
  test("so that it waits in the line for its turn anew", async () => {
    const before = await waiting(desk);
    const card = await expired();
    await showNextCards({ ...desk, limits: { ...desk.limits, atOnce: 1 } });
    const settled = await wantAgain(press(card), { ...desk, limits: { ...desk.limits, atOnce: 1 } });
    expect(settled).toMatchObject({ kind: "settled", answer: { kind: "in_line", seen: { place: 1 } } });
    expect(await suggestionNow(desk, card.id)).toMatchObject({
      state: "waiting",
      shownAt: null,
      decidedAt: null,
    });
    desk.pass(400 * 24 * 60 * minute);
    await expireSuggestions(desk);
    expect((await suggestionNow(desk, card.id)).state).toBe("waiting");
    expect((await suggestionNow(desk, before.id)).state).not.toBe("waiting");
  });
  test("and all who read of it are told, the record says who asked", async () => {
    const card = await expired();
    const before = wantedMessages(desk);
    await wantAgain(press(card), desk);
    const wanted = wantedMessages(desk);
    for (const message of [`suggester ${card.id}`, `team ${card.id}`, `her_summary ${week}`])
      expect(wanted[message], message).toBe((before[message] ?? 0) + 1);
    expect(wanted[`card ${card.id}`]).toBe(before[`card ${card.id}`]);
    expect(recorded(desk).at(-1)).toEqual({
      kind: "wanted_again",
      who: nadia,
      about: { suggestion: card.id },
    });
  });
  test("and its next card comes as a new message; nothing on the old one counts", async () => {
    const card = await expired();
    await wantAgain(press(card), desk);
    expect(await desk.store.message("card", card.id)).toMatchObject({ channel: null, ts: null });
    await desk.store
      .messagesOwed(desk.now(), 100)
      .then((owed) => expect(owed.map(({ kind }) => kind)).not.toContain("card"));
    await showNextCards(desk);
    const old = await approve(approvingPress(card), desk);
    expect(old).toMatchObject({ answer: { kind: "stale_card" } });
    const row = await desk.store.message("card", card.id);
    if (!row) throw new Error("no card is wanted");
    expect(row.wanted).toBeGreaterThan(row.shown);
    const place = { channel: card.place.channel, ts: "1795999999.000100" as typeof card.place.ts };
    await done(desk.store, { table: "message", row: { ...row, ...place } });
    const anew = await drawnCard(desk, card.id);
    expect(await approve(approvingPress(anew), desk)).toMatchObject({ answer: { kind: "approved" } });
  });
  test("its place, where the line is not empty, is said with the answer", async () => {
    const card = await expired();
    await waiting(desk);
    await waiting(desk, { urgency: "today" });
    const settled = await wantAgain(press(card), { ...desk, limits: { ...desk.limits, atOnce: 1 } });
    expect(settled).toMatchObject({ answer: { kind: "in_line", seen: { kind: "after_others", place: 2 } } });
  });
});

describe("she wants to see it after all", () => {
  test("and her card comes at once, beyond her numbers, in a new message", async () => {
    const card = await expired();
    await waiting(desk);
    await showNextCards({ ...desk, limits: { ...desk.limits, atOnce: 1 } });
    const before = wantedMessages(desk);
    const limits = { ...desk.limits, atOnce: 1, perDay: 1 };
    expect(await wantAgain(herPress(card), { ...desk, limits })).toMatchObject({ answer: { kind: "shown" } });
    expect(await suggestionNow(desk, card.id)).toMatchObject({
      state: "shown",
      shownAt: desk.now(),
      decidedAt: null,
    });
    const wanted = wantedMessages(desk);
    for (const message of ["card", "suggester", "team"].map((kind) => `${kind} ${card.id}`))
      expect(wanted[message], message).toBe((before[message] ?? 0) + 1);
    expect(wanted[`her_summary ${week}`]).toBe((before[`her_summary ${week}`] ?? 0) + 1);
    const row = await desk.store.message("card", card.id);
    expect(row).toMatchObject({ channel: null, ts: null });
    expect(row?.wanted).toBe((row?.shown ?? 0) + 1);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "wanted_again", who: executive });
  });
  test("it may expire again, and its weekly message is drawn anew then", async () => {
    const card = await expired();
    await wantAgain(herPress(card), desk);
    const before = wantedMessages(desk)[`her_summary ${week}`] ?? 0;
    desk.pass(7 * 24 * 60 * minute);
    await expireSuggestions(desk);
    expect((await suggestionNow(desk, card.id)).state).toBe("expired");
    expect(wantedMessages(desk)[`her_summary ${week}`]).toBe(before + 1);
  });
});

describe("is refused, with a line in the record, and changes nothing:", () => {
  const olga = "U0OLGA" as SlackUserId;
  const elsewhere = "T0ELSE" as SlackTeamId;
  test.each<[string, Partial<WantAgainPress>]>([
    ["a colleague on the suggester's message", { presser: { teamId: team, userId: olga } }],
    ["the executive on the suggester's message", { presser: hers }],
    ["the suggester in another workspace", { presser: { teamId: elsewhere, userId: nadia } }],
    ["nobody named", { presser: { teamId: team, userId: null } }],
    ["the suggester in her weekly message", { on: "her_summary" }],
    [
      "the executive's id in another workspace",
      { on: "her_summary", presser: { ...hers, teamId: elsewhere } },
    ],
  ])("%s", async (_, given) => {
    const card = await expired();
    const before = rowsOf(desk);
    expect(await wantAgain(press(card, given), desk)).toMatchObject({ answer: { kind: "not_theirs" } });
    expect(rowsOf(desk)).toEqual(before);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "not_theirs" } });
  });
  test("the former executive in the weekly message that is hers still", async () => {
    const card = await expired();
    await changeDesk(desk, { executiveId: olga });
    expect(await wantAgain(herPress(card), desk)).toMatchObject({ answer: { kind: "not_theirs" } });
    expect((await suggestionNow(desk, card.id)).state).toBe("expired");
  });
  test("a suggestion that is not there", async () => {
    const settled = await wantAgain(press({ id: aDesk().id as never }), desk);
    expect(settled).toMatchObject({ answer: { kind: "not_theirs" } });
  });
  test.each<[string, (card: Card) => Promise<unknown>]>([
    ["wanted again already", (card) => wantAgain(press(card), desk)],
    ["before her again", (card) => wantAgain(herPress(card), desk)],
    [
      "declined since",
      async (card) => {
        await wantAgain(herPress(card), desk);
        await decline(pressOn(await drawnCard(desk, card.id)), desk);
      },
    ],
  ])("one that is %s", async (_, meanwhile) => {
    const card = await expired();
    await meanwhile(card);
    const before = rowsOf(desk);
    for (const again of [press(card), herPress(card)])
      expect(await wantAgain(again, desk)).toMatchObject({ answer: { kind: "settled_before" } });
    expect(rowsOf(desk)).toEqual(before);
  });
});

describe("the same article suggested anew since", () => {
  const insist = (id: SuggestionId) => suggested(desk, { link, insistsOn: id, note: "It is in the news." });

  test("is what counts: nothing is brought back", async () => {
    const card = await expired();
    const newer = await insist(card.id);
    for (const again of [press(card), herPress(card)])
      expect(await wantAgain(again, desk)).toMatchObject({
        answer: { kind: "suggested_anew", newer: { id: newer.id } },
      });
    expect((await suggestionNow(desk, card.id)).state).toBe("expired");
  });
  test("under the address that the page itself gives counts as well", async () => {
    const card = await expired();
    const canonical = "https://journal.example/canonical";
    await suggested(desk, { link: canonical });
    const row = { ...(await suggestionNow(desk, card.id)), otherCleanLink: cleanLink(canonical) };
    await done(desk.store, { table: "suggestion", row });
    expect(await wantAgain(press(card), desk)).toMatchObject({ answer: { kind: "suggested_anew" } });
  });
  test("at the same moment wins", async () => {
    const card = await expired();
    let meddled = false;
    const store = {
      ...desk.store,
      async commit(change: Parameters<typeof desk.store.commit>[0]) {
        if (!meddled) {
          meddled = true;
          await insist(card.id);
        }
        return desk.store.commit(change);
      },
    };
    expect(await wantAgain(press(card), { ...desk, store })).toMatchObject({
      answer: { kind: "suggested_anew" },
    });
  });
  test("and withdrawn again counts no more", async () => {
    const card = await expired();
    const newer = await insist(card.id);
    const waits = { ...(await suggestionNow(desk, newer.id)), state: "waiting" } as const;
    await done(desk.store, { table: "suggestion", row: waits });
    const gone = { ...(await suggestionNow(desk, newer.id)), state: "withdrawn" } as const;
    await done(desk.store, { table: "suggestion", row: gone });
    expect(await wantAgain(press(card), desk)).toMatchObject({ answer: { kind: "in_line" } });
  });
});

test.each(["suggester", "her_summary"] as const)(
  "a press on the %s that is delivered twice is taken once",
  async (on) => {
    const card = await expired();
    const given = on === "suggester" ? press(card) : herPress(card);
    expect((await wantAgain(given, desk)).kind).toBe("settled");
    const before = rowsOf(desk);
    // The second finds what the first has made of it, and is no second press.
    expect(await wantAgain(given, desk)).toEqual({ kind: "taken" });
    expect(rowsOf(desk)).toEqual(before);
    expect(recorded(desk).filter(({ kind }) => kind === "wanted_again")).toHaveLength(1);
  },
);

describe("why a card had come back before it expired", () => {
  test.each([
    ["is forgotten when it is brought back", { kind: "missed" }, null],
    ["is kept where it may have been posted unseen", { kind: "restored" }, { kind: "restored" }],
  ] as const)("%s", async (_, setback, kept) => {
    const card = await expired();
    const row = { ...(await suggestionNow(desk, card.id)), setback };
    await done(desk.store, { table: "suggestion", row });
    await wantAgain(herPress(card), desk);
    expect((await suggestionNow(desk, card.id)).setback).toEqual(kept);
  });
});

test("suggesting the article again by hand tells of the expiry, and lets it be insisted on", async () => {
  const card = await expired();
  const ask = { ...pressOn(card), by: nadia, link, note: "", draft: null, insistsOn: null };
  const settled = await suggestArticle(
    { ...ask, reproach: null, subject: null, urgency: "any_time", delivery: aDelivery() },
    desk,
  );
  expect(settled).toMatchObject({ answer: { kind: "decided_before", mayInsist: true } });
});
