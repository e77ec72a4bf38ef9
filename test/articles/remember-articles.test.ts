import { beforeEach, describe, expect, test } from "vitest";
import { rememberArticles } from "../../src/articles/remember-articles.js";
import type { ArticleRead } from "../../src/core/article.js";
import type { ReadArticle } from "../../src/flows/ports.js";

const article = {
  title: "t",
  site: "s",
  author: null,
  publishedAt: null,
  language: null,
  description: null,
  picture: null,
  canonicalLink: null,
};
const read: ArticleRead = { kind: "read", article };
let asked: string[];
let time: number;
let answer: () => Promise<ArticleRead>;
let remembering: ReadArticle;
beforeEach(() => {
  asked = [];
  time = 1_000_000;
  answer = async () => read;
  const reader: ReadArticle = (link) => {
    asked.push(link);
    return answer();
  };
  remembering = rememberArticles(reader, { now: () => time, most: 3, keptMs: 600_000 });
});

describe("an article that was read", () => {
  test("is not fetched again within its minutes, and is afterwards", async () => {
    expect(await remembering("a")).toEqual(read);
    time += 599_999;
    expect(await remembering("a")).toEqual(read);
    expect(asked).toEqual(["a"]);
    time += 1;
    await remembering("a");
    expect(asked).toEqual(["a", "a"]);
  });
  test("is fetched once for two who ask at the same time", async () => {
    const both = await Promise.all([remembering("a"), remembering("a")]);
    expect(both).toEqual([read, read]);
    expect(asked).toEqual(["a"]);
  });
  test("is forgotten, the oldest first, when there are too many", async () => {
    for (const link of ["a", "b", "c", "d", "b", "a"]) await remembering(link);
    expect(asked).toEqual(["a", "b", "c", "d", "a"]);
  });
  test("is another under another link", async () => {
    await remembering("a");
    await remembering("a?b");
    expect(asked).toEqual(["a", "a?b"]);
  });
  test("is fetched anew after the clock was set back by more than that", async () => {
    await remembering("a");
    time -= 600_000;
    await remembering("a");
    expect(asked).toEqual(["a", "a"]);
  });
});

describe("what is no article", () => {
  test.each([
    ["a page that could not be read", async () => ({ kind: "unreadable", why: "too_slow" }) as const],
    ["a refused link", async () => ({ kind: "refused", why: "secret_link" }) as const],
  ])("%s is asked for again", async (_, given) => {
    answer = given;
    await remembering("a");
    await remembering("a");
    expect(asked).toEqual(["a", "a"]);
  });
  test("a reader that fails is asked again too", async () => {
    answer = () => Promise.reject(new Error("broken"));
    await expect(remembering("a")).rejects.toThrow("broken");
    answer = async () => read;
    expect(await remembering("a")).toEqual(read);
  });
});
