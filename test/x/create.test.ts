import { createHmac } from "node:crypto";
import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { XAccountId } from "../../src/core/ids.js";
import type { CreateAnswer } from "../../src/flows/ports.js";
import { type Answer, type FarEnd, farEnd, json, keys, xAt } from "./far-end.js";

const account = "1900000000000000001" as XAccountId;
const open: FarEnd[] = [];
afterEach(async () => {
  for (const end of open.splice(0)) await end.close();
});

async function opened(answer: Answer): Promise<FarEnd> {
  const end = await farEnd(answer);
  open.push(end);
  return end;
}

/** Creates once against this answer, and holds for every one: one request, no secret in what comes back. */
async function create(answer: Answer, deadlineMs?: number): Promise<CreateAnswer> {
  const end = await opened(answer);
  const told = await xAt(end.url, deadlineMs).create("Bravo à l’équipe 👏 R&D <3", account);
  expect(end.arrived.filter(({ method }) => method === "POST")).toHaveLength(1);
  expect(end.connections()).toBe(end.arrived.length);
  expect(inspect(told, { depth: null, showHidden: true })).not.toContain("canary");
  return told;
}

const problem = (status: number, detail: string) => ({ title: "Title", detail, type: "about:blank", status });
const post = { data: { id: "1990000000000000001", text: "stored https://t.co/a &amp; b" } };

/** Writes these bytes as the whole answer, then ends or breaks the connection. */
const raw =
  (bytes: string | Buffer, then: "end" | "reset" = "end"): Answer =>
  (_response, socket) => {
    socket.write(bytes, () => (then === "end" ? socket.end() : socket.resetAndDestroy()));
  };

