import { afterEach, describe, expect, it } from "vitest";
import { type LocalSlack, startLocalSlack } from "../../../src/sandbox/slack/start-local-slack.js";
import { COMMS, NADIA, workspaceOptions } from "./local-slack-fixture.js";

let slack: LocalSlack;
afterEach(() => slack.close());

const MORNING = Date.UTC(2026, 10, 24, 8, 30, 12, 900);

/** What time Slack says it is in the answer to a call, Unix milliseconds. */
async function toldAt(method = "auth.test"): Promise<number> {
  const { headers } = await fetch(`${slack.apiUrl}${method}`, {
    method: "POST",
    headers: { authorization: "Bearer xoxb-test-token" },
    body: new URLSearchParams({ channel: COMMS, text: "hello" }),
  });
  return Date.parse(headers.get("date") ?? "");
}

describe("the time Slack tells with every answer", () => {
  it("is the workspace's, in whole seconds, and moves with it", async () => {
    let now = MORNING;
    slack = await startLocalSlack(workspaceOptions({ now: () => now }));
    expect(await toldAt()).toBe(MORNING - 900);
    now += 3_600_000;
    expect(await toldAt()).toBe(MORNING - 900 + 3_600_000);
  });

  it("is the machine's where no clock was given", async () => {
    slack = await startLocalSlack(workspaceOptions());
    const before = Date.now();
    const told = await toldAt();
    expect(told).toBeGreaterThan(before - 1000);
    expect(told).toBeLessThanOrEqual(Date.now());
  });

  it("is ahead or behind by the skew, in refusals and faults too, until the reset", async () => {
    slack = await startLocalSlack(workspaceOptions({ now: () => MORNING }));
    slack.faults.clockSkewSeconds = 90;
    expect(await toldAt()).toBe(MORNING - 900 + 90_000);
    slack.faults.clockSkewSeconds = -90;
    expect(await toldAt("chat.shout")).toBe(MORNING - 900 - 90_000);
    slack.faults.next("*", { kind: "rate_limited", retryAfterSeconds: 1 });
    slack.faults.next("*", { kind: "http", status: 503 });
    expect([await toldAt(), await toldAt()]).toEqual(Array(2).fill(MORNING - 900 - 90_000));
    slack.faults.reset();
    expect(await toldAt()).toBe(MORNING - 900);
  });

  it("changes no timestamp of a message", async () => {
    slack = await startLocalSlack(workspaceOptions({ now: () => MORNING }));
    slack.faults.clockSkewSeconds = 90;
    await toldAt("chat.postMessage");
    const comms = slack.hands.look(NADIA).conversations.find(({ id }) => id === COMMS);
    expect(comms?.messages.map(({ ts }) => Math.trunc(Number(ts)))).toEqual([Math.trunc(MORNING / 1000)]);
  });
});
