import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import type { XAccountId } from "../../src/core/ids.js";
import { startLocalX } from "../../src/sandbox/x/start-local-x.js";
import { listTimeline, mostPosts } from "../../src/x/list-timeline.js";
import { apiKeys, camille, clientOf } from "../sandbox/x/x-client.js";
import { type Answer, farEnd, json, keys, noon } from "./far-end.js";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const account = camille.id as XAccountId;

/** Lists from a far end that answers each request with the next of these, and the last of them from then on. */
async function listed(...answers: ((asked: number) => Answer)[]) {
  let asked = 0;
  const end = await farEnd((response, socket) => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    answer?.(asked)(response, socket);
  });
  closing.push(end.close);
  const list = await listTimeline({ ...keys, apiUrl: end.url, deadlineMs: 2_000 }, account, noon);
  expect(inspect(list, { depth: null, showHidden: true })).not.toContain("canary");
  return { list, arrived: end.arrived };
}

const pageOf = (from: number, count: number, next?: string) => () =>
  json(200, {
    data: Array.from({ length: count }, (_, n) => ({
      id: String(from - n),
      text: "a",
      created_at: "2026-11-23T12:00:01.000Z",
    })),
    meta: { result_count: count, next_token: next },
  });

describe("every post of an account since an instant", () => {
  it("comes page by page from X as it is in the sandbox, answers among them", async () => {
    let now = noon;
    const x = await startLocalX({ ...apiKeys, accounts: [camille], now: () => now });
    closing.push(() => x.close());
    const client = clientOf(x, camille).v2;
    const before = (await client.tweet("too early")).data.id;
    const ids: string[] = [];
    for (let n = 0; n < 130; n++) {
      now += 16_000;
      const { data } = n === 5 ? await client.reply("answered", before) : await client.tweet(`number ${n}`);
      ids.unshift(data.id);
    }
    const { accessToken, accessTokenSecret } = camille;
    const asking = { ...apiKeys, accessToken, accessTokenSecret, apiUrl: x.url, deadlineMs: 5_000 };
    const list = await listTimeline(asking, account, noon + 1_000);
    expect(list).toMatchObject({ kind: "listed", whole: true });
    expect(list.kind === "listed" && list.posts.map(({ id }) => id)).toEqual(ids);
    expect(list.kind === "listed" && list.posts.at(-1)?.at).toBe(noon + 16_000);
    expect(x.calls.filter(({ method }) => method === "GET")).toHaveLength(2);
    expect(x.problems).toEqual([]);
  });

  it("asks for nothing but what it needs, and leaves nothing out", async () => {
    const { arrived } = await listed(pageOf(200, 100, "more"), pageOf(100, 1));
    const queries = arrived.map(({ path }) =>
      Object.fromEntries(new URL(path, "https://api.x.com").searchParams),
    );
    const query = { start_time: "2026-11-23T12:00:00Z", max_results: "100", "tweet.fields": "created_at" };
    expect(queries).toEqual([query, { ...query, pagination_token: "more" }]);
  });

  it("says that older ones may stand when X gives no more", async () => {
    const { list, arrived } = await listed((asked) =>
      pageOf(1_000_000 - asked * 100, 100, `page ${asked}`)(),
    );
    expect(list).toMatchObject({ kind: "listed", whole: false });
    expect(list.kind === "listed" && list.posts).toHaveLength(mostPosts);
    expect(arrived).toHaveLength(32);
  });

  it("is empty where nothing was posted, and a time X leaves out stays unknown", async () => {
    const empty = await listed(() => json(200, { meta: { result_count: 0 } }));
    expect(empty.list).toEqual({ kind: "listed", posts: [], whole: true });
    const { list } = await listed(() =>
      json(200, { data: [{ id: "5", text: "" }], meta: { result_count: 1 } }),
    );
    expect(list).toEqual({ kind: "listed", posts: [{ id: "5", at: null }], whole: true });
  });
});

describe("what was not read whole says nothing", () => {
  it.each<[string, () => Answer]>([
    ["401", () => json(401, { title: "Unauthorized", detail: "Unauthorized", status: 401 })],
    ["429", () => json(429, { title: "Too Many Requests", detail: "Too Many Requests", status: 429 })],
    [
      "a page of a site",
      () => (response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>"),
    ],
    ["errors only", () => json(200, { errors: [{ message: "no" }] })],
    ["what is no post", () => json(200, { data: [{ id: "x" }], meta: { result_count: 1 } })],
    ["a reset", () => (_response, socket) => socket.resetAndDestroy()],
    ["the same page again", pageOf(200, 100, "more")],
  ])("%s on the second page", async (_, second) => {
    const { list, arrived } = await listed(pageOf(200, 100, "more"), second);
    expect(list).toEqual({ kind: "failed", detail: expect.stringMatching(/HTTP|no answer|repeats/) });
    expect(arrived).toHaveLength(2);
  });
});
