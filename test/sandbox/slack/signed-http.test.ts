import { afterEach, describe, expect, it } from "vitest";
import { startLocalSlack } from "../../../src/sandbox/slack/start-local-slack.js";
import { httpApp, type Running } from "./bolt-app-fixture.js";
import { NADIA, workspaceOptions } from "./local-slack-fixture.js";
import { recording, suggest } from "./recording-app-fixture.js";

let running: (Partial<Running> & { stop(): Promise<void> }) | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

describe("signed HTTP", () => {
  it("accepts a replayed request and one signed in the future, and refuses a stale one", async () => {
    const bodies: Record<string, unknown>[] = [];
    const app = await httpApp(recording(bodies));
    running = app;
    const { faults, hands } = app.slack;
    await hands.command(suggest);
    const [captured] = faults.captured;
    if (!captured) throw new Error("Nothing was captured.");
    expect(await faults.replay(captured)).toBe(200);
    expect(bodies).toHaveLength(2);
    faults.signatureSkewSeconds = 3600;
    expect((await hands.command(suggest)).slackError).toBeNull();
    faults.signatureSkewSeconds = -301;
    expect((await hands.command(suggest)).slackError).toBe("dispatch_failed");
    expect(bodies).toHaveLength(3);
  });

  it("is refused by an app with another signing secret", async () => {
    const app = await httpApp(recording([]));
    running = app;
    const other = await startLocalSlack(
      workspaceOptions({ eventsUrl: app.eventsUrl, signingSecret: "another" }),
    );
    const acted = await other.hands.command(suggest);
    await other.close();
    expect(acted.slackError).toBe("dispatch_failed");
  });

  it("answers the challenge with which Slack verifies an address", async () => {
    const app = await httpApp(recording([]));
    running = app;
    const challenge = { type: "url_verification", token: "t", challenge: "c-1" };
    expect(await app.slack.faults.deliverRaw("events_api", challenge)).toEqual({
      acked: true,
      body: { challenge: "c-1" },
    });
  });

  it("an event the app does not take is sent again at once, marked as a retry", async () => {
    const slack = await startLocalSlack(workspaceOptions({ eventsUrl: "http://127.0.0.1:1/slack/events" }));
    running = { stop: () => slack.close() };
    await slack.hands.openHome({ user: NADIA });
    expect(slack.faults.captured.map(({ headers }) => headers["x-slack-retry-num"])).toEqual([
      undefined,
      "1",
    ]);
    expect(slack.faults.captured[1]?.headers["x-slack-retry-reason"]).toBe("connection_failed");
  });
});
