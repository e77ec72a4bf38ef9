import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Article } from "../../src/core/article.js";
import type { SuggestionId } from "../../src/core/ids.js";
import { decline } from "../../src/flows/decline.js";
import type { ReadArticle } from "../../src/flows/ports.js";
import { readSuggestedArticles } from "../../src/flows/read-suggested-articles.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import type { SuggestAsk } from "../../src/flows/suggest-article.js";
import { morning, nadia } from "../db/builders.js";
import {
  type ADesk,
  drawnCard,
  link,
  openADesk,
  pressOn,
  recorded,
  rowsOf,
  suggested,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";
import { ines, justBefore, omar, secondedBy, suggestedBy } from "./colleagues.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const shared = "https://news.example/s/4f8a";
const other = "https://edition.example/article";
const article: Article = {
  title: "Grids under strain",
  site: "The Journal",
  author: null,
  publishedAt: morning,
  language: "en",
  description: null,
  picture: null,
  canonicalLink: link,
};
/** Every page gives this as its own address. */
const giving = (canonicalLink: string | null): ReadArticle => {
  return async () => ({ kind: "read", article: { ...article, canonicalLink } });
};
/** Reads what waits to be read; every page gives the same address. */
const read = (on: ADesk = desk, canonical: string | null = link) =>
  readSuggestedArticles({ ...on, readArticle: giving(canonical) });
/** The same for the page of this link alone: the others are still being read. */
const readOnly = (which: string, on: ADesk = desk) => {
  const suggestionsIn: ADesk["store"]["suggestionsIn"] = async (state) =>
    (await on.store.suggestionsIn(state)).filter((suggestion) => suggestion.link === which);
  return read({ ...on, store: { ...on.store, suggestionsIn } });
};
const readFirst = async (given: Partial<SuggestAsk> = {}) => {
  const { id } = await suggested(desk, given);
  await read();
  return suggestionNow(desk, id);
};
const notes = async (id: SuggestionId) =>
  (await desk.store.secondsOf(id)).map(({ userId, note }) => [userId, note]);
const states = async (...ids: SuggestionId[]) =>
  Promise.all(ids.map(async (id) => (await suggestionNow(desk, id)).state));

describe("a suggestion whose page gives the address of one there is", () => {
  test("goes into that one, and its suggester seconds it with their words", async () => {
    const first = await readFirst();
    const { id } = await suggested(desk, { by: omar, link: shared, note: "Ours too." });
    await read();
    expect(await suggestionNow(desk, id)).toMatchObject({
      state: "merged",
      mergedInto: first.id,
      otherCleanLink: link,
      decidedAt: desk.now(),
      revisionId: null,
    });
    expect(await suggestionNow(desk, first.id)).toMatchObject({
      state: "waiting",
      seconds: 1,
      suggestedBy: nadia,
    });
    expect(await notes(first.id)).toEqual([[omar, "Ours too."]]);
    expect(recorded(desk).slice(-2)).toEqual([
      { kind: "merged", who: omar, about: { suggestion: id, into: first.id } },
      { kind: "seconded", who: omar, about: { suggestion: first.id } },
    ]);
  });
  test("is told to its suggester, never to the team or to her", async () => {
    await readFirst();
    const { id } = await suggested(desk, { by: omar, link: shared });
    await read();
    expect(Object.keys(wantedMessages(desk)).filter((key) => key.endsWith(id))).toEqual([`suggester ${id}`]);
  });
  test("brings along whoever seconded it while it was read", async () => {
    const first = await readFirst();
    const { id } = await suggested(desk, { by: omar, link: shared });
    await suggestedBy(desk, ines, { link: shared, note: "Read page two." });
    await secondedBy(desk, nadia, id);
    await read();
    expect(await notes(first.id)).toEqual([
      [omar, ""],
      [ines, "Read page two."],
    ]);
    expect((await suggestionNow(desk, first.id)).seconds).toBe(2);
  });
  test("counts nobody twice who had seconded that one before", async () => {
    const first = await readFirst();
    await secondedBy(desk, omar, first.id);
    await suggested(desk, { by: omar, link: shared, note: "By the way." });
    await read();
    expect((await suggestionNow(desk, first.id)).seconds).toBe(1);
    expect(await notes(first.id)).toEqual([[omar, "By the way."]]);
  });
  test("of the same person is one, without a second", async () => {
    const first = await readFirst();
    const { id } = await suggested(desk, { link: shared });
    await read();
    expect(await states(first.id, id)).toEqual(["waiting", "merged"]);
    expect((await suggestionNow(desk, first.id)).seconds).toBe(0);
  });
  test("that was decided goes into it as well, without a second", async () => {
    const first = await readFirst();
    await showNextCards(desk);
    await decline(pressOn(await drawnCard(desk, first.id)), desk);
    const { id } = await suggested(desk, { by: omar, link: shared });
    await read();
    expect(await suggestionNow(desk, id)).toMatchObject({ state: "merged", mergedInto: first.id });
    expect(rowsOf(desk, "seconds")).toEqual([[]]);
  });
  test("and that one gave that address as its own page's, not as its link", async () => {
    const { id } = await suggested(desk, { link: shared });
    await read();
    const second = await suggested(desk, { by: omar, link: other });
    await read();
    expect(await states(id, second.id)).toEqual(["waiting", "merged"]);
  });
  test("is found at once by whoever suggests that address afterwards", async () => {
    const { id } = await suggested(desk, { link: shared });
    await read();
    expect(await suggestedBy(desk, omar)).toMatchObject({ kind: "seconded", suggestion: { id } });
  });
  test("whose link was withdrawn is no repeat", async () => {
    const first = await readFirst();
    await desk.store.commit({
      at: desk.now(),
      expect: [],
      put: [{ table: "suggestion", row: { ...first, state: "withdrawn" } }],
      show: [],
      record: [],
    });
    const { id } = await suggested(desk, { by: omar, link: shared });
    await read();
    expect(await states(id)).toEqual(["waiting"]);
  });
});

describe("two that are being read at once and are one article", () => {
  /** Suggested in this order, both still being read. */
  const both = async (...[one, two]: [string, string]) => {
    const first = await suggested(desk, { link: one });
    desk.pass(1);
    const second = await suggested(desk, { by: omar, link: two, note: "Ours too." });
    return [first.id, second.id] as const;
  };
  test.each([
    [link, shared, link],
    [link, shared, shared],
    [shared, link, link],
    [shared, link, shared],
    [shared, other, shared],
    [shared, other, other],
  ])(
    "of %s, then %s, with %s read first, become the one read first, and both are credited",
    async (one, two, first) => {
      const [a, b] = await both(one, two);
      await readOnly(first);
      await read();
      const [stays, goes] = first === one ? [a, b] : [b, a];
      expect(await states(stays, goes)).toEqual(["waiting", "merged"]);
      const credited = await suggestionNow(desk, stays);
      expect(credited.seconds).toBe(1);
      expect(await notes(stays)).toEqual([first === one ? [omar, "Ours too."] : [nadia, ""]]);
    },
  );
  test.each([
    [link, shared],
    [shared, link],
    [shared, other],
    [other, shared],
  ])("of %s and %s, decided on at the same moment, become one", async (one, two) => {
    const [a, b] = await both(one, two);
    await readOnly(
      one,
      justBefore(desk, () => readOnly(two)),
    );
    expect(await states(a, b)).toEqual(["merged", "waiting"]);
    expect((await suggestionNow(desk, b)).seconds).toBe(1);
  });
  test("become one when all are read together", async () => {
    const [a, b] = await both(shared, link);
    const third = await suggested(desk, { by: ines, link: other });
    await read();
    expect((await states(a, b, third.id)).toSorted()).toEqual(["merged", "merged", "waiting"]);
    const [one] = await desk.store.suggestionsIn("waiting");
    expect(one?.seconds).toBe(2);
  });
  test("stay two where the page gives no address of its own", async () => {
    const [a, b] = await both(link, shared);
    await read(desk, null);
    expect(await states(a, b)).toEqual(["waiting", "waiting"]);
  });
});

describe("a suggestion that insists", () => {
  const declined = async () => {
    const first = await readFirst();
    await showNextCards(desk);
    await decline(pressOn(await drawnCard(desk, first.id)), desk);
    return first;
  };
  test("does not go into what was decided, by whatever address", async () => {
    const first = await declined();
    const again = await suggestedBy(desk, omar, { insistsOn: first.id });
    await read(desk, shared);
    if (again.kind !== "taken_in") throw new Error(again.kind);
    expect(await suggestionNow(desk, again.suggestion.id)).toMatchObject({
      state: "waiting",
      otherCleanLink: shared,
    });
  });
  test("goes into another that is open: she gets one card of one article", async () => {
    const first = await declined();
    const open = await suggested(desk, { by: ines, link: shared });
    await read(desk, null);
    const again = await suggestedBy(desk, omar, { insistsOn: first.id, note: "Again." });
    if (again.kind !== "taken_in") throw new Error(again.kind);
    await read(desk, shared);
    expect(await states(open.id, again.suggestion.id)).toEqual(["waiting", "merged"]);
    expect(await notes(open.id)).toEqual([[omar, "Again."]]);
  });
});
