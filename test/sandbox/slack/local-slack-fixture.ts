import type { LocalSlackOptions } from "../../../src/sandbox/slack/local-slack-options.js";

export const TEAM = "T0FIRST001";
export const BOT = "U0BOT00001";
export const NADIA = "U0NADIA001";
export const CAMILLE = "U0CAMIL001";
export const OLGA = "U0OLGA0001";
export const COMMS = "C0COMMS001";
export const BOARD = "C0BOARD001";
export const GENERAL = "C0GENERAL1";

export const ALL_SCOPES = [
  "commands",
  "chat:write",
  "im:write",
  "im:history",
  "users:read",
  "channels:read",
  "groups:read",
  "channels:history",
  "groups:history",
  "team:read",
];

/** A workspace of three people, a public channel, a private one the bot is in, and one it is not in. */
export function workspaceOptions(over: Partial<LocalSlackOptions> = {}): LocalSlackOptions {
  return {
    teamId: TEAM,
    appId: "A0FIRST001",
    botToken: "xoxb-test-token",
    appToken: "xapp-test-token",
    signingSecret: "test-signing-secret",
    scopes: ALL_SCOPES,
    people: [
      person(NADIA, "nadia", "Nadia Benali", "fr-FR", "Europe/Paris"),
      person(CAMILLE, "camille", "Camille Laurent", "fr-FR", "Europe/Paris"),
      person(OLGA, "olga", "Olga Lindqvist", "en-GB", "Europe/Stockholm"),
    ],
    channels: [
      { id: COMMS, name: "comms", isPrivate: false, members: [NADIA, BOT] },
      { id: BOARD, name: "board", isPrivate: true, members: [CAMILLE, BOT] },
      { id: GENERAL, name: "general", isPrivate: false, members: [NADIA, CAMILLE, OLGA] },
    ],
    botUserId: BOT,
    botName: "Firsthand",
    commands: [{ command: "/suggest", description: "Suggest an article", usageHint: "<link>" }],
    shortcuts: [
      { name: "Suggest", type: "global", callbackId: "suggest", description: "Suggest an article" },
      { name: "Suggest this", type: "message", callbackId: "suggest_message", description: "Suggest it" },
    ],
    events: ["app_home_opened", "member_joined_channel", "member_left_channel", "message.im"],
    ...over,
  };
}

const person = (id: string, name: string, realName: string, locale: string, tz: string) => ({
  id,
  name,
  realName,
  locale,
  tz,
  role: "a person of the tests",
});
