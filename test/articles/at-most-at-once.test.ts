import { describe, expect, test } from "vitest";
import { atMostAtOnce } from "../../src/articles/at-most-at-once.js";
import { makeReadArticle } from "../../src/articles/read-article.js";
import { localSite, page } from "./local-site.js";
import { fencedIn, kept } from "./reading.js";

fencedIn();

describe("work that takes turns", () => {
  test("so many at a time, in their order, and a failure gives its place on", async () => {
    const inTurn = atMostAtOnce(2);
    const began: number[] = [];
    let running = 0;
    let most = 0;
    const work = (name: number) => async () => {
      began.push(name);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (name % 2 === 0) throw new Error(`${name} failed`);
      return name;
    };
    const settled = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map((name) => inTurn(work(name))));
    expect(settled.map(({ status }) => status === "fulfilled")).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(began).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(2);
    expect(await inTurn(work(9))).toBe(9);
  });

  test("of many articles suggested at once, six are fetched at a time, and all are read", async () => {
    let open = 0;
    let most = 0;
    const site = kept(
      await localSite(async (request, response) => {
        open += 1;
        most = Math.max(most, open);
        response.on("close", () => {
          open -= 1;
        });
        // Long enough for all that may come to have come.
        for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        page(`<title>${request.url}</title>`)(request, response);
      }),
    );
    const reader = kept(makeReadArticle({ allowedHosts: [site.host] }));
    const links = Array.from({ length: 30 }, (_, at) => `/a-${at}`);
    const read = await Promise.all(links.map((link) => reader.readArticle(site.origin + link)));
    expect(read.map((one) => one.kind === "read" && one.article.title)).toEqual(links);
    expect(most).toBe(6);
  });
});
