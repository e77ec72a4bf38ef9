import { App, HTTPReceiver, SocketModeReceiver } from "@slack/bolt";
import type { LocalSlackOptions } from "../../../src/sandbox/slack/local-slack-options.js";
import { type LocalSlack, startLocalSlack } from "../../../src/sandbox/slack/start-local-slack.js";
import { workspaceOptions } from "./local-slack-fixture.js";
import { quietLogger } from "./quiet-logger.js";

export type Running = { slack: LocalSlack; app: App; stop(): Promise<void> };

const clientOptions = (slackApiUrl: string) => ({ slackApiUrl, retryConfig: { retries: 0 } });

/**
 * A real Bolt app over a real Socket Mode connection. Its ping timeout (milliseconds) is also how long it waits before it
 * connects again: short only where a test is about that, or a busy machine is taken for a dead connection.
 */
export async function socketApp(
  listen: (app: App) => void,
  over: Partial<LocalSlackOptions> = {},
  clientPingTimeout = 5000,
): Promise<Running> {
  const options = workspaceOptions(over);
  const slack = await startLocalSlack(options);
  const app = new App({
    token: options.botToken,
    receiver: new SocketModeReceiver({
      appToken: options.appToken,
      logger: quietLogger,
      clientPingTimeout,
      installerOptions: { clientOptions: clientOptions(slack.apiUrl) },
    }),
    deferInitialization: true,
    convoStore: false,
    logger: quietLogger,
    clientOptions: clientOptions(slack.apiUrl),
  });
  listen(app);
  await app.init();
  await app.start();
  return {
    slack,
    app,
    async stop() {
      await app.stop();
      await slack.close();
    },
  };
}

/** A real Bolt app behind its own signed HTTP endpoint. */
export async function httpApp(
  listen: (app: App) => void,
  over: Partial<LocalSlackOptions> = {},
): Promise<Running & { eventsUrl: string }> {
  const options = workspaceOptions(over);
  const receiver = new HTTPReceiver({ signingSecret: options.signingSecret, logger: quietLogger });
  // The local Slack must know the app's port and the app the local Slack's: the port is taken first.
  const port = await freePort();
  const eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  const slack = await startLocalSlack({ ...options, eventsUrl });
  const app = new App({
    token: options.botToken,
    receiver,
    deferInitialization: true,
    convoStore: false,
    logger: quietLogger,
    clientOptions: clientOptions(slack.apiUrl),
  });
  listen(app);
  await app.init();
  await app.start({ port, host: "127.0.0.1" });
  return {
    slack,
    app,
    eventsUrl,
    async stop() {
      await app.stop();
      await slack.close();
    },
  };
}

async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port.");
  return address.port;
}
