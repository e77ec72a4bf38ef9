import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { App } from "@slack/bolt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { httpDoor } from "../../src/slack/http-door.js";
import { shieldReceiver } from "../../src/slack/shield-receiver.js";
import { quietLogger } from "../sandbox/slack/quiet-logger.js";

const signingSecret = "a-signing-secret";
const nowS = () => Math.floor(Date.now() / 1000);
let app: App;
let url: string;
let heard = 0;
const said: string[] = [];
const form = "application/x-www-form-urlencoded";

beforeAll(async () => {
  const port = await freePort();
  const door = httpDoor({ signingSecret, host: "127.0.0.1", port, now: Date.now, logger: quietLogger });
  app = new App({
    token: "xoxb-test",
    botId: "B1",
    botUserId: "U1",
    receiver: shieldReceiver(door, (event) => said.push(event)),
    tokenVerificationEnabled: false,
    convoStore: false,
  });
  app.command("/suggest", async ({ ack }) => {
    heard += 1;
    await ack("heard");
  });
  await app.start();
  url = `http://127.0.0.1:${port}/slack/events`;
});

afterAll(async () => void (await app.stop()));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function command(
  stamp: number,
  secret = signingSecret,
  body = "command=%2Fsuggest&text=x&team_id=T1&user_id=U2",
  type = form,
) {
  const signature = createHmac("sha256", secret).update(`v0:${stamp}:${body}`).digest("hex");
  const answer = await fetch(url, {
    method: "POST",
    body,
    headers: {
      "content-type": type,
      "x-slack-request-timestamp": String(stamp),
      "x-slack-signature": `v0=${signature}`,
    },
  });
  return answer.status;
}

describe("the HTTP door", () => {
  it("hears a request signed now", async () => {
    const before = heard;
    expect(await command(nowS())).toBe(200);
    expect(heard).toBe(before + 1);
  });

  it("refuses a request signed more than five minutes ago, or ahead of us by more than clocks differ", async () => {
    const before = heard;
    expect(await command(nowS() - 310)).toBe(401);
    expect(await command(nowS() + 70)).toBe(401);
    expect(await command(nowS() + 310)).toBe(401);
    expect(heard).toBe(before);
  });

  it("refuses a request signed with another secret, and one that is not signed", async () => {
    const before = heard;
    expect(await command(nowS(), "another-secret")).toBe(401);
    expect((await fetch(url, { method: "POST", body: "command=%2Fsuggest" })).status).toBe(401);
    expect(heard).toBe(before);
  });

  it("refuses a body larger than anything Slack sends", async () => {
    expect(await command(nowS(), signingSecret, `text=${"x".repeat(1_100_000)}`)).toBe(413);
  });

  it("answers nowhere but at /slack/events", async () => {
    for (const other of ["/", "/slack/events/", "/slack/install", "//slack/events", "/slack/../etc/passwd"]) {
      expect((await fetch(`${new URL(url).origin}${other}`, { method: "POST", body: "x" })).status).toBe(404);
    }
    expect((await fetch(url)).status).toBe(404);
  });

  it.each([
    ["a form whose payload is null", "payload=null", form],
    ["a form whose payload is a list", "payload=%5B%5D", form],
    ["a form whose payload is no JSON", "payload=%7B", form],
    ["null", "null", "application/json"],
    ["a number", "5", "application/json"],
    ["nothing", "", "application/json"],
  ])("answers %s, signed, as a bad request, and goes on", async (_, body, type) => {
    expect(await command(nowS(), signingSecret, body, type)).toBe(400);
    expect(await command(nowS(), "another-secret", body, type)).toBe(401);
    expect(await command(nowS())).toBe(200);
  });

  it.each([
    ["that says that events are held back", { type: "app_rate_limited", team_id: "T1" }],
    ["whose event is null", { type: "event_callback", event: null }],
    ["whose event is missing", { type: "event_callback" }],
  ])("takes a delivery %s, and drops it", async (_, body) => {
    said.length = 0;
    expect(await command(nowS(), signingSecret, JSON.stringify(body), "application/json")).toBe(200);
    expect(said).toEqual(["press_refused"]);
  });
});
