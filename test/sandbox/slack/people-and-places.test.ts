import { WebClient } from "@slack/web-api";
import { afterEach, describe, expect, it } from "vitest";
import type { LocalSlackOptions, PersonOptions } from "../../../src/sandbox/slack/local-slack-options.js";
import { type LocalSlack, startLocalSlack } from "../../../src/sandbox/slack/start-local-slack.js";
import { BOT, CAMILLE, COMMS, NADIA, TEAM, workspaceOptions } from "./local-slack-fixture.js";

let slack: LocalSlack;
afterEach(() => slack.close());

async function started(over: Partial<LocalSlackOptions> = {}) {
  slack = await startLocalSlack(workspaceOptions(over));
  return new WebClient("xoxb-test-token", { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
}

describe("people and places", () => {
  it("a profile has zone, offset and, when asked for, language", async () => {
    const client = await started({ now: () => Date.UTC(2026, 6, 1) });
    const { user } = await client.users.info({ user: CAMILLE, include_locale: true });
    expect(user).toMatchObject({ locale: "fr-FR", tz: "Europe/Paris", tz_offset: 7200, is_bot: false });
    expect((await client.users.info({ user: CAMILLE })).user?.locale).toBeUndefined();
  });

  it("guests, people of other workspaces and closed accounts are told as Slack tells them", async () => {
    const [nadia, camille] = workspaceOptions().people as [PersonOptions, PersonOptions];
    const client = await started({
      people: [
        { ...nadia, isUltraRestricted: true },
        { ...camille, teamId: "T0OTHER", isStranger: true, deleted: true },
      ],
    });
    const guest = { team_id: TEAM, is_restricted: true, is_ultra_restricted: true, deleted: false };
    expect((await client.users.info({ user: NADIA })).user).toMatchObject(guest);
    const stranger = { team_id: "T0OTHER", is_restricted: false, is_stranger: true, deleted: true };
    expect((await client.users.info({ user: CAMILLE })).user).toMatchObject(stranger);
    expect(slack.hands.look(NADIA).conversations.map(({ name }) => name)).not.toContain("board");
  });

  it("the way from the token to the app leads over its bot, which alone can be asked about", async () => {
    const client = await started({ now: () => Date.UTC(2026, 6, 1) });
    const auth = await client.auth.test();
    expect(auth).not.toHaveProperty("app_id");
    expect(auth).toMatchObject({
      user: "firsthand",
      user_id: BOT,
      team_id: TEAM,
      bot_id: expect.any(String),
    });
    const { bot } = await client.bots.info({ bot: auth.bot_id ?? "" });
    expect(bot).toEqual({
      id: auth.bot_id,
      app_id: "A0FIRST001",
      name: "Firsthand",
      user_id: BOT,
      deleted: false,
      updated: Date.UTC(2026, 6, 1) / 1000,
      icons: { image_36: expect.any(String), image_48: expect.any(String), image_72: expect.any(String) },
    });
    for (const other of [{ bot: "B0NOBODY" }, { bot: BOT }, {}]) {
      await expect(client.bots.info(other)).rejects.toMatchObject({ data: { error: "bot_not_found" } });
    }
  });

  it("members come in pages", async () => {
    const client = await started();
    const first = await client.conversations.members({ channel: COMMS, limit: 1 });
    const cursor = first.response_metadata?.next_cursor ?? "";
    const second = await client.conversations.members({ channel: COMMS, limit: 1, cursor });
    expect([...(first.members ?? []), ...(second.members ?? [])]).toEqual([NADIA, BOT]);
    expect(second.response_metadata?.next_cursor).toBe("");
  });

  it("a permalink names the conversation and the message", async () => {
    const client = await started();
    const { ts = "" } = await client.chat.postMessage({ channel: COMMS, text: "hello" });
    const { permalink } = await client.chat.getPermalink({ channel: COMMS, message_ts: ts });
    expect(permalink).toContain(`/archives/${COMMS}/p${ts.replace(".", "")}`);
  });
});
