import type { SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../flows/ports.js";
import { isRecord } from "./is-record.js";

type SocketClient = SocketModeReceiver["client"];

/**
 * Checks each frame of the socket before Bolt's own listener: that one looks into `null` and into events that have no
 * inner event, and rejects where nobody listens, which ends the process.
 */
export function guardFrames(client: SocketClient, log: Log): void {
  const inner = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", async (data: unknown) => {
    try {
      const frame = tamed(data);
      if (frame === null) return log("press_refused", { why: "unreadable" });
      for (const listener of inner) await listener.call(client, frame, false);
    } catch (error) {
      log("failed", { where: "socket", error: error instanceof Error ? error.name : "unknown" });
    }
  });
}

/**
 * What a frame says to Bolt, null for one that is no frame of Slack's. Every delivery has the same kind: Bolt tells of
 * it under that name beside its own events, and a name out of the frame could be one of those.
 */
function tamed(data: unknown): string | null {
  const frame = parsed(data);
  if (!isRecord(frame)) return null;
  if (frame.type === "hello" || frame.type === "disconnect") return JSON.stringify(frame);
  return typeof frame.envelope_id === "string" ? JSON.stringify({ ...frame, type: "delivery" }) : null;
}

function parsed(data: unknown): unknown {
  if (typeof data !== "string") return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