describe("the request that creates a post", () => {
  it("is one signed POST for api.x.com with exactly the text, uncompressed", async () => {
    const end = await opened(json(201, post));
    const text = "Bravo à l’équipe 👏 R&D <3\n «\u00A0e\u0301\u202F» ";
    await xAt(end.url).create(text, account);
    const [request] = end.arrived;
    expect(request).toMatchObject({ method: "POST", path: "/2/tweets" });
    expect(request?.headers).toMatchObject({
      host: "api.x.com",
      "content-type": "application/json;charset=UTF-8",
    });
    expect(request?.headers["accept-encoding"]).toBeUndefined();
    expect(JSON.parse(request?.body ?? "")).toEqual({ text });
  });

  it("carries the signature X expects, and none of the secrets", async () => {
    const end = await opened(json(201, post));
    await xAt(end.url).create("Bravo", account);
    const header = end.arrived[0]?.headers.authorization ?? "";
    const given = new Map(
      [...header.matchAll(/(oauth_\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [
        name,
        decodeURIComponent(value),
      ]),
    );
    const signature = given.get("oauth_signature");
    given.delete("oauth_signature");
    const encode = (part: string) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
    const sorted = [...given].sort().map(([name, value]) => `${encode(name)}=${encode(value)}`);
    const base = ["POST", encode("https://api.x.com/2/tweets"), encode(sorted.join("&"))].join("&");
    const secret = `${encode(keys.apiKeySecret)}&${encode(keys.accessTokenSecret)}`;
    expect(signature).toBe(createHmac("sha1", secret).update(base).digest("base64"));
    expect(given.get("oauth_token")).toBe(keys.accessToken);
    expect(header).not.toMatch(/secret/);
  });
});

describe("an answer with a post's id", () => {
  it("is a success, with the text as X stored it", async () => {
    expect(await create(json(201, post))).toEqual({
      kind: "published",
      xPostId: "1990000000000000001",
      storedText: "stored https://t.co/a &amp; b",
    });
  });

  it("is one also when the connection breaks right after it", async () => {
    const body = JSON.stringify(post);
    const answer = `HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    expect(await create(raw(answer))).toMatchObject({ kind: "published" });
  });
});

describe("a refusal in X's own words", () => {
  it.each([
    [400, "One or more parameters to your request was invalid.", "invalid"],
    [400, "Your Tweet text is too long.", "too_long"],
    [401, "Unauthorized", "not_connected"],
    [402, "Your enrolled account does not have any credits to fulfill this request.", "no_credit"],
    [403, "You are not allowed to create a Tweet with duplicate content.", "duplicate"],
    [403, "Your Tweet text is too long. For more information, visit our docs.", "too_long"],
    [403, "Quoting this post is not permitted.", "forbidden"],
    [403, "Reply to this conversation is not allowed.", "forbidden"],
    [403, "You cannot have more than one cashtag.", "forbidden"],
  ])("with %i «%s» is %s", async (status, detail, refusal) => {
    expect(await create(json(status, problem(status, detail)))).toEqual({ kind: "refused", refusal, detail });
  });

  it("is read from the older shape of errors too", async () => {
    const old = { errors: [{ code: 187, message: "Status is a duplicate." }] };
    expect(await create(json(403, old))).toMatchObject({
      refusal: "duplicate",
      detail: "Status is a duplicate.",
    });
    expect(await create(json(403, problem(403, "x".repeat(900))))).toMatchObject({ detail: "x".repeat(300) });
  });
});

describe("a rate limit", () => {
  const limited = problem(429, "Too Many Requests");
  const at = (second: number) => ({
    kind: "rate_limited",
    resetsAt: second * 1_000,
    detail: "Too Many Requests",
  });

  it("says when it lifts, in milliseconds", async () => {
    const headers = {
      "x-rate-limit-limit": 100,
      "x-rate-limit-remaining": 0,
      "x-rate-limit-reset": 1_800_000_000,
    };
    expect(await create(json(429, limited, headers))).toEqual(at(1_800_000_000));
  });

  it("lifts with the latest of the limits that are used up", async () => {
    const short = {
      "x-rate-limit-limit": 100,
      "x-rate-limit-remaining": 60,
      "x-rate-limit-reset": 1_800_000_000,
    };
    const app = { "x-app-limit-24hour-remaining": 0, "x-app-limit-24hour-reset": 1_800_050_000 };
    const user = { "x-user-limit-24hour-remaining": 9, "x-user-limit-24hour-reset": 1_800_090_000 };
    expect(await create(json(429, limited, { ...short, ...app, ...user }))).toEqual(at(1_800_050_000));
    const both = { ...app, ...short, "x-rate-limit-remaining": 0 };
    expect(await create(json(429, limited, both))).toEqual(at(1_800_050_000));
  });

  it("is open-ended without headers, or with unreadable ones", async () => {
    const open = { kind: "rate_limited", resetsAt: null, detail: "Too Many Requests" };
    expect(await create(json(429, limited))).toEqual(open);
    expect(await create(json(429, limited, { "x-rate-limit-reset": "soon" }))).toEqual(open);
  });
});

describe("an answer that proves nothing leaves the outcome unknown", () => {
  const html = "<html><body>Please sign in to the guest network</body></html>";
  const page =
    (status: number): Answer =>
    (response) =>
      response.writeHead(status, { "content-type": "text/html" }).end(html);
  const head = (status: string, more: string) =>
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n${more}\r\n`;

  it.each<[string, Answer]>([
    ["reset after the request", (_response, socket) => socket.resetAndDestroy()],
    ["closed after the request", (_response, socket) => socket.end()],
    ["201 cut short", raw(`${head("201 Created", "content-length: 80\r\n")}{"data":{"id":"19`)],
    ["201 cut short by a reset", raw(`${head("201 Created", "content-length: 80\r\n")}{"data":`, "reset")],
    ["201 without a body", raw(head("201 Created", "content-length: 0\r\n"))],
    ["201 with an id that is none", json(201, { data: { id: "19x", text: "a" } })],
    ["201 with a number for an id", json(201, { data: { id: 19, text: "a" } })],
    ["200 with errors only", json(200, { errors: [{ message: "partial" }] })],
    ["200 with a page", page(200)],
    ["201 that says JSON and is none", raw(`${head("201 Created", "content-length: 5\r\n")}hello`)],
    ["302 to a page", (response) => response.writeHead(302, { location: "https://x.com/login" }).end()],
    ["302 with a post in its body", json(302, post, { location: "https://x.com/" })],
    [
      "201 with broken gzip",
      raw(
        Buffer.concat([
          Buffer.from(head("201 Created", "content-encoding: gzip\r\nconnection: close\r\n")),
          gzipSync(JSON.stringify(post)).subarray(0, 12),
          Buffer.from("not gzip at all"),
        ]),
      ),
    ],
    ["400 with a page", page(400)],
    ["401 with a page", page(401)],
    ["403 with a page", page(403)],
    ["403 without a body", raw(head("403 Forbidden", "content-length: 0\r\n"))],
    ["403 that carries a post", json(403, { ...problem(403, "no"), ...post })],
    ["429 with a page", page(429)],
    ["404 in X's words", json(404, problem(404, "Not Found"))],
    ["500", json(500, problem(500, "Internal Server Error"))],
    ["503 in X's words", json(503, problem(503, "Service Unavailable"))],
    ["503 with a page", page(503)],
    ["503 with a post in its body", json(503, post)],
    ["something that is not HTTP", raw("SSH-2.0-OpenSSH_9.2\r\n")],
  ])("%s", async (_what, answer) => {
    expect(await create(answer)).toMatchObject({ kind: "unknown", detail: expect.stringMatching(/\w/) });
  });

  it("and says for the log that a connection was made", async () => {
    expect(await create((_response, socket) => socket.resetAndDestroy())).toEqual({
      kind: "unknown",
      detail: "no answer (ECONNRESET) after the connection was made",
    });
  });

  it.each<[string, Answer]>([
    ["nothing comes", () => undefined],
    [
      "only the head comes",
      (response) => response.writeHead(201, { "content-type": "application/json" }).flushHeaders(),
    ],
    [
      "it drips",
      (response) => {
        response.writeHead(201, { "content-type": "application/json" });
        const drip = setInterval(() => response.write(" "), 20);
        response.on("close", () => clearInterval(drip));
      },
    ],
  ])("when %s before the deadline", async (_what, answer) => {
    const began = performance.now();
    expect(await create(answer, 300)).toMatchObject({ kind: "unknown" });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe("when no connection comes about", () => {
  it("nothing was sent, and a later try may follow", async () => {
    const end = await farEnd(json(201, post));
    await end.close();
    expect(await xAt(end.url).create("Bravo", account)).toEqual({
      kind: "not_sent",
      detail: "no answer (ECONNREFUSED) before a connection was made",
    });
  });
});
