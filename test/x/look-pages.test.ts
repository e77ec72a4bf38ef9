import { afterEach, describe, expect, it } from "vitest";
import type { XAccountId } from "../../src/core/ids.js";
import { startLocalX } from "../../src/sandbox/x/start-local-x.js";
import { connectToX } from "../../src/x/connect-to-x.js";
import { apiKeys, camille, clientOf } from "../sandbox/x/x-client.js";
import { type Answer, farEnd, json, noon, xAt } from "./far-end.js";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const account = camille.id as XAccountId;

/** Looks at a far end that answers each request with the next of these, and the last of them from then on. */
async function looked(...answers: ((asked: number) => Answer)[]) {
  let asked = 0;
  const end = await farEnd((response, socket) => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    answer?.(asked)(response, socket);
  });
  closing.push(end.close);
  const look = await xAt(end.url).timeline(account, noon - 60_000);
  const queries = end.arrived.map(({ path }) =>
    Object.fromEntries(new URL(path, "https://api.x.com").searchParams),
  );
  return { look, queries, ids: look.kind === "seen" ? look.posts.map(({ id }) => id) : [] };
}

const pageOf = (id: string, next?: string) => () =>
  json(200, { data: [{ id, text: "a" }], meta: { result_count: 1, next_token: next } });
const empty = (next?: string) => () => json(200, { meta: { result_count: 0, next_token: next } });

describe("a look at her timeline", () => {
  it("goes on behind thirty newer posts, from X as it is in the sandbox", async () => {
    let now = noon;
    const x = await startLocalX({ ...apiKeys, accounts: [camille], now: () => now });
    closing.push(() => x.close());
    const client = clientOf(x, camille).v2;
    await client.tweet("too early");
    const ids: string[] = [];
    for (let n = 0; n < 31; n++) {
      now += 16_000;
      ids.unshift((await client.tweet(`number ${n}`)).data.id);
    }
    const { accessToken, accessTokenSecret } = camille;
    const far = { ...apiKeys, accessToken, accessTokenSecret, apiUrl: x.url, now: () => now };
    const look = await connectToX(far).timeline(account, noon + 1_000);
    expect(look).toMatchObject({ kind: "seen", whole: true });
    expect(look.kind === "seen" && look.posts.map(({ id }) => id)).toEqual(ids);
    expect(look.kind === "seen" && look.posts.at(-1)).toMatchObject({ text: "number 0", at: noon + 16_000 });
    expect(x.calls.filter(({ method }) => method === "GET")).toHaveLength(2);
    expect(x.problems).toEqual([]);
  });

  it("asks for few posts first and for many where more follow, of the same time and kind", async () => {
    const { queries, ids, look } = await looked(pageOf("9", "more"), pageOf("8", "and more"), pageOf("7"));
    const query = {
      start_time: "2026-11-23T11:59:00Z",
      exclude: "retweets",
      "tweet.fields": "created_at,entities,text",
    };
    expect(queries).toEqual([
      { ...query, max_results: "10" },
      { ...query, max_results: "100", pagination_token: "more" },
      { ...query, max_results: "100", pagination_token: "and more" },
    ]);
    expect(ids).toEqual(["9", "8", "7"]);
    expect(look).toMatchObject({ whole: true });
  });

  it("follows a page that reposts left empty", async () => {
    const { look, ids } = await looked(empty("more"), empty("and more"), pageOf("7"));
    expect(look).toMatchObject({ kind: "seen", whole: true });
    expect(ids).toEqual(["7"]);
  });

  it("ends after ten pages, and says that it is not the whole", async () => {
    const { look, ids, queries } = await looked((asked) => pageOf(String(100 - asked), `page ${asked}`)());
    expect(look).toMatchObject({ kind: "seen", whole: false });
    expect(ids).toHaveLength(10);
    expect(queries).toHaveLength(10);
  });
});

describe("a look that breaks off tells what it saw, and that it is not the whole", () => {
  const tired = { title: "Too Many Requests", detail: "Too Many Requests", status: 429 };
  it.each<[string, () => Answer]>([
    ["401", () => json(401, { title: "Unauthorized", status: 401 })],
    ["429", () => json(429, tired)],
    ["503", () => json(503, {})],
    [
      "a page of a site",
      () => (response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>"),
    ],
    ["nothing in it", () => json(200, {})],
    ["a reset", () => (_response, socket) => socket.resetAndDestroy()],
    ["the same page again", pageOf("9", "more")],
  ])("at %s on the second page", async (_, second) => {
    const { look, ids, queries } = await looked(pageOf("9", "more"), second);
    expect(look).toMatchObject({ kind: "seen", whole: false });
    expect(new Set(ids)).toEqual(new Set(["9"]));
    expect(queries).toHaveLength(2);
  });

  it.each<[string, unknown]>([
    [
      "a post that cannot be read",
      { data: [{ id: "9", text: "a" }, { id: "8" }], meta: { result_count: 2 } },
    ],
    ["no word of what follows", { data: [{ id: "9", text: "a" }] }],
    ["a token that is none", { data: [{ id: "9", text: "a" }], meta: { result_count: 1, next_token: 5 } }],
  ])("at %s", async (_, body) => {
    const { look, ids } = await looked(() => json(200, body));
    expect(look).toMatchObject({ kind: "seen", whole: false });
    expect(ids).toEqual(["9"]);
  });
});
