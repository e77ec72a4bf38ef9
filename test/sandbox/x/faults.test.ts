import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from "twitter-api-v2";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { LocalX } from "../../../src/sandbox/x/start-local-x.js";
import type { XFault } from "../../../src/sandbox/x/x-fault.js";
import { camille, clientOf, twoAccounts } from "./x-client.js";

let x: LocalX;
beforeEach(async () => {
  x = await twoAccounts();
});
afterEach(() => x.close());

/** One create; what the real client makes of the answer. */
const attempt = (text = "Bonjour"): Promise<unknown> =>
  clientOf(x, camille)
    .v2.tweet(text)
    .catch((error: unknown) => error);

const timeline = async (): Promise<string[]> =>
  (await clientOf(x, camille).v2.userTimeline(camille.id)).tweets.map(({ text }) => text);

describe.each([true, false])("when X acted on the request: %s", (takesEffect) => {
  const stored = takesEffect ? ["Bonjour"] : [];
  const storedTexts = () => x.posts.map(({ text }) => text);

  test("a reset connection tells nothing of it", async () => {
    x.faults.next({ kind: "reset", takesEffect });
    expect(await attempt()).toBeInstanceOf(ApiRequestError);
    expect(storedTexts()).toEqual(stored);
    expect(x.calls).toEqual([
      { method: "POST", path: "/2/tweets", status: null, body: { text: "Bonjour" }, at: expect.any(Number) },
    ]);
  });

  test("an answer can stay away until the connection is let go", async () => {
    const hang = x.faults.next({ kind: "hang", takesEffect });
    const answer = attempt();
    await vi.waitFor(() => expect(hang.hits).toBe(1), 5000);
    expect(storedTexts()).toEqual(stored);
    hang.release();
    expect(await answer).toBeInstanceOf(ApiRequestError);
    expect(storedTexts()).toEqual(stored);
  });

  test("an answer can be slow", async () => {
    const slow = x.faults.next({ kind: "slow", takesEffect });
    const answer = attempt();
    await vi.waitFor(() => expect(slow.hits).toBe(1), 5000);
    expect(storedTexts()).toEqual(stored);
    expect(x.calls[0]?.status).toBeNull();
    slow.release();
    expect(await answer).toMatchObject({ data: { text: "Bonjour" } });
    expect(storedTexts()).toEqual(["Bonjour"]);
  });

  test.each([401, 402, 500, 502, 503, 504] as const)("a %i tells nothing of it", async (status) => {
    x.faults.next({ kind: "status", status, takesEffect });
    const error = await attempt();
    expect(error).toBeInstanceOf(ApiResponseError);
    expect(error).toMatchObject({ code: status, data: { title: expect.any(String) } });
    expect(storedTexts()).toEqual(stored);
  });

  test("a garbled answer is no answer", async () => {
    const how = async (kind: Extract<XFault, { kind: "garbled" }>["how"]) => {
      x.faults.next({ kind: "garbled", how: kind, takesEffect });
      return attempt(kind);
    };
    expect(await how("truncated")).toBeInstanceOf(ApiPartialResponseError);
    expect(await how("empty")).toBeUndefined();
    expect(await how("html")).toContain("<title>");
    expect(await how("redirect")).toBe("");
    expect(await how("corrupt_gzip")).toBeInstanceOf(ApiPartialResponseError);
    expect(x.calls.map(({ status }) => status)).toEqual([201, 201, 200, 302, 201]);
    expect(x.posts).toHaveLength(takesEffect ? 5 : 0);
    expect(await attempt()).toMatchObject({ data: { text: "Bonjour" } });
  });
});

