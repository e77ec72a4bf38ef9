import type { SlackChannelId, SlackTeamId, SlackUserId } from "./core/ids.js";
import type { PostingHours } from "./core/posting-hours.js";
import { type Environment, environment, type VariableName } from "./environment.js";
import { expectations } from "./expectations.js";

/** Everything the environment decides, read once at start. Variables and meanings: CONTRACT «Environment». */
export type Config = {
  readonly slack: {
    readonly botToken: string;
    /** Ends in a slash; undefined: Slack's own. */
    readonly apiUrl: string | undefined;
    readonly teamId: SlackTeamId;
    readonly mode:
      | { readonly kind: "socket"; readonly appToken: string }
      | {
          readonly kind: "http";
          readonly signingSecret: string;
          readonly host: string;
          readonly port: number;
        };
  };
  readonly executiveId: SlackUserId;
  readonly teamChannelId: SlackChannelId;
  readonly corporateChannelId: SlackChannelId | null;
  /** IANA; null: the one in the executive's Slack profile. */
  readonly executiveZone: string | null;
  readonly x: {
    readonly apiKey: string;
    readonly apiKeySecret: string;
    readonly tokens: { readonly accessToken: string; readonly accessTokenSecret: string } | null;
    /** An origin on loopback; null: X itself. */
    readonly apiUrl: string | null;
  };
  readonly holdSeconds: number;
  /** 0: no limit. */
  readonly cards: { readonly atOnce: number; readonly perDay: number; readonly hours: PostingHours };
  /** Per person; 0: no limit. */
  readonly suggestionsPerHour: number;
  /** Roots of 32 bytes, the current first. */
  readonly keys: readonly [Buffer, ...Buffer[]];
  readonly databasePath: string;
  /** `host:port` on loopback. */
  readonly articleAllowedHosts: readonly string[];
  readonly healthPort: number | null;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
};

export type ConfigRead =
  | { readonly kind: "config"; readonly config: Config }
  | { readonly kind: "complaints"; readonly complaints: readonly string[] };

/**
 * Reads the environment: the whole configuration, or every complaint at once, one line per variable. No line holds
 * anything of a value.
 */
export function readConfig(env: NodeJS.ProcessEnv): ConfigRead {
  const given = onlyGiven(env);
  const parsed = environment.safeParse(given);
  const mode = parsed.success ? modeOf(parsed.data) : null;
  const alone = missingTogether(given);
  if (parsed.success && mode && alone.length === 0) {
    return { kind: "config", config: configOf(parsed.data, mode, tokensOf(parsed.data)) };
  }
  const wrong = new Set<PropertyKey | undefined>(parsed.error?.issues.map((issue) => issue.path[0]));
  for (const name of alone) wrong.add(name);
  const complaints = variableNames.filter((name) => wrong.has(name)).map((name) => complain(name, given));
  return { kind: "complaints", complaints };
}

type Given = Partial<Record<VariableName, string>>;

/** Every variable that is read, in the order of the contract. */
export const variableNames = Object.keys(environment.shape) as VariableName[];

/** An empty variable is one that is not set: compose files and .env files cannot say it otherwise. */
function onlyGiven(env: NodeJS.ProcessEnv): Given {
  const given: Given = {};
  for (const name of variableNames) {
    const value = env[name]?.trim();
    if (value) given[name] = value;
  }
  return given;
}

function complain(name: VariableName, given: Given): string {
  const { expected, from } = expectations[name];
  return `${name} is ${given[name] === undefined ? "missing" : "malformed"}: expected ${expected}. ${from}`;
}

/** What is missing beside what is there: one way to hear from Slack, and the other half of her tokens. */
function missingTogether(given: Given): readonly VariableName[] {
  const http = ["SLACK_SIGNING_SECRET", "PORT"] as const;
  const wantsHttp = !given.SLACK_APP_TOKEN && http.some((name) => given[name]);
  const tokens = ["X_ACCESS_TOKEN", "X_ACCESS_TOKEN_SECRET"] as const;
  const needed: readonly VariableName[] = [
    ...(wantsHttp ? http : (["SLACK_APP_TOKEN"] as const)),
    ...(tokens.some((name) => given[name]) ? tokens : []),
  ];
  return needed.filter((name) => given[name] === undefined);
}

function modeOf(env: Environment): Config["slack"]["mode"] | null {
  if (env.SLACK_APP_TOKEN) return { kind: "socket", appToken: env.SLACK_APP_TOKEN };
  if (env.SLACK_SIGNING_SECRET === undefined || env.PORT === undefined) return null;
  return { kind: "http", signingSecret: env.SLACK_SIGNING_SECRET, host: env.HOST, port: env.PORT };
}

function tokensOf(env: Environment): Config["x"]["tokens"] {
  if (env.X_ACCESS_TOKEN === undefined || env.X_ACCESS_TOKEN_SECRET === undefined) return null;
  return { accessToken: env.X_ACCESS_TOKEN, accessTokenSecret: env.X_ACCESS_TOKEN_SECRET };
}

function configOf(env: Environment, mode: Config["slack"]["mode"], tokens: Config["x"]["tokens"]): Config {
  return {
    slack: { botToken: env.SLACK_BOT_TOKEN, apiUrl: env.SLACK_API_URL, teamId: env.SLACK_TEAM_ID, mode },
    executiveId: env.EXECUTIVE_ID,
    teamChannelId: env.TEAM_CHANNEL_ID,
    corporateChannelId: env.CORPORATE_CHANNEL_ID ?? null,
    executiveZone: env.EXECUTIVE_TIMEZONE ?? null,
    x: { apiKey: env.X_API_KEY, apiKeySecret: env.X_API_KEY_SECRET, tokens, apiUrl: env.X_API_URL ?? null },
    holdSeconds: env.HOLD_SECONDS,
    cards: { atOnce: env.CARDS_AT_ONCE, perDay: env.CARDS_PER_DAY, hours: env.CARD_HOURS },
    suggestionsPerHour: env.SUGGESTIONS_PER_HOUR,
    keys: env.FIRSTHAND_KEY,
    databasePath: env.DATABASE_PATH,
    articleAllowedHosts: env.ARTICLE_ALLOWED_HOSTS,
    healthPort: env.HEALTH_PORT ?? null,
    logLevel: env.LOG_LEVEL,
  };
}
