import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SuggestionId } from "../../src/core/ids.js";
import { plainAsk, suggestArticle } from "../../src/flows/suggest-article.js";
import { nadia } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  link,
  openADesk,
  recorded,
  rowsOf,
  shownCard,
  suggested,
  suggestionNow,
  waiting,
  wantedMessages,
} from "./a-desk.js";
import { ines, justBefore, omar, suggestedBy } from "./colleagues.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const count = () => rowsOf(desk, "suggestions")[0];
const notes = async (id: SuggestionId) =>
  (await desk.store.secondsOf(id)).map(({ userId, note }) => [userId, note]);

describe("an article that a colleague suggested and she has not decided on", () => {
  test.each([
    ["is being read", suggested],
    ["waits", waiting],
    ["stands before her", async (on: ADesk) => suggestionNow(on, (await shownCard(on)).id)],
  ])("is seconded by who suggests it again while it %s, with their words", async (_, before) => {
    const { id } = await before(desk);
    const answer = await suggestedBy(desk, omar, { note: "Our customers ask about it." });
    expect(answer).toMatchObject({ kind: "seconded", suggestion: { id, seconds: 1 } });
    expect(await notes(id)).toEqual([[omar, "Our customers ask about it."]]);
    expect(await suggestionNow(desk, id)).toMatchObject({ suggestedBy: nadia, seconds: 1 });
    expect(count()).toHaveLength(1);
    expect(recorded(desk).at(-1)).toEqual({ kind: "seconded", who: omar, about: { suggestion: id } });
  });
  test.each([
    ["tracking parameters", `${link}?utm_source=x&fbclid=1`],
    ["another place of the page", `${link}#below`],
    ["a host in other letters", "https://JOURNAL.Example/article"],
    ["a mobile host", "https://m.journal.example/article"],
    ["a host with www", "https://www.journal.example/article/"],
    ["an encoded letter", "https://journal.example/%61rticle"],
    ["http", "http://journal.example/article"],
  ])("is found under %s", async (_, other) => {
    const { id } = await waiting(desk);
    expect(await suggestedBy(desk, omar, { link: other })).toMatchObject({
      kind: "seconded",
      suggestion: { id },
    });
  });
  test("is found as its AMP page", async () => {
    const { id } = await waiting(desk, { link: "https://journal.example/2026/the-article" });
    const amp = "https://amp.journal.example/2026/the-article/amp";
    expect(await suggestedBy(desk, omar, { link: amp })).toMatchObject({ suggestion: { id } });
    const kept = "https://www.google.com/amp/s/journal.example/2026/the-article";
    expect(await suggestedBy(desk, ines, { link: kept })).toMatchObject({ suggestion: { id } });
  });
  test("is not found as another article of the same place", async () => {
    await waiting(desk);
    expect(await suggestedBy(desk, omar, { link: `${link}?id=2` })).toMatchObject({ kind: "taken_in" });
  });
  test("is counted once for each colleague; a later note takes the place of the one before, none does not", async () => {
    const { id } = await waiting(desk);
    await suggestedBy(desk, omar, { note: "First." });
    expect(await suggestedBy(desk, omar)).toMatchObject({
      kind: "seconded_before",
      suggestion: { seconds: 1 },
    });
    expect(await notes(id)).toEqual([[omar, "First."]]);
    await suggestedBy(desk, omar, { note: "Better." });
    expect(await notes(id)).toEqual([[omar, "Better."]]);
    await suggestedBy(desk, ines);
    expect((await suggestionNow(desk, id)).seconds).toBe(2);
  });
  test("is not seconded by who suggested it, and nothing changes", async () => {
    const { id } = await waiting(desk);
    const before = rowsOf(desk, "suggestions", "seconds", "messages");
    expect(await suggestedBy(desk, nadia, { note: "Again." })).toMatchObject({
      kind: "yours_already",
      suggestion: { id },
      seen: { place: 1 },
    });
    expect(rowsOf(desk, "suggestions", "seconds", "messages")).toEqual(before);
  });
  test("brings its card, its messages and the line up to date; while it is being read none stands yet", async () => {
    const card = await shownCard(desk);
    const inLine = await waiting(desk);
    const before = wantedMessages(desk);
    await suggestedBy(desk, omar);
    const after = wantedMessages(desk);
    for (const kind of ["card", "suggester", "team"])
      expect(after[`${kind} ${card.id}`]).toBe((before[`${kind} ${card.id}`] ?? 0) + 1);
    expect(after[`suggester ${inLine.id}`]).toBe((before[`suggester ${inLine.id}`] ?? 0) + 1);
    const read = await suggested(desk);
    await suggestedBy(desk, omar, { link: read.link });
    expect(Object.keys(wantedMessages(desk)).filter((key) => key.endsWith(read.id))).toEqual([]);
  });
  test("is seconded once by a command that Slack delivers twice", async () => {
    const { id } = await waiting(desk);
    const ask = { ...plainAsk, by: omar, link, note: "", draft: null, delivery: aDelivery() };
    expect(await suggestArticle(ask, desk)).toMatchObject({ answer: { kind: "seconded" } });
    expect(await suggestArticle(ask, desk)).toEqual({ kind: "taken" });
    expect((await suggestionNow(desk, id)).seconds).toBe(1);
  });
});

describe("two people at the same second", () => {
  test("make one suggestion, and both are credited", async () => {
    const late = justBefore(desk, () => suggested(desk, { note: "Mine." }));
    const answer = await suggestedBy(late, omar, { note: "Mine too." });
    expect(answer).toMatchObject({ kind: "seconded", suggestion: { suggestedBy: nadia, seconds: 1 } });
    expect(count()).toHaveLength(1);
    if (answer.kind !== "seconded") throw new Error(answer.kind);
    expect(await notes(answer.suggestion.id)).toEqual([[omar, "Mine too."]]);
  });
  test("second it, and both are counted", async () => {
    const { id } = await waiting(desk);
    await suggestedBy(
      justBefore(desk, () => suggestedBy(desk, ines)),
      omar,
    );
    expect((await suggestionNow(desk, id)).seconds).toBe(2);
    expect(await notes(id)).toHaveLength(2);
  });
});
