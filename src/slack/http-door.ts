import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type App, HTTPModuleFunctions, HTTPReceiver, isRawBodyError, type Receiver } from "@slack/bolt";
import { clockToleranceMs } from "../core/trouble.js";
import { isRecord } from "./is-record.js";

const path = "/slack/events";
const bodyLimit = "1mb";

/**
 * HTTP mode: `POST /slack/events`. Bolt checks the signature and refuses old requests, but takes one signed for the
 * future (facts/trust.md M6): that is refused before it, as far as our clock may be believed. Bodies are bounded, and a signed one that is no object is
 * refused here, because Bolt looks into it where nobody hears the error.
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
    bodyLimit,
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
    void readSigned(request, response, options)
      .then((read) => read && inner.requestListener(request, response))
      .catch(() => response.destroy());
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

/** Reads the body, which stays on the request for Bolt. False: this was no delivery of Slack's, and is answered. */
async function readSigned(
  request: IncomingMessage,
  response: ServerResponse,
  { signingSecret }: { readonly signingSecret: string },
): Promise<boolean> {
  const refuse = (status: number) => {
    response.writeHead(status).end();
    return false;
  };
  const read = await HTTPModuleFunctions.parseAndVerifyHTTPRequest(
    { signingSecret, bodyLimit },
    request,
  ).catch((error: unknown) => (isRawBodyError(error) && error.statusCode === 413 ? 413 : 401));
  if (typeof read === "number") return refuse(read);
  try {
    return isRecord(HTTPModuleFunctions.parseHTTPRequestBody(read)) || refuse(400);
  } catch {
    return refuse(400);
  }
}

function fromTheFuture(request: IncomingMessage, now: number): boolean {
  const stamp = Number(request.headers["x-slack-request-timestamp"]);
  return Number.isFinite(stamp) && stamp * 1000 > now + clockToleranceMs;
}

function isForSlack(request: IncomingMessage): boolean {
  return request.method === "POST" && request.url?.split("?")[0] === path;
}
