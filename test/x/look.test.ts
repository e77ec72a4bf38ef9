import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import type { XAccountId } from "../../src/core/ids.js";
import { sameText } from "../../src/core/same-text.js";
import { type Answer, type FarEnd, farEnd, json, noon, xAt } from "./far-end.js";

const open: FarEnd[] = [];
afterEach(async () => {
  for (const end of open.splice(0)) await end.close();
});

async function opened(answer: Answer): Promise<FarEnd> {
  const end = await farEnd(answer);
  open.push(end);
  return end;
}

const account = "44196397" as XAccountId;
const problem = (status: number) => ({ title: "Title", detail: "In X's words", type: "about:blank", status });
const page: Answer = (response) =>
  response.writeHead(200, { "content-type": "text/html" }).end("<html>sign in</html>");

describe("looking at the timeline", () => {
  const look = async (answer: Answer, since = noon - 60_000) => {
    const end = await opened(answer);
    const seen = await xAt(end.url).timeline(account, since);
    expect(inspect(seen, { depth: null, showHidden: true })).not.toContain("canary");
    return { seen, request: end.arrived[0] };
  };

  it("asks for her own newest posts since then, not for reposts", async () => {
    const { request } = await look(json(200, { meta: { result_count: 0 } }));
    const url = new URL(request?.path ?? "", "https://api.x.com");
    expect([request?.method, url.pathname]).toEqual(["GET", "/2/users/44196397/tweets"]);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      start_time: "2026-11-23T11:59:00Z",
      max_results: "10",
      exclude: "retweets",
      "tweet.fields": "created_at,entities,text",
    });
    expect(request?.headers.authorization).toMatch(/^OAuth .*oauth_signature="/);
  });

  it("never asks for the last seconds alone, since X's clock may be behind", async () => {
    const { request } = await look(json(200, { meta: { result_count: 0 } }), noon);
    expect(request?.path).toContain("start_time=2026-11-23T11%3A59%3A50Z");
  });

  it("reads posts as she would: t.co expanded, HTML unescaped once", async () => {
    const { seen } = await look(
      json(200, {
        data: [
          {
            id: "1990000000000000002",
            text: "R&amp;D &lt;3 &amp;lt; https://t.co/ab https://t.co/abc https://t.co/none",
            created_at: "2026-11-23T12:00:01.000Z",
            entities: {
              urls: [
                {
                  url: "https://t.co/ab",
                  expanded_url: "https://example.com/?a=1&b=$&",
                  display_url: "example.com",
                },
                { url: "https://t.co/abc", expanded_url: "http://example.org/" },
              ],
            },
          },
        ],
        meta: { result_count: 1 },
      }),
    );
    const text = "R&D <3 &lt; https://example.com/?a=1&b=$& http://example.org/ https://t.co/none";
    expect(seen).toEqual({
      kind: "seen",
      posts: [{ id: "1990000000000000002", text, at: noon + 1_000 }],
      whole: true,
    });
  });

  it("gives back texts that are found to be ours", async () => {
    const ours = "À lire : example.com, R&D <3\n\n«\u00A0Bravo\u00A0» 👏";
    const text = "À lire : https://t.co/a, R&amp;D &lt;3\n\n«\u00A0Bravo\u00A0» 👏";
    const entities = { urls: [{ url: "https://t.co/a", expanded_url: "http://example.com" }] };
    const { seen } = await look(json(200, { data: [{ id: "1", text, entities }] }));
    expect(seen.kind === "seen" && seen.posts.map((post) => sameText(ours, post.text))).toEqual([true]);
  });

  it("takes the time from the id when X leaves it out, and skips what is no post", async () => {
    const id = ((BigInt(noon) - 1_288_834_974_657n) << 22n).toString();
    const { seen } = await look(
      json(200, {
        data: [
          { id, text: "a" },
          { id: "x", text: "b" },
          { id: "3" },
          null,
          { id: "4", text: "c", entities: 5, created_at: 6 },
        ],
      }),
    );
    expect(seen).toMatchObject({
      kind: "seen",
      posts: [
        { id, text: "a", at: noon },
        { id: "4", text: "c" },
      ],
      whole: false,
    });
  });

  it("sees nothing when she posted nothing", async () => {
    const { seen } = await look(json(200, { meta: { result_count: 0 } }));
    expect(seen).toEqual({ kind: "seen", posts: [], whole: true });
  });

  it.each<[string, Answer]>([
    ["a page", page],
    ["errors only", json(200, { errors: [{ message: "no" }] })],
    ["nothing in it", json(200, {})],
    ["401", json(401, problem(401))],
    ["402", json(402, problem(402))],
    ["429", json(429, problem(429))],
    ["503", json(503, problem(503))],
    ["a reset", (_response, socket) => socket.resetAndDestroy()],
  ])("has not seen anything after %s", async (_what, answer) => {
    const { seen } = await look(answer);
    expect(seen).toMatchObject({ kind: "not_seen", detail: expect.stringMatching(/HTTP|no answer/) });
  });
});

describe("asking whose tokens these are", () => {
  const who = async (answer: Answer, deadlineMs?: number) => {
    const end = await opened(answer);
    const told = await xAt(end.url, deadlineMs).whoAmI();
    expect(end.arrived[0]?.path).toBe("/2/users/me");
    expect(inspect(told, { depth: null, showHidden: true })).not.toContain("canary");
    return told;
  };

  it("names the account", async () => {
    const body = { data: { id: account, name: "Camille", username: "camille_l" } };
    expect(await who(json(200, body))).toEqual({
      kind: "account",
      account: { id: account, handle: "camille_l" },
    });
  });

  it.each([401, 403])("fails for good at %i in X's words", async (status) => {
    const told = await who(json(status, problem(status)));
    expect(told).toEqual({
      kind: "failed",
      detail: `HTTP ${status}: In X's words`,
      permanent: true,
      rejected: status === 401,
    });
  });

  it.each<[string, Answer]>([
    ["a page", page],
    ["429", json(429, problem(429))],
    ["503", json(503, problem(503))],
    ["no handle", json(200, { data: { id: account } })],
    ["a closed connection", (_response, socket) => socket.end()],
    ["silence", () => undefined],
  ])("fails for now at %s", async (_what, answer) => {
    expect(await who(answer, 300)).toMatchObject({ kind: "failed", permanent: false });
  });
});
