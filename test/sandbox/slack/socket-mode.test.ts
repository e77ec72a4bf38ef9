import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { startLocalSlack } from "../../../src/sandbox/slack/start-local-slack.js";
import { type Running, socketApp } from "./bolt-app-fixture.js";
import { workspaceOptions } from "./local-slack-fixture.js";
import { recording, suggest } from "./recording-app-fixture.js";

const QUICK_TO_RETURN = 200;

let running: (Partial<Running> & { stop(): Promise<void> }) | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

describe("a socket", () => {
  it("is greeted, and its address is good for one connection only", async () => {
    const slack = await startLocalSlack(workspaceOptions());
    running = { stop: () => slack.close() };
    const answer = await fetch(`${slack.apiUrl}apps.connections.open`, {
      method: "POST",
      headers: { authorization: "Bearer xapp-test-token" },
    });
    const { url } = (await answer.json()) as { url: string };
    const socket = new WebSocket(url);
    const hello = await new Promise((resolve) =>
      socket.once("message", (data) => resolve(JSON.parse(String(data)))),
    );
    expect(hello).toMatchObject({ type: "hello", num_connections: 1, debug_info: expect.any(Object) });
    const second = await new Promise((resolve) => {
      new WebSocket(url)
        .once("unexpected-response", (_, response) => resolve(response.statusCode))
        .once("error", resolve);
    });
    expect(second).toBe(403);
    expect(slack.problems).toEqual([expect.stringContaining("used twice")]);
  });

  it("nobody listening is said to the person at once", async () => {
    const slack = await startLocalSlack(workspaceOptions());
    running = { stop: () => slack.close() };
    expect((await slack.hands.command(suggest)).slackError).toBe("app_not_reachable");
  });

  it("a command nobody acknowledges in time is a timeout", async () => {
    const app = await socketApp((bolt) => bolt.command("/suggest", async () => {}), { ackDeadlineMs: 150 });
    running = app;
    const acted = await app.slack.hands.command(suggest);
    expect(acted.slackError).toBe("operation_timeout");
    expect(acted.ackMs).toBeGreaterThanOrEqual(149);
  });

  it.each(["drop", "refresh_requested"] as const)("the app comes back after a %s", async (how) => {
    const app = await socketApp(recording([]), {}, QUICK_TO_RETURN);
    running = app;
    const opens = () => app.slack.calls.filter(({ method }) => method === "apps.connections.open").length;
    if (how === "drop") app.slack.faults.dropSockets();
    else app.slack.faults.refreshSockets(how);
    await expect.poll(opens, { timeout: 5000 }).toBe(2);
    await expect
      .poll(async () => (await app.slack.hands.command(suggest)).slackError, { timeout: 5000 })
      .toBeNull();
  });

  it("is refused while connections are, and comes back afterwards", async () => {
    const app = await socketApp(recording([]), {}, QUICK_TO_RETURN);
    running = app;
    app.slack.faults.refuseConnections = true;
    app.slack.faults.dropSockets();
    const refused = () => app.slack.calls.filter(({ error }) => error === "internal_error").length;
    await expect.poll(refused, { timeout: 5000 }).toBeGreaterThan(0);
    expect((await app.slack.hands.command(suggest)).slackError).toBe("app_not_reachable");
    app.slack.faults.refuseConnections = false;
    await expect
      .poll(async () => (await app.slack.hands.command(suggest)).slackError, { timeout: 8000 })
      .toBeNull();
  });
});
