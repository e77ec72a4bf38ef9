/** Everything the local Slack must know at its start: the workspace, the app as installed, where its payloads go. */
export type LocalSlackOptions = {
  /** Port of the Web API on 127.0.0.1; 0 (the default) takes a free one. */
  port?: number;
  teamId: string;
  appId: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** Bot scopes the installation granted; every method is held to them. */
  scopes: readonly string[];
  /** HTTP mode: where signed payloads are posted. Absent: Socket Mode. */
  eventsUrl?: string;
  people: readonly PersonOptions[];
  /** The bot is in a channel when its user id is among the members. */
  channels: readonly ChannelOptions[];
  botUserId: string;
  botName: string;
  commands: readonly { command: string; description: string; usageHint: string }[];
  shortcuts: readonly {
    name: string;
    type: "global" | "message";
    callbackId: string;
    description: string;
  }[];
  /** Event types the manifest subscribes to, such as `app_home_opened`. */
  events: readonly string[];
  /** Unix milliseconds; trigger ids, response urls and timestamps follow it. */
  now?: () => number;
  /** How long Slack waits for an acknowledgement, milliseconds; default 3000. */
  ackDeadlineMs?: number;
};

export type PersonOptions = {
  id: string;
  name: string;
  realName: string;
  locale: string;
  tz: string;
  role: string;
  isBot?: boolean;
  /** A guest of some channels. */
  isRestricted?: boolean;
  /** A guest of one channel. */
  isUltraRestricted?: boolean;
  /** Of another workspace, here through a shared channel. */
  isStranger?: boolean;
  /** The workspace they belong to, where that is another. */
  teamId?: string;
  /** The account was closed. */
  deleted?: boolean;
};

export type ChannelOptions = { id: string; name: string; isPrivate: boolean; members: readonly string[] };
