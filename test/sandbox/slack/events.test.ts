import type { App } from "@slack/bolt";
import { afterEach, describe, expect, it } from "vitest";
import type { LocalSlackOptions } from "../../../src/sandbox/slack/local-slack-options.js";
import { type Running, socketApp } from "./bolt-app-fixture.js";
import { clientOf } from "./form-app-fixture.js";
import { ALL_SCOPES, BOARD, CAMILLE, COMMS, NADIA, OLGA } from "./local-slack-fixture.js";

let running: Running | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

type Told = { body: Record<string, unknown>; event: Record<string, unknown> };

/** An app told everything, its own messages included. */
async function listening(told: Told[], over: Partial<LocalSlackOptions> = {}): Promise<Running> {
  running = await socketApp((app: App) => {
    app.use(async ({ body, payload, next }) => {
      told.push({ body: body as never, event: payload as never });
      await next();
    });
  }, over);
  return running;
}
const dmOf = (slack: Running["slack"], user: string) =>
  slack.hands.look(user).conversations.find(({ kind }) => kind === "dm")?.id ?? "";

describe("an event", () => {
  it("comes in the wrapper Slack puts around it", async () => {
    const told: Told[] = [];
    const { slack } = await listening(told);
    const acted = await slack.hands.openHome({ user: OLGA });
    expect(acted).toMatchObject({ slackError: null, fieldErrors: null });
    expect(told[0]?.body).toMatchObject({
      type: "event_callback",
      token: expect.any(String),
      team_id: "T0FIRST001",
      api_app_id: "A0FIRST001",
      event_id: expect.stringMatching(/^Ev/),
      event_time: expect.any(Number),
      authorizations: [{ team_id: "T0FIRST001", user_id: "U0BOT00001", is_bot: true }],
      event: { type: "app_home_opened", channel: dmOf(slack, OLGA), tab: "home" },
    });
  });

  it("the app did not subscribe to is not sent", async () => {
    const told: Told[] = [];
    const { slack } = await listening(told, { events: ["app_home_opened"] });
    await slack.hands.say({ user: CAMILLE, channel: dmOf(slack, CAMILLE), text: "hello" });
    await slack.hands.join({ user: OLGA, channel: COMMS });
    await slack.hands.openHome({ user: OLGA });
    expect(told.map(({ event }) => event.type)).toEqual(["app_home_opened"]);
    expect(slack.usedScopes()).toEqual([]);
  });

  it("under a scope that was not granted is not sent, and is written down", async () => {
    const told: Told[] = [];
    const { slack } = await listening(told, {
      scopes: ALL_SCOPES.filter((scope) => scope !== "im:history"),
    });
    await slack.hands.say({ user: CAMILLE, channel: dmOf(slack, CAMILLE), text: "hello" });
    expect(told).toEqual([]);
    expect(slack.problems).toEqual([expect.stringContaining("message.im needs the scope im:history")]);
  });

  it("of people coming and going tells public from private channels", async () => {
    const told: Told[] = [];
    const { slack } = await listening(told);
    await slack.hands.join({ user: OLGA, channel: BOARD });
    await slack.hands.join({ user: OLGA, channel: COMMS });
    await slack.hands.join({ user: OLGA, channel: COMMS });
    expect(told.map(({ event }) => [event.type, event.channel_type])).toEqual([
      ["member_joined_channel", "G"],
      ["member_joined_channel", "C"],
    ]);
    expect(slack.usedScopes()).toEqual(["channels:read", "groups:read"]);
  });

  it("of the bot's own message carries its bot id, and an edit both versions", async () => {
    const told: Told[] = [];
    const app = await listening(told);
    const client = clientOf(app);
    const { channel = "", ts = "" } = await client.chat.postMessage({ channel: CAMILLE, text: "first" });
    await client.chat.update({ channel, ts, text: "second" });
    await client.chat.delete({ channel, ts });
    await expect
      .poll(() => told.map(({ event }) => event.subtype), { timeout: 5000 })
      .toContain("message_deleted");
    const edit = told.find(({ event }) => event.subtype === "message_changed")?.event;
    expect(edit).toMatchObject({
      channel,
      channel_type: "im",
      message: { ts, text: "second", bot_id: expect.stringMatching(/^B/), edited: expect.any(Object) },
      previous_message: { text: "first" },
    });
  });

  it("of a language change is none, but the next look at the profile shows it", async () => {
    const told: Told[] = [];
    const app = await listening(told);
    await app.slack.hands.setLocale({ user: NADIA, locale: "en-GB" });
    const { user } = await clientOf(app).users.info({ user: NADIA, include_locale: true });
    expect(user?.locale).toBe("en-GB");
    expect(told).toEqual([]);
  });

  it("of another zone is none either, and the next look at the profile shows that too", async () => {
    const told: Told[] = [];
    const app = await listening(told);
    await app.slack.hands.setZone({ user: NADIA, tz: "America/New_York" });
    const { user } = await clientOf(app).users.info({ user: NADIA });
    expect(user?.tz).toBe("America/New_York");
    expect(told).toEqual([]);
  });
});
