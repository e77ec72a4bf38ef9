import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Faults, PayloadKind } from "./faults.js";
import { isPlainObject } from "./plain-object.js";
import type { Delivered, Transport } from "./transport.js";
import type { Workspace } from "./workspace.js";

const CONNECTION_LIMIT = 10;
const PING_EVERY_MS = 10_000;
const GOODBYE_MS = 500;

export type SocketMode = Transport & {
  /** A socket address good for one connection; null when ten are open already. */
  newUrl(origin: string): string | null;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  drop(): void;
  refresh(reason: "refresh_requested" | "warning"): void;
};

type Waiting = { resolve(body: unknown): void; takesBody: boolean };

export function makeSocketMode(needs: {
  workspace: Workspace;
  faults: Faults;
  ackDeadlineMs: number;
}): SocketMode {
  const { workspace, faults, ackDeadlineMs } = needs;
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  // Connections Slack has asked to go are sent nothing more.
  const ready: WebSocket[] = [];
  const waiting = new Map<string, Waiting>();
  const answered = new Set<string>();
  let turn = 0;
  const pinging = setInterval(() => {
    for (const socket of server.clients) socket.ping(String(Date.now()));
  }, PING_EVERY_MS);

  const leave = (socket: WebSocket) => {
    const at = ready.indexOf(socket);
    if (at >= 0) ready.splice(at, 1);
  };

  const onAck = (raw: string) => {
    let ack: unknown;
    try {
      ack = JSON.parse(raw);
    } catch {
      ack = null;
    }
    if (!isPlainObject(ack) || typeof ack.envelope_id !== "string") {
      workspace.problems.push("The app sent something over the socket that is no acknowledgement.");
      return;
    }
    const waiter = waiting.get(ack.envelope_id);
    if (!waiter) {
      workspace.problems.push(
        answered.has(ack.envelope_id)
          ? "An envelope was acknowledged twice."
          : "The app acknowledged an envelope too late, or one that was never sent.",
      );
      return;
    }
    waiting.delete(ack.envelope_id);
    answered.add(ack.envelope_id);
    const body = ack.payload ?? {};
    if (!waiter.takesBody && isPlainObject(body) && Object.keys(body).length > 0) {
      workspace.problems.push("An event was acknowledged with a body, which Slack does not accept.");
    }
    waiter.resolve(body);
  };

  const welcome = (socket: WebSocket) => {
    ready.push(socket);
    socket.on("message", (data) => onAck(data.toString()));
    socket.on("close", () => leave(socket));
    socket.on("error", () => leave(socket));
    socket.send(
      JSON.stringify({
        type: "hello",
        num_connections: ready.length,
        debug_info: { host: "applink-local", build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: workspace.options.appId },
      }),
    );
  };

  return {
    newUrl(origin) {
      if (ready.length >= CONNECTION_LIMIT) return null;
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${origin.replace(/^http/, "ws")}/link/?ticket=${ticket}&app_id=${workspace.options.appId}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? "/", "http://127.0.0.1").searchParams.get("ticket") ?? "";
      if (faults.refuseConnections || !tickets.delete(ticket)) {
        if (!faults.refuseConnections) {
          workspace.problems.push("A socket address was used twice, or was never given out.");
        }
        socket.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    send(kind, payload, retry) {
      const started = performance.now();
      const since = () => performance.now() - started;
      const open = ready.filter((socket) => socket.readyState === socket.OPEN);
      const socket = open[turn++ % Math.max(open.length, 1)];
      if (!socket) return Promise.resolve({ kind: "unreachable", ms: since() });
      const envelopeId = randomUUID();
      const takesBody = kind !== "events_api";
      return new Promise<Delivered>((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(envelopeId);
          resolve({ kind: "late", ms: since() });
        }, ackDeadlineMs);
        waiting.set(envelopeId, {
          takesBody,
          resolve(body) {
            clearTimeout(timer);
            resolve({ kind: "acked", ms: since(), body });
          },
        });
        socket.send(JSON.stringify(envelope(kind, payload, envelopeId, takesBody, retry)));
      });
    },
    drop() {
      for (const socket of server.clients) socket.terminate();
    },
    refresh(reason) {
      const message = JSON.stringify({
        type: "disconnect",
        reason,
        debug_info: { host: "applink-local" },
      });
      for (const socket of [...ready]) {
        if (reason === "refresh_requested") leave(socket);
        socket.send(message);
      }
    },
    async close() {
      clearInterval(pinging);
      const leaving = [...server.clients].map((socket) => once(socket, "close"));
      for (const socket of server.clients) socket.close(1001);
      // An app that does not say goodbye in time is cut off.
      const impatient = setTimeout(() => {
        for (const socket of server.clients) socket.terminate();
      }, GOODBYE_MS);
      await Promise.all(leaving);
      clearTimeout(impatient);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function envelope(
  kind: PayloadKind,
  payload: unknown,
  envelopeId: string,
  takesBody: boolean,
  retry?: { attempt: number; reason: string },
) {
  return {
    envelope_id: envelopeId,
    type: kind,
    payload,
    accepts_response_payload: takesBody,
    ...(kind === "events_api" && { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? "" }),
  };
}
