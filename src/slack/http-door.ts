import { createServer, type IncomingMessage } from "node:http";
import { type App, HTTPReceiver, type Receiver } from "@slack/bolt";

const path = "/slack/events";

/** Slack signs with its clock; ours may differ by this much, either way. */
const clockSlackS = 300;

/**
 * HTTP mode: `POST /slack/events`. Bolt checks the signature and refuses old requests, but takes one signed for the
 * future (facts/trust.md M6): that is refused before it. Bodies are bounded.
 */
export function httpDoor(options: {
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
  readonly now: () => number;
  readonly logger: NonNullable<ConstructorParameters<typeof HTTPReceiver>[0]["logger"]>;
}): Receiver {
  const inner = new HTTPReceiver({
    signingSecret: options.signingSecret,
    endpoints: path,
    bodyLimit: "1mb",
    logger: options.logger,
  });
  const server = createServer((request, response) => {
    if (fromTheFuture(request, options.now())) {
      response.writeHead(401).end();
      return;
    }
    // Bolt's listener throws on any other address, which would end the process.
    if (!isForSlack(request)) {
      response.writeHead(404).end();
      return;
    }
    inner.requestListener(request, response);
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  return {
    init: (app: App) => inner.init(app),
    start: () =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(options.port, options.host, () => resolve(server));
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function fromTheFuture(request: IncomingMessage, now: number): boolean {
  const stamp = Number(request.headers["x-slack-request-timestamp"]);
  return Number.isFinite(stamp) && stamp > now / 1000 + clockSlackS;
}

function isForSlack(request: IncomingMessage): boolean {
  return request.method === "POST" && request.url?.split("?")[0] === path;
}
