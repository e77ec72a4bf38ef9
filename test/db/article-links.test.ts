import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Suggestion, SuggestionState } from "../../src/core/suggestion.js";
import { aSuggestion, morning } from "./builders.js";
import { done, type House, now, openHouse } from "./house.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.database.close());

describe("what was read and not written", () => {
  const link = "https://journal.example/other";
  const guarded = (newest: Suggestion["id"] | null, besides: Suggestion["id"] | null) =>
    house.store.commit({
      at: morning,
      expect: [{ table: "links", links: [link], newest, besides }],
      put: [],
      show: [],
      record: [],
    });

  test("of an article's links is guarded: the newest of them, or another one that was read", async () => {
    expect(await guarded(null, null)).toEqual({ kind: "done" });
    const one = aSuggestion({ cleanLink: link });
    const two = aSuggestion({ otherCleanLink: link, suggestedAt: morning - 1 });
    await done(house.store, { table: "suggestion", row: one }, { table: "suggestion", row: two });
    expect(await guarded(null, null)).toEqual({ kind: "stale" });
    expect(await guarded(one.id, null)).toEqual({ kind: "done" });
    expect(await guarded(null, one.id)).toEqual({ kind: "done" });
    await done(house.store, {
      table: "suggestion",
      row: { ...(await now(house.store, two)), state: "waiting" },
    });
    expect(await guarded(one.id, null)).toEqual({ kind: "done" });
    expect(await guarded(null, one.id)).toEqual({ kind: "stale" });
    expect(await guarded(two.id, one.id)).toEqual({ kind: "done" });
    expect(await guarded(null, two.id)).toEqual({ kind: "done" });
  });
});

describe("the newest suggestion of an article", () => {
  const link = "https://journal.example/other";
  const newest = async (...links: string[]) => (await house.store.newestLinked(links))?.id ?? null;
  const add = async (given: Partial<Suggestion>) => {
    const suggestion = aSuggestion(given);
    await done(house.store, { table: "suggestion", row: suggestion });
    return suggestion.id;
  };

  test("is found by its own link and by its page's, the newest of all, the later of one instant", async () => {
    const own = await add({ cleanLink: link });
    expect(await newest(link)).toBe(own);
    const page = await add({ otherCleanLink: link, suggestedAt: morning + 1 });
    expect(await newest(link)).toBe(page);
    const same = await add({ cleanLink: link, suggestedAt: morning + 1 });
    expect(await newest(link)).toBe(same);
    expect(await newest("https://journal.example/none", link)).toBe(same);
    expect(await newest("https://journal.example/none")).toBeNull();
  });
  test.each(["rejected", "merged"] satisfies SuggestionState[])("is not one that was %s", async (state) => {
    await add({ cleanLink: link, state });
    expect(await newest(link)).toBeNull();
  });
});
