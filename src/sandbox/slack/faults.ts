import type { Block } from "./hands.js";
import type { Metadata } from "./workspace.js";

/** What may go wrong with one answer of the Web API. */
export type ApiFault =
  | { kind: "rate_limited"; retryAfterSeconds: number }
  | { kind: "http"; status: number }
  /** `ok: false` with this error; nothing has happened. */
  | { kind: "error"; error: string }
  /** The effect happens, the connection is reset before the answer. */
  | { kind: "lost_answer" }
  /** The connection is reset before anything happens. */
  | { kind: "reset" }
  /** Nothing happens and no answer ever comes. */
  | { kind: "hang" }
  /** The call waits until released, then goes on as usual. */
  | { kind: "held"; until: Promise<void> };

export type PayloadKind = "events_api" | "interactive" | "slash_commands";

/** A signed request as it went out in HTTP mode. */
export type CapturedRequest = {
  kind: PayloadKind;
  headers: Readonly<Record<string, string>>;
  body: string;
};

/** What stays wrong until it is mended. */
type LastingFaults = {
  /**
   * How texts and views come back to the app: as typed, or with shortcodes, entities and `<links>` as Slack may do.
   * The blocks of messages never come back as they were sent.
   */
  alterText: "none" | "as_slack";
  /** Pictures Slack cannot download: their blocks are refused. */
  refuseImages: ((url: string) => boolean) | null;
  /** New sockets and `apps.connections.open` are refused while true. */
  refuseConnections: boolean;
  /** How many of the next payloads are sent twice: same payload, same trigger id. */
  deliverTwice: number;
  /** Seconds added to the timestamp of signatures: in the future above zero, stale below -300. */
  signatureSkewSeconds: number;
  /** Seconds by which the `Date` of every answer of the Web API is ahead of the workspace's clock. */
  clockSkewSeconds: number;
  /** What a press carries as the blocks of its message, made from the true ones: a forged or stale client view. */
  alterBlocks: ((blocks: Block[]) => Block[]) | null;
  /** A press carries its message without the blocks while true. */
  omitMessageBlocks: boolean;
};

/** An edit of a message, as a holder of the bot token makes it. */
export type StolenEdit = { text: string; blocks: readonly Block[]; metadata?: Metadata };

export type Faults = LastingFaults & {
  /** Queues a fault for the next calls of a method; `*` is any method, `response_url` an answer to one. */
  next(method: string, fault: ApiFault, times?: number): void;
  /** Holds the next call of a method until `release()`; `arrived` resolves when it is there. */
  hold(method: string): { arrived: Promise<void>; release(): void };
  /** Cuts every socket without a word, as a network does. */
  dropSockets(): void;
  /** Asks every socket to reconnect, as Slack does regularly. */
  refreshSockets(reason: "refresh_requested" | "warning"): void;
  /** Sends any payload exactly as Slack would send it: signed, or in an envelope. */
  deliverRaw(kind: PayloadKind, payload: unknown): Promise<{ acked: boolean; body: unknown }>;
  /** Requests that went out in HTTP mode, oldest first. */
  captured: readonly CapturedRequest[];
  /** Sends a captured request again, byte for byte; answers the HTTP status. */
  replay(request: CapturedRequest): Promise<number>;
  /**
   * Edits a message of the app as somebody else who holds the bot token would, past the app and its calls. Throws when
   * there is no such message or Slack would refuse the blocks.
   */
  updateAsApp(channel: string, ts: string, edit: StolenEdit): void;
  /** Everything back to healthy; queued faults are forgotten, held calls released. */
  reset(): void;
};

/** How the Web API takes the faults meant for it. */
export type FaultQueue = { take(method: string): ApiFault | null };

type Wiring = Pick<
  Faults,
  "dropSockets" | "refreshSockets" | "deliverRaw" | "captured" | "replay" | "updateAsApp"
>;

const HEALTHY: LastingFaults = {
  alterText: "none",
  refuseImages: null,
  refuseConnections: false,
  deliverTwice: 0,
  signatureSkewSeconds: 0,
  clockSkewSeconds: 0,
  alterBlocks: null,
  omitMessageBlocks: false,
};

export function makeFaults(wiring: () => Wiring): { faults: Faults; queue: FaultQueue } {
  let queued: { method: string; fault: ApiFault; left: number; taken?: () => void }[] = [];
  const releases = new Set<() => void>();
  const faults: Faults = {
    ...HEALTHY,
    next(method, fault, times = 1) {
      queued.push({ method, fault, left: times });
    },
    hold(method) {
      let arrive = () => {};
      let letGo = () => {};
      const arrived = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      const until = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      releases.add(letGo);
      queued.push({ method, fault: { kind: "held", until }, left: 1, taken: arrive });
      return {
        arrived,
        release() {
          releases.delete(letGo);
          letGo();
        },
      };
    },
    dropSockets: () => wiring().dropSockets(),
    refreshSockets: (reason) => wiring().refreshSockets(reason),
    deliverRaw: (kind, payload) => wiring().deliverRaw(kind, payload),
    get captured() {
      return wiring().captured;
    },
    replay: (request) => wiring().replay(request),
    updateAsApp: (channel, ts, edit) => wiring().updateAsApp(channel, ts, edit),
    reset() {
      queued = [];
      for (const release of releases) release();
      releases.clear();
      Object.assign(faults, HEALTHY);
    },
  };
  return {
    faults,
    queue: {
      take(method) {
        const next = queued.find((each) => each.method === method || each.method === "*");
        if (!next) return null;
        next.left -= 1;
        if (next.left <= 0) queued = queued.filter((each) => each !== next);
        next.taken?.();
        return next.fault;
      },
    },
  };
}
