import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SocketModeReceiver } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import type { LogEvent } from "../../src/flows/ports.js";
import { keepSocketOpen, type SocketKeeper } from "../../src/slack/keep-socket-open.js";
import { quietLogger } from "../sandbox/slack/quiet-logger.js";

const times = { hello: 1_000, silence: 120, watch: 20, firstWait: 5, longestWait: 20 };

/** A Slack that says hello and then whatever a test wants, also nothing at all. */
let server: Server;
let sockets: WebSocketServer;
let refusals: number;
let keeper: SocketKeeper;
let said: LogEvent[];

beforeEach(async () => {
  refusals = 0;
  said = [];
  server = createServer((_, response) => {
    if (refusals > 0) {
      refusals -= 1;
      response.writeHead(503).end("no");
      return;
    }
    const { port } = server.address() as AddressInfo;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/` }));
  });
  // Never a pong: this peer is silent without having closed.
  sockets = new WebSocketServer({ server, autoPong: false });
  sockets.on("connection", (socket) => socket.send(JSON.stringify({ type: "hello" })));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const receiver = new SocketModeReceiver({
    appToken: "xapp-test",
    autoReconnectEnabled: false,
    clientPingTimeout: 60_000,
    logger: quietLogger,
    installerOptions: {
      clientOptions: { slackApiUrl: `http://127.0.0.1:${port}/api/`, retryConfig: { retries: 0 } },
    },
  });
  keeper = keepSocketOpen(receiver.client, (event) => said.push(event), times);
});

afterEach(async () => {
  await keeper.close();
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
  server.closeAllConnections();
  server.close();
});

async function nextConnection(): Promise<WebSocket> {
  const [socket] = (await once(sockets, "connection")) as [WebSocket];
  return socket;
}

describe("the socket to Slack", () => {
  it("is opened anew when it falls silent without closing", async () => {
    const first = nextConnection();
    await keeper.open();
    await first;
    await nextConnection();
    expect(said).toContain("slack_silent");
  });

  it("is opened anew at once when Slack refreshes it", async () => {
    const first = nextConnection();
    await keeper.open();
    const again = nextConnection();
    (await first).send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    await again;
    expect(said).not.toContain("failed");
  });

  it("comes back after Slack has refused connections for a while, and the process lives", async () => {
    const first = nextConnection();
    await keeper.open();
    refusals = 3;
    const again = nextConnection();
    (await first).terminate();
    await again;
    expect(refusals).toBe(0);
    expect(said.filter((event) => event === "slack_failed")).toHaveLength(3);
  });

  it("says so when the very first connection cannot be had", async () => {
    refusals = 1;
    await expect(keeper.open()).rejects.toThrow();
  });

  it.each([
    ["null", "null"],
    ["a number", "5"],
    ["a list", "[]"],
    ["no JSON", "{"],
    ["an object without anything", "{}"],
    ["a frame without an envelope", JSON.stringify({ type: "events_api", payload: null })],
    ["a frame named as the client's own events", JSON.stringify({ type: "ws_message" })],
  ])("hears %s, says so in the log, and goes on", async (_, frame) => {
    const first = nextConnection();
    await keeper.open();
    const socket = await first;
    socket.send(frame);
    await expect.poll(() => said).toEqual(["press_refused"]);
    const again = nextConnection();
    socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    await again;
  });
});
