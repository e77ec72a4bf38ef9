import { once } from "node:events";
import http from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { connectToX, type X } from "../../src/x/connect-to-x.js";

/** What arrived at the far end. */
export type Arrived = {
  method: string;
  path: string;
  headers: http.IncomingHttpHeaders;
  body: string;
};

export type FarEnd = {
  url: string;
  arrived: Arrived[];
  /** Connections opened so far. */
  connections: () => number;
  close: () => Promise<void>;
};

export type Answer = (response: http.ServerResponse, socket: Socket) => void;

/** A real server on loopback that answers every request alike. */
export async function farEnd(answer: Answer): Promise<FarEnd> {
  const arrived: Arrived[] = [];
  let connections = 0;
  const server = http.createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    let body = "";
    for await (const chunk of request) body += chunk;
    arrived.push({ method, path, headers, body });
    answer(response, request.socket);
  });
  server.on("connection", () => {
    connections += 1;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${port}`, arrived, connections: () => connections, close };
}

/** Answers with JSON. */
export function json(status: number, body: unknown, headers: http.OutgoingHttpHeaders = {}): Answer {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
    response.end(JSON.stringify(body));
  };
}

export const keys = {
  apiKey: "canary-api-key",
  apiKeySecret: "canary-api-key-secret",
  accessToken: "canary-access-token",
  accessTokenSecret: "canary-access-token-secret",
};

export const noon = Date.UTC(2026, 10, 23, 12);

export function xAt(apiUrl: string, deadlineMs = 2_000): X {
  return connectToX({ ...keys, apiUrl, deadlineMs, now: () => noon });
}
