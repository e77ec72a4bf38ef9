import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import type { XAccountId, XPostId } from "../../src/core/ids.js";
import type { DeleteAnswer } from "../../src/flows/ports.js";
import type { LocalX } from "../../src/sandbox/x/start-local-x.js";
import { connectToX } from "../../src/x/connect-to-x.js";
import { notConnected } from "../../src/x/not-connected.js";
import { takeDownFromX } from "../../src/x/take-down-from-x.js";
import { apiKeys, camille, premium, twoAccounts } from "../sandbox/x/x-client.js";
import { type Answer, type FarEnd, farEnd, json, xAt } from "./far-end.js";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const end of open.splice(0)) await end.close();
});

const id = "1990000000000000001" as XPostId;
const problem = (status: number, detail: string) => ({ title: "Title", detail, type: "about:blank", status });
const page =
  (status: number): Answer =>
  (response) =>
    response.writeHead(status, { "content-type": "text/html" }).end("<html>Sign in</html>");

/** Deletes once against this answer, and holds for every one: one request, no secret in what comes back. */
async function takeDown(answer: Answer, deadlineMs?: number): Promise<{ told: DeleteAnswer; end: FarEnd }> {
  const end = await farEnd(answer);
  open.push(end);
  const told = await takeDownFromX(xAt(end.url, deadlineMs))(id);
  expect(end.arrived).toHaveLength(1);
  expect(inspect(told, { depth: null, showHidden: true })).not.toContain("canary");
  return { told, end };
}

describe("taking a post down", () => {
  it("is one signed DELETE of this post", async () => {
    const { end } = await takeDown(json(200, { data: { deleted: true } }));
    const [request] = end.arrived;
    expect(request).toMatchObject({ method: "DELETE", path: `/2/tweets/${id}`, body: "" });
    expect(request?.headers.host).toBe("api.x.com");
    expect(request?.headers.authorization).toMatch(/^OAuth .*oauth_signature="/);
  });

  it.each<[string, Answer]>([
    ["200 with `deleted`", json(200, { data: { deleted: true } })],
    ["404 in X's words: it knows no such post", json(404, problem(404, "Could not find tweet with id"))],
  ])("is done by %s", async (_what, answer) => {
    expect((await takeDown(answer)).told).toEqual({ kind: "deleted" });
  });

  it.each([
    [400, "The `id` query parameter value is not valid"],
    [401, "Unauthorized"],
    [402, "no credits"],
    [403, "You are not authorized to delete this Tweet."],
  ])("is refused by %i in X's words, and says them", async (status, detail) => {
    expect((await takeDown(json(status, problem(status, detail)))).told).toEqual({ kind: "refused", detail });
  });

  it("says X's words without what cannot be seen, 300 characters at most", async () => {
    const { told } = await takeDown(json(403, problem(403, `no\u0000\u200b${"x".repeat(900)}`)));
    expect(told).toEqual({ kind: "refused", detail: `no ${"x".repeat(297)}` });
  });

  it.each<[string, Answer]>([
    ["200 with `deleted: false`", json(200, { data: { deleted: false } })],
    ["200 with `deleted` as a text", json(200, { data: { deleted: "true" } })],
    ["200 with errors only", json(200, { errors: [{ message: "partial" }] })],
    ["200 with a page", page(200)],
    ["204 without a body", (response) => response.writeHead(204).end()],
    ["302 to a page", (response) => response.writeHead(302, { location: "https://x.com/login" }).end()],
    ["404 with a page", page(404)],
    ["403 with a page", page(403)],
    ["403 that says deleted", json(403, { data: { deleted: true } })],
    ["429 in X's words", json(429, problem(429, "Too Many Requests"))],
    ["500 in X's words", json(500, problem(500, "Internal Server Error"))],
    ["503 in X's words", json(503, problem(503, "Service Unavailable"))],
    ["503 with a page", page(503)],
    ["503 that says deleted", json(503, { data: { deleted: true } })],
    ["a broken connection", (_response, socket) => socket.resetAndDestroy()],
    ["something that is not HTTP", (_response, socket) => void socket.end("SSH-2.0-OpenSSH_9.2\r\n")],
  ])("is not sure after %s", async (_what, answer) => {
    const { told } = await takeDown(answer);
    expect(told).toEqual({ kind: "not_sure", detail: expect.stringMatching(/\w/) });
  });

  it("is not sure when no answer comes in time", async () => {
    const { told } = await takeDown(() => undefined, 200);
    expect(told).toMatchObject({ kind: "not_sure" });
  });

  it("is not sure when nobody is there: it is tried again, not given up", async () => {
    const end = await farEnd(() => undefined);
    await end.close();
    expect(await takeDownFromX(xAt(end.url))(id)).toMatchObject({ kind: "not_sure" });
  });

  it("is refused where no account is connected", async () => {
    expect(await takeDownFromX(notConnected())(id)).toEqual({
      kind: "refused",
      detail: "no X account is connected",
    });
  });
});

const standing = ({ posts }: LocalX) => posts.filter(({ deletedAt }) => deletedAt === null);

describe("against the local X", () => {
  async function withAPost(): Promise<{
    x: LocalX;
    takesDown: ReturnType<typeof takeDownFromX>;
    post: XPostId;
  }> {
    const x = await twoAccounts();
    open.push(x);
    const { accessToken, accessTokenSecret } = camille;
    const keys = { ...apiKeys, accessToken, accessTokenSecret, apiUrl: x.url };
    const connected = connectToX({ ...keys, deadlineMs: 1_000, now: Date.now });
    const created = await connected.create("To be taken down.", camille.id as XAccountId);
    if (created.kind !== "published") throw new Error("not posted");
    return { x, takesDown: takeDownFromX(connected), post: created.xPostId };
  }

  it("the post is gone, and taking it down again says so too", async () => {
    const { x, takesDown, post } = await withAPost();
    expect(standing(x)).toHaveLength(1);
    expect(await takesDown(post)).toEqual({ kind: "deleted" });
    expect(standing(x)).toEqual([]);
    expect(await takesDown(post)).toEqual({ kind: "deleted" });
    expect(x.problems).toEqual([]);
  });

  it("an answer lost after the post was deleted is not sure, and the next one is", async () => {
    const { x, takesDown, post } = await withAPost();
    x.faults.next({ kind: "reset", takesEffect: true }, { on: "delete" });
    expect(await takesDown(post)).toMatchObject({ kind: "not_sure" });
    expect(standing(x)).toEqual([]);
    expect(await takesDown(post)).toEqual({ kind: "deleted" });
  });

  it.each([
    ["503", { kind: "status", status: 503, takesEffect: false }],
    ["a spent window", { kind: "too_many", headers: "window", resetsInSeconds: 900 }],
    ["a page in between", { kind: "garbled", how: "html", takesEffect: false }],
  ] as const)("%s leaves the post and is not sure", async (_what, fault) => {
    const { x, takesDown, post } = await withAPost();
    x.faults.next(fault, { on: "delete" });
    expect(await takesDown(post)).toMatchObject({ kind: "not_sure" });
    expect(standing(x)).toHaveLength(1);
  });

  it("another's post is refused", async () => {
    const { x, post } = await withAPost();
    const { accessToken, accessTokenSecret } = premium;
    const toms = connectToX({ ...apiKeys, accessToken, accessTokenSecret, apiUrl: x.url, now: Date.now });
    expect(await takeDownFromX(toms)(post)).toEqual({
      kind: "refused",
      detail: expect.stringContaining("not authorized to delete"),
    });
    expect(standing(x)).toHaveLength(1);
  });
});
