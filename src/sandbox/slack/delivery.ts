import type { Faults, PayloadKind } from "./faults.js";
import type { Delivered, Retry, Transport } from "./transport.js";

/** After the immediate one, Slack tries an event again after one and after five minutes. */
const LATER_RETRIES_MS = [60_000, 300_000];

/** Hands payloads to the app, twice when asked to, and tries events again as Slack does. */
export type Delivery = {
  send(kind: PayloadKind, payload: unknown): Promise<Delivered>;
  close(): Promise<void>;
};

export function makeDelivery(needs: { transport: Transport; faults: Faults }): Delivery {
  const { transport, faults } = needs;
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;

  const later = (ms: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
  };

  const retryLater = (payload: unknown, last: Delivered, round: number) => {
    const wait = LATER_RETRIES_MS[round];
    if (wait === undefined || closed) return;
    later(wait, () => {
      void transport.send("events_api", payload, retry(round + 2, last)).then((outcome) => {
        if (outcome.kind !== "acked") retryLater(payload, outcome, round + 1);
      });
    });
  };

  const once = async (kind: PayloadKind, payload: unknown): Promise<Delivered> => {
    const first = await transport.send(kind, payload);
    if (first.kind === "acked" || kind !== "events_api" || closed) return first;
    const second = await transport.send(kind, payload, retry(1, first));
    if (second.kind !== "acked") retryLater(payload, second, 0);
    return second;
  };

  return {
    async send(kind, payload) {
      if (faults.deliverTwice <= 0) return once(kind, payload);
      faults.deliverTwice -= 1;
      const again = kind === "events_api" ? { attempt: 1, reason: "http_timeout" } : undefined;
      const [first] = await Promise.all([once(kind, payload), transport.send(kind, payload, again)]);
      return first;
    },
    async close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      await transport.close();
    },
  };
}

function retry(attempt: number, after: Delivered): Retry {
  switch (after.kind) {
    case "late":
      return { attempt, reason: "http_timeout" };
    case "unreachable":
      return { attempt, reason: "connection_failed" };
    case "refused":
    case "acked":
      return { attempt, reason: "http_error" };
    default:
      return after satisfies never;
  }
}
