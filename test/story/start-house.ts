import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Newsstand, startNewsstand } from "../../src/sandbox/newsstand/start-newsstand.js";
import type { Hands } from "../../src/sandbox/slack/hands.js";
import { type LocalSlack, startLocalSlack } from "../../src/sandbox/slack/start-local-slack.js";
import { readAppManifest } from "../../src/sandbox/stage/app-manifest.js";
import { botEnvironment } from "../../src/sandbox/stage/bot-environment.js";
import { listenNear } from "../../src/sandbox/stage/listen-near.js";
import { repositoryRoot } from "../../src/sandbox/stage/page-files.js";
import { type LocalX, startLocalX } from "../../src/sandbox/x/start-local-x.js";
import { canarySecrets, canaryTokens } from "./canary.js";
import { type HeardAct, heardHands } from "./heard-hands.js";
import {
  APP_ID,
  BOT,
  CAMILLE,
  COMMS,
  COMPANY,
  HALL,
  NADIA,
  OTHER_ACCOUNT,
  PEOPLE,
  TEAM_ID,
  TOM,
  X_ACCOUNT,
} from "./people.js";
import { type BotRun, runBot } from "./run-bot.js";
import { until } from "./until.js";

export type Mode = "socket" | "http";

export type HouseOptions = {
  mode: Mode;
  /** On top of the sandbox's environment. */
  env?: Record<string, string>;
  privateTeamChannel?: boolean;
  /** False leaves the bot to the story. */
  withBot?: boolean;
};

/** Local Slack, local X, newsstand and the real bot as its own process, all on 127.0.0.1. */
export type House = {
  readonly mode: Mode;
  readonly slack: LocalSlack;
  readonly x: LocalX;
  readonly newsstand: Newsstand;
  /** Every act is kept, for `houseInOrder`. */
  readonly hands: Hands;
  readonly heard: HeardAct[];
  /** The bot's whole environment; what a story changes counts from the next start on. */
  readonly env: Record<string, string>;
  /** What of it names her other account at X. */
  readonly otherAccount: Record<string, string>;
  readonly secrets: readonly string[];
  readonly folder: string;
  /** Every life of the bot, the present one last. */
  readonly runs: BotRun[];
  /** A link to a well-made French article, another one for every name. */
  link(name: string): string;
  until<T>(what: string, probe: () => T | null | undefined | false, deadlineMs?: number): Promise<T>;
  /** Starts the bot and waits until it hears Slack. */
  startBot(): Promise<BotRun>;
  hearsSlack(): Promise<void>;
  close(): Promise<void>;
};

const READY_MS = 20_000;