describe("a fault", () => {
  test("can be a duplicate, or any other refusal", async () => {
    x.faults.next({ kind: "duplicate" });
    x.faults.next({ kind: "forbidden", detail: "Your account is suspended." });
    expect(await attempt()).toMatchObject({
      code: 403,
      data: { detail: expect.stringContaining("duplicate") },
    });
    expect(await attempt()).toMatchObject({ code: 403, data: { detail: "Your account is suspended." } });
    expect(x.posts).toEqual([]);
  });

  test("can be 429 without headers, with a spent window, with a spent day", async () => {
    const resetsInSeconds = 600;
    const about = Math.floor(Date.now() / 1000) + resetsInSeconds;
    for (const headers of ["none", "window", "day"] as const) {
      x.faults.next({ kind: "too_many", headers, resetsInSeconds });
    }
    const [none, window, day] = (await Promise.all([attempt("a"), attempt("b"), attempt("c")])) as [
      ApiResponseError,
      ApiResponseError,
      ApiResponseError,
    ];
    expect([none.code, window.code, day.code]).toEqual([429, 429, 429]);
    expect(none.rateLimit).toBeUndefined();
    expect(window.rateLimit).toMatchObject({ limit: 100, remaining: 0 });
    expect(Math.abs((window.rateLimit?.reset ?? 0) - about)).toBeLessThan(10);
    expect(day.rateLimit?.remaining).toBeGreaterThan(0);
    expect(day.rateLimit?.userDay).toMatchObject({ remaining: 0 });
    expect(x.posts).toEqual([]);
  });

  test("can take effect long after it was answered", async () => {
    const late = x.faults.next({ kind: "late" });
    expect(await attempt()).toMatchObject({ code: 503 });
    expect(await timeline()).toEqual([]);
    late.release();
    await vi.waitFor(() => expect(x.posts).toHaveLength(1), 5000);
    expect(await timeline()).toEqual(["Bonjour"]);
  });

  test("can store another text than was sent", async () => {
    x.faults.next({ kind: "other_text", text: "Au revoir" });
    expect(await attempt()).toMatchObject({ data: { text: "Au revoir" } });
    expect(await timeline()).toEqual(["Au revoir"]);
    expect(x.calls[0]?.body).toEqual({ text: "Bonjour" });
  });

  test("meets the next requests of its kind only, in turn, and can be disarmed", async () => {
    x.faults.next({ kind: "status", status: 503, takesEffect: false }, { times: 2 });
    x.faults.next({ kind: "status", status: 500, takesEffect: false });
    x.faults.next({ kind: "status", status: 401, takesEffect: false }, { on: "me" });
    x.faults.next({ kind: "reset", takesEffect: true }, { on: "delete" });
    x.faults.next({ kind: "status", status: 503, takesEffect: false }, { on: "timeline", times: 9 });
    for (const code of [503, 503, 500]) expect(await attempt()).toMatchObject({ code });
    expect(await attempt()).toMatchObject({ data: { text: "Bonjour" } });

    const client = clientOf(x, camille);
    await expect(client.v2.me()).rejects.toMatchObject({ code: 401 });
    expect((await client.v2.me()).data.id).toBe(camille.id);
    await expect(client.v2.deleteTweet(x.posts[0]?.id ?? "")).rejects.toBeInstanceOf(ApiRequestError);
    expect(x.posts[0]?.deletedAt).toEqual(expect.any(Number));
    await expect(timeline()).rejects.toMatchObject({ code: 503 });
    x.faults.clear();
    expect(await timeline()).toEqual([]);
  });

  test("is not spent on a request whose signature is refused", async () => {
    const fault = x.faults.next({ kind: "status", status: 503, takesEffect: false });
    await expect(clientOf(x, camille, { accessSecret: "x" }).v2.tweet("a")).rejects.toMatchObject({
      code: 401,
    });
    expect(fault.hits).toBe(0);
  });
});

describe("a timeline that lags", () => {
  test("shows a new post only after so many readings", async () => {
    await attempt("Avant");
    x.faults.hideNewPosts({ forReads: 2 });
    await attempt("Après");
    expect([await timeline(), await timeline(), await timeline()]).toEqual([
      ["Avant"],
      ["Avant"],
      ["Après", "Avant"],
    ]);
  });

  test("shows it once released, and hides no more", async () => {
    const lag = x.faults.hideNewPosts();
    await attempt("Un");
    const id = x.posts[0]?.id ?? "";
    expect(await timeline()).toEqual([]);
    expect((await clientOf(x, camille).v2.singleTweet(id)).data.text).toBe("Un");
    lag.release();
    await attempt("Deux");
    expect(await timeline()).toEqual(["Deux", "Un"]);
  });
});

test("rate limits are told on every answer and held to", async () => {
  const client = clientOf(x, camille);
  const headers = async () => (await client.v2.get("users/me", {}, { fullResponse: true })).rateLimit;
  expect(await headers()).toMatchObject({ limit: 75, remaining: 74 });
  for (let left = 73; left >= 0; left -= 1) expect((await headers())?.remaining).toBe(left);
  await expect(headers()).rejects.toMatchObject({ code: 429, rateLimit: { remaining: 0 } });
  const created = await client.v2.post("tweets", { text: "a" }, { fullResponse: true });
  expect(created.rateLimit).toMatchObject({
    limit: 100,
    remaining: 99,
    day: { limit: 10_000, remaining: 9999 },
  });
});

test("a watcher hears of calls and posts until it stops", async () => {
  const seen: string[] = [];
  const stop = x.watch(() => seen.push(`${x.calls.length} ${x.posts.length} ${x.calls[0]?.status}`));
  await attempt();
  expect(seen).toEqual(["1 0 null", "1 1 null", "1 1 201"]);
  stop();
  await attempt("Encore");
  expect(seen).toHaveLength(3);
});

test("a taken port is said, and closing frees it while a request hangs", async () => {
  const port = Number(new URL(x.url).port);
  const again = { apiKey: "k", apiKeySecret: "s", accounts: [], port };
  const { startLocalX } = await import("../../../src/sandbox/x/start-local-x.js");
  await expect(startLocalX(again)).rejects.toMatchObject({ code: "EADDRINUSE" });
  const hang = x.faults.next({ kind: "hang", takesEffect: false });
  const answer = attempt();
  await vi.waitFor(() => expect(hang.hits).toBe(1), 5000);
  await x.close();
  expect(await answer).toBeInstanceOf(ApiRequestError);
  await (await startLocalX(again)).close();
});
