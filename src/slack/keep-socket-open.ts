import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../flows/ports.js";
import { guardFrames } from "./guard-frames.js";

type SocketClient = SocketModeReceiver["client"];

export type SocketKeeper = {
  /** Resolves once Slack has said hello; rejects when the first connection cannot be had. */
  open(): Promise<void>;
  close(): Promise<void>;
  /** Whether presses arrive: connected, and not silent for too long. */
  hears(): boolean;
};

/** Milliseconds. */
export type SocketTimes = {
  /** Slack says hello within a second or two of connecting. */
  readonly hello: number;
  /** Slack pings every few seconds; a socket that says nothing at all for this long is dead without having closed. */
  readonly silence: number;
  readonly watch: number;
  readonly firstWait: number;
  readonly longestWait: number;
};

const usualTimes: SocketTimes = {
  hello: 15_000,
  silence: 45_000,
  watch: 5_000,
  firstWait: 500,
  longestWait: 15_000,
};

/**
 * Keeps one Socket Mode connection open. Bolt's own reconnecting is switched off: on a failed
 * `apps.connections.open` it rejects where nobody listens and ends the process, and it leaves a gap of its whole ping
 * time-out at each of Slack's regular refreshes (facts/slack.md 1.3, 6 and 7). Here every failure is awaited.
 */
export function keepSocketOpen(client: SocketClient, log: Log, times = usualTimes): SocketKeeper {
  let closing = false;
  let connected = false;
  let heardAt = Date.now();
  let wake: (() => void) | null = null;
  const heard = () => {
    heardAt = Date.now();
  };

  const watchdog = setInterval(() => {
    if (!connected || Date.now() - heardAt < times.silence) return;
    log("slack_silent", { ms: Date.now() - heardAt });
    void client.disconnect();
  }, times.watch);
  watchdog.unref();

  guardFrames(client, log);
  client.on("ws_message", heard);
  for (const channel of pingChannels) subscribe(channel, heard);
  client.on("disconnected", () => {
    connected = false;
    wake?.();
  });

  async function connect(): Promise<void> {
    await within(times.hello, client.start(), () => client.disconnect());
    connected = true;
    heard();
  }

  async function reconnectForEver(): Promise<void> {
    let failures = 0;
    while (!closing) {
      if (connected) await new Promise<void>((resolve) => (wake = resolve));
      if (closing) return;
      try {
        await connect();
        failures = 0;
      } catch {
        failures += 1;
        log("slack_failed", { method: "apps.connections.open", failures });
        await pause(Math.min(times.longestWait, times.firstWait * 2 ** failures));
      }
    }
  }

  return {
    hears: () => connected && Date.now() - heardAt < times.silence,
    async open() {
      await connect();
      void reconnectForEver().catch(() => log("failed", { where: "socket" }));
    },
    async close() {
      closing = true;
      clearInterval(watchdog);
      for (const channel of pingChannels) unsubscribe(channel, heard);
      await Promise.race([client.disconnect(), pause(2_000)]);
      wake?.();
    },
  };
}

const pingChannels = ["undici:websocket:ping", "undici:websocket:pong"];

/** A late failure of work given up on is heard, and means nothing any more. */
async function within(ms: number, work: Promise<unknown>, giveUp: () => Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error("Slack did not say hello in time"));
      void giveUp().catch(() => undefined);
    }, ms);
  });
  work.catch(() => undefined);
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
