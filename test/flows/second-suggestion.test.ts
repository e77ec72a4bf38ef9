import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackUserId, SuggestionId } from "../../src/core/ids.js";
import { decline } from "../../src/flows/decline.js";
import { secondSuggestion } from "../../src/flows/second-suggestion.js";
import { withdrawSuggestion } from "../../src/flows/withdraw-suggestion.js";
import { nadia, newId } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
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
import { ines, justBefore, omar, secondedBy, suggestedBy } from "./colleagues.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const secondsOf = async (id: SuggestionId) =>
  (await desk.store.secondsOf(id)).map(({ userId, note }) => [userId, note]);
const counted = async (id: SuggestionId) => (await suggestionNow(desk, id)).seconds;

describe("«Second»", () => {
  test.each([
    ["is being read", suggested],
    ["waits", waiting],
    ["stands before her", async (on: ADesk) => suggestionNow(on, (await shownCard(on)).id)],
  ])("counts a colleague's voice for what %s", async (_, before) => {
    const { id } = await before(desk);
    expect(await secondedBy(desk, omar, id)).toEqual({ kind: "seconded" });
    expect(await secondsOf(id)).toEqual([[omar, ""]]);
    expect(await counted(id)).toBe(1);
    expect(recorded(desk).at(-1)).toEqual({ kind: "seconded", who: omar, about: { suggestion: id } });
  });
  test("of a dozen colleagues in the same moment counts a dozen", async () => {
    const { id } = await waiting(desk);
    const colleagues = Array.from({ length: 12 }, (_, n) => `U0TEAM${n}` as SlackUserId);
    const answers = await Promise.all(colleagues.map((by) => secondedBy(desk, by, id)));
    expect(answers).toEqual(colleagues.map(() => ({ kind: "seconded" })));
    expect([(await secondsOf(id)).length, await counted(id)]).toEqual([12, 12]);
  });
  test("pressed again takes it back, and again gives it once more, with the words it had", async () => {
    const { id } = await waiting(desk);
    await suggestedBy(desk, omar, { note: "Our customers ask." });
    expect(await secondedBy(desk, omar, id)).toEqual({ kind: "undone" });
    expect([await secondsOf(id), await counted(id)]).toEqual([[], 0]);
    expect(recorded(desk).at(-1)?.about).toEqual({ suggestion: id, undone: 1 });
    expect(await secondedBy(desk, omar, id)).toEqual({ kind: "seconded" });
    expect([await secondsOf(id), await counted(id)]).toEqual([[[omar, "Our customers ask."]], 1]);
    expect(rowsOf(desk, "seconds")[0]).toHaveLength(1);
  });
  test("is not for one's own", async () => {
    const { id } = await waiting(desk);
    expect(await secondedBy(desk, nadia, id)).toEqual({ kind: "own" });
    expect([await secondsOf(id), await counted(id)]).toEqual([[], 0]);
  });
  test("of two colleagues at the same moment counts two", async () => {
    const { id } = await waiting(desk);
    await secondedBy(
      justBefore(desk, () => secondedBy(desk, ines, id)),
      omar,
      id,
    );
    expect(await counted(id)).toBe(2);
    expect(await secondsOf(id)).toHaveLength(2);
  });
  test("pressed twice at the same moment by one person is one second given and taken back, never two", async () => {
    const { id } = await waiting(desk);
    const late = justBefore(desk, () => secondedBy(desk, omar, id));
    expect(await secondedBy(late, omar, id)).toEqual({ kind: "undone" });
    expect([await secondsOf(id), await counted(id)]).toEqual([[], 0]);
  });
  test("delivered twice by Slack is one second", async () => {
    const { id } = await waiting(desk);
    const press = { by: omar, suggestionId: id, delivery: aDelivery() };
    expect(await secondSuggestion(press, desk)).toEqual({ kind: "settled", answer: { kind: "seconded" } });
    expect(await secondSuggestion(press, desk)).toEqual({ kind: "taken" });
    expect(await counted(id)).toBe(1);
  });
  test("brings her card up to date where one stands, and the line behind which it moved", async () => {
    const card = await shownCard(desk);
    const [first, later] = [await waiting(desk), await waiting(desk)];
    const before = wantedMessages(desk);
    await secondedBy(desk, omar, card.id);
    await secondedBy(desk, omar, later.id);
    const after = wantedMessages(desk);
    const more = (key: string) => (after[key] ?? 0) - (before[key] ?? 0);
    expect(more(`card ${card.id}`)).toBe(1);
    expect(more(`team ${later.id}`)).toBe(1);
    expect(more(`suggester ${first.id}`)).toBeGreaterThan(0);
    expect(Object.keys(after)).not.toContain(`card ${later.id}`);
  });
});

describe("what is decided or closed", () => {
  const closed: [string, (on: ADesk) => Promise<SuggestionId>][] = [
    [
      "declined",
      async (on) => {
        const card = await shownCard(on);
        await decline(pressOn(card), on);
        return card.id;
      },
    ],
    ["approved", async (on) => (await approvedPost(on, await shownCard(on))).post.suggestionId],
    [
      "withdrawn",
      async (on) => {
        const { id } = await waiting(on);
        await withdrawSuggestion({ by: nadia, suggestionId: id, delivery: aDelivery() }, on);
        return id;
      },
    ],
  ];
  test.each(closed)("(%s) is seconded by nobody, and the answer is what is so now", async (state, close) => {
    const id = await close(desk);
    const before = rowsOf(desk, "suggestions", "seconds", "messages", "record");
    expect(await secondedBy(desk, omar, id)).toMatchObject({ kind: "too_late", suggestion: { id, state } });
    expect(rowsOf(desk, "suggestions", "seconds", "messages", "record")).toEqual(before);
  });
  test("nothing at all is seconded by nobody", async () => {
    expect(await secondedBy(desk, omar, newId())).toEqual({ kind: "too_late", suggestion: null });
  });
});
