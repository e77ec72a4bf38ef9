import { afterEach, describe, expect, it } from "vitest";
import { type Running, socketApp } from "./bolt-app-fixture.js";
import { clientOf } from "./form-app-fixture.js";
import { CAMILLE, COMMS, NADIA } from "./local-slack-fixture.js";

let running: Running | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

describe("other ways in", () => {
  it("the message shortcut carries the message and its channel", async () => {
    const bodies: unknown[] = [];
    running = await socketApp((app) => {
      app.shortcut("suggest_message", async ({ ack, body }) => {
        bodies.push(body);
        await ack();
      });
    });
    const { hands } = running.slack;
    await hands.say({ user: CAMILLE, channel: dmOf(CAMILLE), text: "https://example.org/a" });
    const [message] = hands.look(CAMILLE).conversations.find(({ kind }) => kind === "dm")?.messages ?? [];
    await hands.messageShortcut({
      user: CAMILLE,
      channel: dmOf(CAMILLE),
      ts: message?.ts ?? "",
      callbackId: "suggest_message",
    });
    expect(bodies).toMatchObject([
      {
        type: "message_action",
        channel: { id: dmOf(CAMILLE), name: "directmessage" },
        message: { text: "https://example.org/a", user: CAMILLE },
        response_url: expect.stringContaining("/response/"),
      },
    ]);
  });

  it("the home page, joining, leaving and a direct message are told as events", async () => {
    const told: Record<string, unknown>[] = [];
    running = await socketApp((app) => {
      for (const name of [
        "app_home_opened",
        "member_joined_channel",
        "member_left_channel",
        "message",
      ] as const) {
        app.event(name, async ({ event }) => {
          told.push({ ...event });
        });
      }
    });
    const { hands } = running.slack;
    await hands.openHome({ user: NADIA });
    await clientOf(running).views.publish({
      user_id: NADIA,
      view: { type: "home", blocks: [{ type: "divider" }] },
    });
    await hands.openHome({ user: NADIA });
    await hands.join({ user: CAMILLE, channel: COMMS });
    await hands.leave({ user: CAMILLE, channel: COMMS });
    await hands.say({ user: CAMILLE, channel: dmOf(CAMILLE), text: "my own words" });
    await expect.poll(() => told.length).toBe(5);
    expect(told).toMatchObject([
      { type: "app_home_opened", user: NADIA, tab: "home" },
      { type: "app_home_opened", view: { type: "home", blocks: [{ type: "divider" }] } },
      { type: "member_joined_channel", user: CAMILLE, channel: COMMS, channel_type: "C" },
      { type: "member_left_channel", user: CAMILLE, channel: COMMS },
      { type: "message", channel_type: "im", user: CAMILLE, text: "my own words" },
    ]);
    expect(told[0]).not.toHaveProperty("view");
    expect(hands.look(NADIA).home?.blocks).toMatchObject([{ type: "divider" }]);
  });
});

function dmOf(user: string): string {
  return running?.slack.hands.look(user).conversations.find(({ kind }) => kind === "dm")?.id ?? "";
}
