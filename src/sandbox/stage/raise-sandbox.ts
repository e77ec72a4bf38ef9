import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startNewsstand } from "../newsstand/start-newsstand.js";
import { type LocalSlack, startLocalSlack } from "../slack/start-local-slack.js";
import { startLocalX } from "../x/start-local-x.js";
import { readAppManifest } from "./app-manifest.js";
import { botEnvironment, throwawaySecrets } from "./bot-environment.js";
import { type BotProcess, makeBotProcess } from "./bot-process.js";
import { APP_ID, BOT, CHANNELS, castNow, PEOPLE, TEAM_ID, X_ACCOUNT } from "./cast.js";
import { listenNear } from "./listen-near.js";
import { repositoryRoot } from "./page-files.js";
import { sandboxTroubles } from "./sandbox-troubles.js";
import { startStage } from "./start-stage.js";
import { makeTroubleBoard } from "./trouble-board.js";

export type SandboxOptions = {
  /** The page's port; a busy one is stepped over, 0 takes any. */
  port: number;
  /** Slack posts signed requests to the bot instead of holding a socket. */
  http: boolean;
  /** The bot's program; the built one of this repository. */
  botFile?: string;
  onBotLine: (line: string) => void;
  onBotCrash: (sentence: string) => void;
};

export type Sandbox = {
  url: string;
  port: number;
  bot: BotProcess;
  slack: LocalSlack;
  close(): Promise<void>;
};

const READY_WITHIN_MS = 20_000;

/**
 * Starts all of it on 127.0.0.1: Slack, X, newsstand, page, bot. Resolves when the bot hears Slack, or has failed to
 * (the page says so then). When a step fails, what was started before is stopped again and the failure is thrown.
 */
export async function raiseSandbox(options: SandboxOptions): Promise<Sandbox> {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  try {
    return { ...(await raise(options, undo)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function raise(
  options: SandboxOptions,
  undo: (() => Promise<unknown>)[],
): Promise<Omit<Sandbox, "close">> {
  const root = repositoryRoot();
  const secrets = throwawaySecrets(X_ACCOUNT.id);
  const { apiKey, apiKeySecret, accessToken, accessTokenSecret, ...slackSecrets } = secrets;

  const folder = await mkdtemp(join(tmpdir(), "firsthand-sandbox-"));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const newsstand = await startNewsstand({});
  undo.push(() => newsstand.close());
  const x = await startLocalX({
    apiKey,
    apiKeySecret,
    accounts: [{ ...X_ACCOUNT, accessToken, accessTokenSecret }],
  });
  undo.push(() => x.close());
  const httpPort = options.http ? await freePort() : null;
  const app = await readAppManifest(join(root, "manifest.yml"));
  const slack = await startLocalSlack({
    teamId: TEAM_ID,
    appId: APP_ID,
    ...slackSecrets,
    ...app,
    ...(httpPort !== null && { eventsUrl: `http://127.0.0.1:${httpPort}/slack/events` }),
    people: PEOPLE,
    channels: CHANNELS,
    botUserId: BOT.id,
    botName: BOT.name,
  });
  undo.push(() => slack.close());
  // Slack fetches a card's picture before it shows the card, and refuses the card whose picture it cannot fetch.
  slack.faults.refuseImages = (url) => newsstand.deadPictures.includes(url);

  const bot = makeBotProcess({
    args: ["--enable-source-maps", options.botFile ?? join(root, "dist", "main.js")],
    cwd: root,
    env: botEnvironment(
      {
        secrets,
        slackApiUrl: slack.apiUrl,
        xUrl: x.url,
        newsstandHost: newsstand.host,
        databasePath: join(folder, "firsthand.db"),
        httpPort,
      },
      process.env,
    ),
    onLine: options.onBotLine,
    onCrash: options.onBotCrash,
  });
  undo.push(() => bot.stop());
  bot.start();

  const stage = await startStage({
    port: options.port,
    app: { hearsDirectMessages: app.hearsDirectMessages },
    hands: slack.hands,
    x: {
      profile: () => ({ ...X_ACCOUNT, posts: [...x.posts].reverse() }),
      watch: (onChange) => x.watch(onChange),
    },
    articles: newsstand.articles,
    cast: () => castNow(slack.hands),
    bot,
    trouble: makeTroubleBoard(sandboxTroubles({ x: x.faults, slack: slack.faults, bot })),
  });
  undo.push(() => stage.close());
  await botHears(slack, bot);
  return { url: stage.url, port: stage.port, bot, slack };
}

/** Sends an event the bot did not ask for until it is acknowledged, as any app acknowledges it. */
async function botHears(slack: LocalSlack, bot: BotProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && bot.state().status === "running") {
    const { acked } = await slack.faults.deliverRaw("events_api", {
      type: "event_callback",
      team_id: TEAM_ID,
      api_app_id: APP_ID,
      event_id: `Ev0SANDBOX${Date.now()}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: TEAM_ID,
          user_id: BOT.id,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      event: { type: "emoji_changed", event_ts: String(Date.now() / 1000) },
    });
    if (acked) return;
    await pause(25);
  }
}

/** A port nobody holds now. The bot takes it a moment later; it says so itself if somebody was faster. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenNear(server, 0);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