export async function startHouse(options: HouseOptions): Promise<House> {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  try {
    return await raise(options, undo, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function raise(
  { mode, env: extra = {}, privateTeamChannel = false, withBot = true }: HouseOptions,
  undo: (() => Promise<unknown>)[],
  close: () => Promise<void>,
): Promise<House> {
  const secrets = canarySecrets();
  const { apiKey, apiKeySecret, accessToken, accessTokenSecret, ...slackSecrets } = secrets;
  const others = canaryTokens(OTHER_ACCOUNT.id);
  const folder = await mkdtemp(join(tmpdir(), "firsthand-story-"));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const newsstand = await startNewsstand();
  undo.push(() => newsstand.close());
  const x = await startLocalX({
    apiKey,
    apiKeySecret,
    accounts: [
      { ...X_ACCOUNT, accessToken, accessTokenSecret },
      { ...OTHER_ACCOUNT, ...others },
    ],
  });
  undo.push(() => x.close());
  const httpPort = mode === "http" ? await freePort() : null;
  const slack = await startLocalSlack({
    teamId: TEAM_ID,
    appId: APP_ID,
    ...slackSecrets,
    ...(await readAppManifest(join(repositoryRoot(), "manifest.yml"))),
    ...(httpPort !== null && { eventsUrl: `http://127.0.0.1:${httpPort}/slack/events` }),
    people: PEOPLE,
    channels: [
      { id: COMMS, name: "comms", isPrivate: privateTeamChannel, members: [NADIA, TOM, BOT.id] },
      { id: COMPANY, name: "company-account", isPrivate: false, members: [NADIA, TOM, BOT.id] },
      { id: HALL, name: "hall", isPrivate: false, members: [...PEOPLE, BOT].map(({ id }) => id) },
    ],
    botUserId: BOT.id,
    botName: BOT.name,
  });
  undo.push(() => slack.close());

  const key = randomBytes(32).toString("base64");
  const surroundings = {
    secrets,
    slackApiUrl: slack.apiUrl,
    xUrl: x.url,
    newsstandHost: newsstand.host,
    httpPort,
  };
  const env = {
    ...botEnvironment({ ...surroundings, databasePath: join(folder, "firsthand.db") }, process.env),
    SLACK_TEAM_ID: TEAM_ID,
    EXECUTIVE_ID: CAMILLE,
    TEAM_CHANNEL_ID: COMMS,
    CORPORATE_CHANNEL_ID: COMPANY,
    FIRSTHAND_KEY: key,
    LOG_LEVEL: "debug",
    HOLD_SECONDS: "0",
    ...extra,
  };
  const runs: BotRun[] = [];
  const heard: HeardAct[] = [];
  undo.push(async () => {
    for (const run of runs) run.kill("SIGKILL");
    await Promise.all(runs.map((run) => run.gone));
  });
  const scene = (): string =>
    [
      `problems: ${JSON.stringify([...slack.problems, ...x.problems])}`,
      `X: ${JSON.stringify(x.calls.map(({ method, path, status }) => [method, path, status]))}`,
      ...runs.map((run) => `${JSON.stringify(run.ended())}\n${run.output().slice(-1500)}`),
    ].join("\n");
  const waiting = <T>(what: string, probe: () => T | null | undefined | false, deadlineMs = 12_000) =>
    until(what, probe, { on: [slack.hands, x, ...runs], scene, deadlineMs });

  const house: House = {
    mode,
    slack,
    x,
    newsstand,
    hands: heardHands(slack.hands, heard),
    heard,
    env,
    otherAccount: {
      X_ACCESS_TOKEN: others.accessToken,
      X_ACCESS_TOKEN_SECRET: others.accessTokenSecret,
    },
    secrets: [...Object.values(secrets), ...Object.values(others), key],
    folder,
    runs,
    link: (name) => `${newsstand.url}/fil-du-rail/trains-de-nuit/edition-${name}`,
    until: waiting,
    async startBot() {
      const run = runBot(env);
      runs.push(run);
      await waiting(
        "the bot says it has started",
        () => run.output().includes('"started"') || run.ended(),
        READY_MS,
      );
      await house.hearsSlack();
      return run;
    },
    async hearsSlack() {
      const deadline = performance.now() + READY_MS;
      while (performance.now() < deadline) {
        if ((await slack.faults.deliverRaw("events_api", unasked())).acked) return;
        // Nobody says when a connection is there: asking is the only way to know.
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`The bot does not hear Slack.\n${scene()}`);
    },
    close,
  };
  if (withBot) await house.startBot();
  return house;
}

/** An event the bot did not ask for: every app acknowledges it, and nothing comes of it. */
function unasked() {
  const seconds = Date.now() / 1000;
  return {
    type: "event_callback",
    team_id: TEAM_ID,
    api_app_id: APP_ID,
    event_id: `Ev0UNASKED${Math.trunc(Date.now())}`,
    event_time: Math.trunc(seconds),
    authorizations: [
      { enterprise_id: null, team_id: TEAM_ID, user_id: BOT.id, is_bot: true, is_enterprise_install: false },
    ],
    event: { type: "emoji_changed", event_ts: String(seconds) },
  };
}

/** A port nobody holds now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenNear(server, 0);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
