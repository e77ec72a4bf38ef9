import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLocalSlack } from "../../src/sandbox/slack/start-local-slack.js";
import { slackClients } from "../../src/slack/slack-clients.js";
import { type SlackClock, watchSlackClock } from "../../src/slack/slack-clock.js";
import { morning } from "../db/builders.js";
import { workspaceOptions } from "../sandbox/slack/local-slack-fixture.js";
import { quietLogger } from "../sandbox/slack/quiet-logger.js";

// A far end that tells whatever time a test wants, and a machine whose clock is moved by hand.
let server: Server;
let url: string;
let told: string | null;
let machine: number;
let whileAnswering: () => void;
let clock: SlackClock;

beforeEach(async () => {
  machine = morning;
  told = null;
  whileAnswering = () => undefined;
  server = createServer((_, response) => {
    whileAnswering();
    response.sendDate = false;
    if (told !== null) response.setHeader("date", told);
    response.end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  clock = watchSlackClock(() => machine);
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

/** An answer in which Slack says it is this time, Unix milliseconds, cut to the second. */
async function answered(slack: number | string | null): Promise<number | null> {
  told = typeof slack === "number" ? new Date(slack).toUTCString() : slack;
  const response = await clock.fetch(url);
  expect(await response.text()).toBe("{}");
  return clock.aheadMs();
}

describe("the machine's clock against Slack's", () => {
  test("is not known before an answer", () => {
    expect([clock.aheadMs(), clock.heardAt()]).toEqual([null, null]);
  });
  test("ahead: by what no second of Slack's explains", async () => {
    expect(await answered(morning - 90_000)).toBe(89_000);
    expect(clock.heardAt()).toBe(morning);
  });
  test("behind: below zero", async () => {
    expect(await answered(morning + 90_000)).toBe(-90_000);
  });
  test.each([0, 1, 500, 999, 1_000])("is right %i ms into the second that Slack tells", async (into) => {
    machine = morning + into;
    expect(await answered(morning)).toBe(0);
  });
  test("is wrong from there on", async () => {
    machine = morning + 1_001;
    expect(await answered(morning)).toBe(1);
    machine = morning - 1;
    expect(await answered(morning)).toBe(-1);
  });
  test("is not wrong because an answer took its time", async () => {
    whileAnswering = () => {
      machine += 300_000;
    };
    expect(await answered(morning + 120_000)).toBe(0);
    expect(clock.heardAt()).toBe(morning + 300_000);
  });
  test("is still known to be wrong after a slow answer, by what the slowness does not explain", async () => {
    whileAnswering = () => {
      machine += 5_000;
    };
    expect(await answered(morning + 95_000)).toBe(-90_000);
    expect(await answered(morning - 96_000)).toBe(100_000);
  });
  test.each([null, "", "yesterday"])(
    "is what it was after an answer that tells no time (%j)",
    async (none) => {
      await answered(morning - 90_000);
      machine += 60_000;
      expect(await answered(none)).toBe(89_000);
      expect(clock.heardAt()).toBe(morning);
    },
  );
  test("is told anew by every answer", async () => {
    await answered(morning - 90_000);
    expect(await answered(morning)).toBe(0);
  });
  test("is not told by a call that fails, which fails as it would", async () => {
    whileAnswering = () => server.closeAllConnections();
    await expect(clock.fetch(url)).rejects.toThrow("fetch failed");
    expect(clock.heardAt()).toBe(null);
  });
});

describe("a client of Slack that is listened to", () => {
  test("tells the time with every call, and a skew of Slack's shows", async () => {
    const options = workspaceOptions({ now: () => machine });
    const slack = await startLocalSlack(options);
    try {
      const { patient, prompt } = slackClients(options.botToken, slack.apiUrl, quietLogger, clock.fetch);
      await patient.auth.test();
      expect(clock.aheadMs()).toBe(0);
      slack.faults.clockSkewSeconds = -90;
      await prompt.auth.test();
      expect(clock.aheadMs()).toBe(89_000);
      slack.faults.clockSkewSeconds = 90;
      slack.faults.next("auth.test", { kind: "http", status: 503 });
      await expect(patient.auth.test()).rejects.toThrow();
      expect(clock.aheadMs()).toBe(-90_000);
    } finally {
      await slack.close();
    }
  });
});
