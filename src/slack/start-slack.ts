import { App, type Logger, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { Log, Now } from "../flows/ports.js";
import type { BotNeeds } from "./bot-needs.js";
import { httpDoor } from "./http-door.js";
import { keepSocketOpen } from "./keep-socket-open.js";
import { register } from "./register.js";
import { shieldReceiver } from "./shield-receiver.js";

/** How Slack reaches the bot. */
export type SlackMode =
  | { readonly kind: "socket"; readonly appToken: string }
  | { readonly kind: "http"; readonly signingSecret: string; readonly host: string; readonly port: number };

export type SlackOptions = {
  readonly botToken: string;
  readonly apiUrl: string | undefined;
  readonly mode: SlackMode;
  /** From auth.test, made before: Bolt does not ask again, for any event. */
  readonly bot: { readonly botId: string; readonly botUserId: string };
  readonly logger: Logger;
  readonly log: Log;
  readonly now: Now;
};

export type SlackDoor = {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Whether presses arrive, as far as can be told: in HTTP mode nothing is heard between them. */
  hears(): boolean;
};

/** Bolt, with every route registered, not yet listening. */
export async function openSlack(options: SlackOptions, needs: BotNeeds): Promise<SlackDoor> {
  const { mode } = options;
  const { receiver, door } =
    mode.kind === "socket" ? socketWay(mode.appToken, options) : httpWay(mode, options);
  const app = new App({
    token: options.botToken,
    ...options.bot,
    receiver: shieldReceiver(receiver, options.log),
    logger: options.logger,
    clientOptions: clientOptions(options.apiUrl),
    convoStore: false,
    deferInitialization: true,
    tokenVerificationEnabled: false,
  });
  await app.init();
  register(app, needs);
  return (
    door ?? {
      start: async () => void (await app.start()),
      stop: async () => void (await app.stop()),
      hears: () => true,
    }
  );
}

type Way = { readonly receiver: Receiver; readonly door: SlackDoor | null };

function socketWay(appToken: string, options: SlackOptions): Way {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: options.logger,
    autoReconnectEnabled: false,
    clientPingTimeout: 5_000,
    installerOptions: { clientOptions: clientOptions(options.apiUrl) },
  });
  const keeper = keepSocketOpen(receiver.client, options.log);
  return { receiver, door: { start: keeper.open, stop: keeper.close, hears: keeper.hears } };
}

function httpWay(mode: Extract<SlackMode, { kind: "http" }>, { logger, now }: SlackOptions): Way {
  return { receiver: httpDoor({ ...mode, logger, now }), door: null };
}

/** Made anew for each use: the libraries write into what they are given. */
function clientOptions(apiUrl: string | undefined) {
  return {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    timeout: 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
}
