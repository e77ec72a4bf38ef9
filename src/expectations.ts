import type { VariableName } from "./environment.js";

type Expectation = {
  /** Completes «expected …». */
  readonly expected: string;
  /** Where to get it, or what happens without it. One sentence. */
  readonly from: string;
};

const slackIds = "In Slack: open the details, the id stands at the bottom.";
const slackApp = "api.slack.com/apps, your app";
const xApp = "developer.x.com, your app, «Keys and tokens»";
const leaveOut = "Leave it out for the default.";
const bothOrNeither = `Both or neither. ${xApp}: make them as the executive, with «Read and write».`;

/** What each variable should hold, in words for whoever sets the bot up. */
export const expectations: Readonly<Record<VariableName, Expectation>> = {
  SLACK_BOT_TOKEN: {
    expected: "a bot token beginning with xoxb-",
    from: `${slackApp}, «OAuth & Permissions».`,
  },
  SLACK_APP_TOKEN: {
    expected:
      "an app-level token beginning with xapp-, with connections:write (for HTTP mode leave it out and set SLACK_SIGNING_SECRET and PORT)",
    from: `${slackApp}, «Basic Information», «App-Level Tokens».`,
  },
  SLACK_SIGNING_SECRET: {
    expected: "the signing secret (HTTP mode only)",
    from: `${slackApp}, «Basic Information», «App Credentials».`,
  },
  PORT: {
    expected: "a port from 1 to 65535 (HTTP mode only)",
    from: "The one that https://…/slack/events of your proxy leads to.",
  },
  HOST: { expected: "an address to listen on (HTTP mode only)", from: "Leave it out for 127.0.0.1." },
  SLACK_API_URL: {
    expected: "an https: address, or an http: one on loopback with a port",
    from: "Leave it out for Slack's own.",
  },
  SLACK_TEAM_ID: {
    expected: "the workspace's id, beginning with T",
    from: "In Slack on the web: the part of the address after /client/.",
  },
  EXECUTIVE_ID: {
    expected: "the executive's Slack user id, beginning with U or W",
    from: "In Slack: her profile, the three dots, «Copy member ID».",
  },
  TEAM_CHANNEL_ID: { expected: "a channel's id, beginning with C or G", from: slackIds },
  CORPORATE_CHANNEL_ID: { expected: "a channel's id, beginning with C or G", from: slackIds },
  EXECUTIVE_TIMEZONE: {
    expected: "an IANA time zone such as Europe/Paris",
    from: "Leave it out for the zone of her Slack profile.",
  },
  X_API_KEY: { expected: "the X app's API key", from: `${xApp}.` },
  X_API_KEY_SECRET: { expected: "the X app's API key secret", from: `${xApp}.` },
  X_ACCESS_TOKEN: { expected: "the executive's access token", from: bothOrNeither },
  X_ACCESS_TOKEN_SECRET: { expected: "the executive's access token secret", from: bothOrNeither },
  X_API_URL: {
    expected: "http://127.0.0.1:PORT, on loopback, with a port and nothing after it",
    from: "For tests and the sandbox only: leave it out to post on X.",
  },
  HOLD_SECONDS: { expected: "whole seconds from 0 to 600", from: leaveOut },
  CARDS_AT_ONCE: { expected: "a whole number from 0 (no limit) to 100", from: leaveOut },
  CARDS_PER_DAY: { expected: "a whole number from 0 (no limit) to 1000", from: leaveOut },
  CARD_HOURS: { expected: "«always», or days and hours such as Mon-Fri 08:00-20:00", from: leaveOut },
  SUGGESTIONS_PER_HOUR: { expected: "a whole number from 0 (no limit) to 10000", from: leaveOut },
  FIRSTHAND_KEY: {
    expected: "one or more random keys of 32 bytes in base64, comma-separated, the current one first",
    from: "Make one with: openssl rand -base64 32",
  },
  DATABASE_PATH: { expected: "a path to a file", from: leaveOut },
  ARTICLE_ALLOWED_HOSTS: {
    expected: "comma-separated host:port on loopback",
    from: "For tests and the sandbox only: leave it out.",
  },
  HEALTH_PORT: { expected: "a port from 1 to 65535", from: "Leave it out for no health page." },
  LOG_LEVEL: { expected: "debug, info, warn, error or silent", from: leaveOut },
};
