import type { Instant } from "../core/ids.js";
import type { Now } from "../flows/ports.js";

/** Slack's clock, as its answers tell it. */
export type SlackClock = {
  /** How far the machine is ahead of Slack, in milliseconds; below zero behind; null before the first answer. */
  aheadMs(): number | null;
  /** When Slack last told the time, by the machine's clock. */
  heardAt(): Instant | null;
  /** A `fetch` that reads the time of every answer on its way. */
  readonly fetch: typeof fetch;
};

/** `Date` counts whole seconds. */
const grainMs = 1_000;

export function watchSlackClock(now: Now): SlackClock {
  let ahead: number | null = null;
  let heard: Instant | null = null;
  return {
    aheadMs: () => ahead,
    heardAt: () => heard,
    fetch: async (input, init) => {
      const asked = now();
      const response = await fetch(input, init);
      const answered = now();
      const told = Date.parse(response.headers.get("date") ?? "");
      if (Number.isFinite(told)) {
        heard = answered;
        ahead = outside(told, asked, answered);
      }
      return response;
    },
  };
}

/** Zero while what Slack told can have been so at some moment of the call. */
function outside(told: Instant, asked: Instant, answered: Instant): number {
  if (asked > told + grainMs) return asked - (told + grainMs);
  return answered < told ? answered - told : 0;
}
