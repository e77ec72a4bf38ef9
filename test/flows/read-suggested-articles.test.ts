import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Article, ArticleRead } from "../../src/core/article.js";
import { readSuggestedArticles } from "../../src/flows/read-suggested-articles.js";
import { morning, nadia } from "../db/builders.js";
import {
  type ADesk,
  link,
  openADesk,
  recorded,
  rowsOf,
  suggested,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const article: Article = {
  title: "Grids under strain",
  site: "The Journal",
  author: "A. Writer",
  publishedAt: morning,
  language: "en",
  description: "About grids.",
  picture: "https://journal.example/p.png",
  canonicalLink: null,
};
const read = (answer: ArticleRead) => readSuggestedArticles({ ...desk, readArticle: async () => answer });
async function wordingOf(id: Awaited<ReturnType<typeof suggested>>["id"]) {
  const { revisionId } = await suggestionNow(desk, id);
  return revisionId && desk.store.revision(revisionId);
}

describe("when its article is read", () => {
  test("a suggestion stands in the line with what was found; without a draft it has the quoted headline", async () => {
    const { id } = await suggested(desk, { draft: null });
    await read({ kind: "read", article });
    expect(await suggestionNow(desk, id)).toMatchObject({ state: "waiting", article, unreadable: null });
    expect(await wordingOf(id)).toMatchObject({
      number: 1,
      source: "headline",
      author: null,
      text: `“Grids under strain” (The Journal)\n${link}`,
    });
  });
  test("a draft somebody wrote stays exactly as it was written", async () => {
    const { id } = await suggested(desk, { draft: " Mine, e\u0301crit.\n" });
    await read({ kind: "read", article });
    expect(await wordingOf(id)).toMatchObject({
      source: "team",
      author: nadia,
      text: " Mine, e\u0301crit.\n",
    });
  });
  test("the suggester and the team are told; she is not yet", async () => {
    const { id } = await suggested(desk);
    await read({ kind: "read", article });
    expect(wantedMessages(desk)).toEqual({ [`suggester ${id}`]: 1, [`team ${id}`]: 1 });
  });
});

describe("when it cannot be read", () => {
  test("the suggestion goes on with its link, and the reason is kept", async () => {
    const { id } = await suggested(desk, { draft: null });
    await read({ kind: "unreadable", why: "too_slow" });
    expect(await suggestionNow(desk, id)).toMatchObject({
      state: "waiting",
      article: null,
      unreadable: "too_slow",
    });
    expect(await wordingOf(id)).toMatchObject({ source: "headline", text: link });
  });
  test("a link that turns out to be refused ends it; only the suggester is told", async () => {
    const { id } = await suggested(desk);
    await read({ kind: "refused", why: "private_address" });
    expect(await suggestionNow(desk, id)).toMatchObject({
      state: "rejected",
      refusal: "private_address",
      decidedAt: morning,
    });
    expect(wantedMessages(desk)).toEqual({ [`suggester ${id}`]: 1 });
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "rejected", about: { why: "private_address" } });
  });
});

describe("an article", () => {
  test("that a restart interrupted is read afterwards, once", async () => {
    const { id } = await suggested(desk);
    await expect(
      readSuggestedArticles({ ...desk, readArticle: () => Promise.reject(new Error("cut off")) }),
    ).rejects.toThrow("cut off");
    expect((await suggestionNow(desk, id)).state).toBe("reading");
    await read({ kind: "read", article });
    const before = rowsOf(desk);
    await read({ kind: "unreadable", why: "not_found" });
    expect(rowsOf(desk)).toEqual(before);
  });
  test("read twice at once gives one wording", async () => {
    await suggested(desk);
    await Promise.all([read({ kind: "read", article }), read({ kind: "read", article })]);
    expect(rowsOf(desk, "revisions")[0]).toHaveLength(1);
  });
  test("is read at the link as it was given", async () => {
    const links: string[] = [];
    const given = "https://WWW.Journal.example/A?utm_source=x#top";
    await suggested(desk, { link: given });
    await readSuggestedArticles({
      ...desk,
      readArticle: async (asked) => {
        links.push(asked);
        return { kind: "read", article };
      },
    });
    expect(links).toEqual([given]);
  });
});
