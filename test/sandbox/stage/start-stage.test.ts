import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Seen } from "../../../src/sandbox/slack/hands.js";
import type { XProfile } from "../../../src/sandbox/stage/stage-api.js";
import { openStage, type StageFixture } from "./stage-fixture.js";

const NADIA = "U0NADIA001";
let shared: StageFixture;

beforeAll(async () => {
  shared = await openStage();
});

beforeEach(() => {
  shared.fake.acts.length = 0;
  shared.fake.next = {};
});

afterAll(() => shared.stage.close());

/** A request as a hostile page could make a browser send it: fetch would not let a test set Host. */
function ask(
  port: number,
  path: string,
  given: { method?: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({
      host: "127.0.0.1",
      port,
      path,
      method: given.method ?? "GET",
      headers: given.headers ?? {},
    });
    asked.on("error", reject);
    asked.on("response", async (response) => {
      let body = "";
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode ?? 0, body });
    });
    asked.end(given.body);
  });
}

async function postAct(url: string, body: object): Promise<Response> {
  return fetch(`${url}/api/act`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

describe("the stage", () => {
  it("serves a page that asks nothing of any other address", async () => {
    const { url } = shared.stage;
    const page = await fetch(url);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
    const html = await page.text();
    for (const [, address] of html.matchAll(/(?:src|href)="([^"]+)"/g))
      expect(address).toMatch(/^(\/|data:)/);
    const script = await fetch(`${url}/page.js`);
    expect(script.headers.get("content-type")).toContain("javascript");
    expect((await script.text()).length).toBeGreaterThan(100_000);
    const style = await (await fetch(`${url}/style.css`)).text();
    expect(style).toContain("#slack_blocks_to_jsx");
    expect(style).not.toMatch(/url\(\s*["']?https?:|@import/);
  });

  it.each([
    ["command", { user: NADIA, channel: "C1", command: "/suggest", text: "https://e.org why" }],
    ["globalShortcut", { user: NADIA, callbackId: "suggest" }],
    ["messageShortcut", { user: NADIA, channel: "C1", ts: "1.2", callbackId: "suggest_message" }],
    ["press", { user: NADIA, channel: "C1", ts: "1.2", actionId: "second" }],
    ["press", { user: NADIA, channel: "C1", ts: "1.2", actionId: "more", blockId: "b", option: "snooze" }],
    ["fill", { user: NADIA, viewId: "V1", blockId: "draft", actionId: "value", value: "a\n b" }],
    ["fill", { user: NADIA, viewId: "V1", blockId: "when", actionId: "value", value: 1_795_424_400 }],
    ["pressInView", { user: NADIA, viewId: "V1", actionId: "pause" }],
    ["submit", { user: NADIA, viewId: "V1" }],
    ["closeView", { user: NADIA, viewId: "V1" }],
    ["openHome", { user: NADIA }],
    ["say", { user: NADIA, channel: "C1", text: "hello" }],
    ["join", { user: NADIA, channel: "C1" }],
    ["leave", { user: NADIA, channel: "C1" }],
    ["setLocale", { user: NADIA, locale: "fr-FR" }],
  ])("hands the act «%s» over as it came, and Slack's answer back", async (name, act) => {
    const { stage: running, fake } = shared;
    fake.next = { slackError: "operation_timeout", fieldErrors: { draft: "Too long" } };
    const response = await postAct(running.url, { act: name, ...act });
    expect(await response.json()).toEqual({
      slackError: "operation_timeout",
      ackMs: 12,
      fieldErrors: { draft: "Too long" },
    });
    expect(fake.acts).toEqual([{ name, act: { act: name, ...act } }]);
  });

  it.each([
    ["an act nobody knows", { act: "approveEverything", user: NADIA }],
    ["an act with something more in it", { act: "openHome", user: NADIA, as: "admin" }],
    ["an act without its person", { act: "openHome" }],
  ])("refuses %s", async (_what, body) => {
    const { stage: running, fake } = shared;
    expect((await postAct(running.url, body)).status).toBe(400);
    expect(fake.acts).toEqual([]);
  });

  it("refuses an act posted as anything but JSON, as a form of another site would be", async () => {
    const { stage: running, fake } = shared;
    const body = JSON.stringify({ act: "openHome", user: NADIA });
    const headers = { "content-type": "text/plain" };
    expect((await fetch(`${running.url}/api/act`, { method: "POST", headers, body })).status).toBe(400);
    expect(fake.acts).toEqual([]);
  });

  it("says what the page must know of the app", async () => {
    const { url } = shared.stage;
    expect(await (await fetch(`${url}/api/app`)).json()).toEqual({ hearsDirectMessages: false });
  });

  it("shows each person what that person sees", async () => {
    const { url } = shared.stage;
    const seen = (await (await fetch(`${url}/api/seen?user=U0OLGA0001`)).json()) as Seen;
    expect(seen.user.realName).toBe("Olga Lindqvist");
    expect((await fetch(`${url}/api/seen?user=U0NOBODY`)).status).toBe(404);
  });

  it("shows the posts exactly as they were sent", async () => {
    const { url } = shared.stage;
    const { posts } = (await (await fetch(`${url}/api/x`)).json()) as XProfile;
    expect(posts[0]?.text).toBe("Bonjour\n  à tous");
  });

  it("tells of every change while it happens", async () => {
    const { stage: running, fake, tell } = await openStage();
    const response = await fetch(`${running.url}/api/changes`);
    const lines = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    const until = async (words: string): Promise<void> => {
      while (!heard.includes(words)) {
        const part = await lines?.read();
        if (!part || part.done) throw new Error(`the stream ended before «${words}»`);
        heard += part.value;
      }
    };
    await until("retry:");
    fake.changed();
    await until("data: slack");
    tell.x();
    await until("data: x");
    tell.bot();
    await until("data: bot");
    await running.close();
    expect((await lines?.read())?.done).toBe(true);
  });

  it("sets a trouble and refuses one it does not have", async () => {
    const { stage: running, flag } = shared;
    const set = (id: string): Promise<Response> =>
      fetch(`${running.url}/api/trouble`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ id, on: true }),
      });
    expect((await set("nothing")).status).toBe(400);
    expect(await (await set("flag")).json()).toMatchObject([{ id: "flag", on: true }]);
    expect(flag.on).toBe(true);
  });
});

describe("whoever is not on this machine", () => {
  it.each([
    ["a name pointed at this machine", { host: "evil.example" }],
    ["such a name with the port", { host: "evil.example:4600" }],
    ["a name that only begins like ours", { host: "127.0.0.1.evil.example" }],
    ["another site's page", { origin: "https://evil.example" }],
    ["another program's page on this machine", { origin: "http://127.0.0.1:1" }],
    ["a page without an origin of its own", { origin: "null" }],
  ])("is refused: %s", async (_who, headers) => {
    const { stage: running, fake } = shared;
    const { port } = running;
    const ours = { host: `127.0.0.1:${port}`, "content-type": "application/json" };
    const body = JSON.stringify({ act: "openHome", user: NADIA });
    expect((await ask(port, "/api/cast", { headers: { ...ours, ...headers } })).status).toBe(403);
    const posted = await ask(port, "/api/act", { method: "POST", headers: { ...ours, ...headers }, body });
    expect(posted.status).toBe(403);
    expect(fake.acts).toEqual([]);
  });

  it("is told apart from the page itself, under either name of loopback", async () => {
    const { port } = shared.stage;
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      expect((await ask(port, "/api/cast", { headers: { host, origin: `http://${host}` } })).status).toBe(
        200,
      );
    }
  });
});
