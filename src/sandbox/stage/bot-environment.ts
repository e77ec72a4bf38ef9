import { randomBytes } from "node:crypto";
import { COMPANY_CHANNEL, EXECUTIVE, TEAM_CHANNEL, TEAM_ID } from "./cast.js";

export type Secrets = {
  botToken: string;
  appToken: string;
  signingSecret: string;
  apiKey: string;
  apiKeySecret: string;
  accessToken: string;
  accessTokenSecret: string;
};

/** Fresh for every start, worth nothing outside this machine. */
export function throwawaySecrets(xAccountId: string): Secrets {
  const random = (): string => randomBytes(18).toString("hex");
  return {
    botToken: `xoxb-${random()}`,
    appToken: `xapp-1-${random()}`,
    signingSecret: randomBytes(16).toString("hex"),
    apiKey: random(),
    apiKeySecret: random(),
    accessToken: `${xAccountId}-${random()}`,
    accessTokenSecret: random(),
  };
}

export type BotSurroundings = {
  secrets: Secrets;
  slackApiUrl: string;
  xUrl: string;
  newsstandHost: string;
  databasePath: string;
  /** HTTP mode: where the bot listens. Null: Socket Mode. */
  httpPort: number | null;
};

/**
 * The bot's whole environment. Of the machine's own only what a process needs to run is passed on, so that tokens of a
 * real workspace in a developer's shell never reach the sandbox.
 */
export function botEnvironment(given: BotSurroundings, machine: NodeJS.ProcessEnv): Record<string, string> {
  const { secrets } = given;
  const kept = ["PATH", "HOME", "LANG", "TMPDIR", "TEMP", "SYSTEMROOT", "LOG_LEVEL", "NODE_EXTRA_CA_CERTS"];
  const own = kept.flatMap((name): [string, string][] => {
    const value = machine[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(own),
    SLACK_BOT_TOKEN: secrets.botToken,
    ...(given.httpPort === null
      ? { SLACK_APP_TOKEN: secrets.appToken }
      : { SLACK_SIGNING_SECRET: secrets.signingSecret, PORT: String(given.httpPort) }),
    SLACK_API_URL: given.slackApiUrl,
    SLACK_TEAM_ID: TEAM_ID,
    EXECUTIVE_ID: EXECUTIVE.id,
    TEAM_CHANNEL_ID: TEAM_CHANNEL.id,
    CORPORATE_CHANNEL_ID: COMPANY_CHANNEL.id,
    X_API_KEY: secrets.apiKey,
    X_API_KEY_SECRET: secrets.apiKeySecret,
    X_ACCESS_TOKEN: secrets.accessToken,
    X_ACCESS_TOKEN_SECRET: secrets.accessTokenSecret,
    X_API_URL: given.xUrl,
    ARTICLE_ALLOWED_HOSTS: given.newsstandHost,
    DATABASE_PATH: given.databasePath,
    FIRSTHAND_KEY: randomBytes(32).toString("base64"),
    CARD_HOURS: "always",
    CARDS_PER_DAY: "0",
    CARDS_AT_ONCE: "0",
    SUGGESTIONS_PER_HOUR: "0",
    HOLD_SECONDS: "5",
  };
}
