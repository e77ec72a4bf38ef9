import type { ApiFault } from "../../../src/sandbox/slack/faults.js";
import type { ArmedFault, Garbling, XFault } from "../../../src/sandbox/x/x-fault.js";
import type { House } from "../../story/start-house.js";
import type { Dice } from "./dice.js";

/** What goes wrong around the bot, a little of it in every round. */
export type Trouble = {
  arm(): void;
  /** Everything is well again; what X held back is let go. */
  end(): void;
  /** How often each kind was really met. */
  met(): Record<string, number>;
};

const garblings: readonly [Garbling, ...Garbling[]] = [
  "truncated",
  "empty",
  "html",
  "redirect",
  "corrupt_gzip",
];

export function makeTrouble({ x, slack }: House, dice: Dice): Trouble {
  const armed: { name: string; fault: ArmedFault }[] = [];
  const sent: Record<string, number> = {};
  const letGo = new Set<NodeJS.Timeout>();
  let lag: { release(): void } | null = null;

  const count = (name: string): void => {
    sent[name] = (sent[name] ?? 0) + 1;
  };
  const after = (ms: number, act: () => void): void => {
    const timer = setTimeout(() => {
      letGo.delete(timer);
      act();
    }, ms);
    letGo.add(timer);
  };

  function xFault(): { name: string; fault: XFault; releaseMs?: number } {
    const takesEffect = dice.chance(0.5);
    const how = takesEffect ? "done" : "not done";
    const kind = dice.weighed({
      reset: 20,
      hang: 8,
      slow: 15,
      garbled: 15,
      status: 18,
      late: 12,
      too_many: 8,
      refused: 8,
      duplicate: 4,
    });
    switch (kind) {
      case "reset":
      case "hang":
        return { name: `X ${kind}, ${how}`, fault: { kind, takesEffect } };
      case "slow":
        return { name: `X slow, ${how}`, fault: { kind, takesEffect }, releaseMs: dice.between(50, 900) };
      case "garbled":
        return { name: `X garbled, ${how}`, fault: { kind, how: dice.pick(garblings), takesEffect } };
      case "status":
        return {
          name: `X 5xx, ${how}`,
          fault: { kind, status: dice.pick([500, 502, 503, 504]), takesEffect },
        };
      case "late":
        return { name: "X late", fault: { kind }, releaseMs: dice.between(200, 7_000) };
      case "too_many": {
        const headers = dice.pick<"window" | "day" | "none">(["window", "window", "day", "none"]);
        const resetsInSeconds = headers === "window" ? dice.between(1, 3) : 7_200;
        return { name: "X 429", fault: { kind, headers, resetsInSeconds } };
      }
      case "refused":
        return {
          name: "X 401 and 402",
          fault: { kind: "status", status: dice.pick([401, 402]), takesEffect: false },
        };
      case "duplicate":
        return { name: "X duplicate", fault: { kind } };
      default:
        return kind satisfies never;
    }
  }

  function armX(): void {
    if (armed.filter(({ fault }) => fault.hits === 0).length > 2) return;
    const { name, fault, releaseMs } = xFault();
    const set = x.faults.next(fault);
    armed.push({ name, fault: set });
    if (releaseMs !== undefined) after(releaseMs, set.release);
  }

  function armTimeline(): void {
    const fault: XFault = dice.pick([
      { kind: "reset", takesEffect: false },
      { kind: "status", status: 503, takesEffect: false },
    ]);
    armed.push({ name: "X timeline fails", fault: x.faults.next(fault, { on: "timeline" }) });
  }

  function armSlack(): void {
    const method = dice.pick(["chat.update", "chat.update", "chat.postMessage", "conversations.history"]);
    const fault: ApiFault = dice.pick<ApiFault>([
      { kind: "lost_answer" },
      { kind: "lost_answer" },
      { kind: "reset" },
      { kind: "http", status: 500 },
      { kind: "rate_limited", retryAfterSeconds: 1 },
    ]);
    slack.faults.next(method, fault);
  }

  return {
    arm() {
      if (dice.chance(0.6)) armX();
      if (dice.chance(0.15)) armX();
      if (dice.chance(0.1)) armTimeline();
      if (dice.chance(0.4)) armSlack();
      if (dice.chance(0.02)) slack.faults.next("auth.test", { kind: "http", status: 500 });
      if (dice.chance(0.15)) {
        slack.faults.deliverTwice += 1;
        count("Slack delivers twice");
      }
      if (dice.chance(0.08)) {
        slack.faults.dropSockets();
        count("Slack drops sockets");
      }
      if (!dice.chance(0.3)) return;
      lag?.release();
      lag = dice.chance(0.6) ? x.faults.hideNewPosts({ forReads: dice.between(1, 3) }) : null;
      if (lag) count("X timeline lags");
    },
    end() {
      for (const timer of letGo) clearTimeout(timer);
      letGo.clear();
      x.faults.clear();
      slack.faults.reset();
    },
    met() {
      const met = { ...sent };
      for (const { name, fault } of armed) if (fault.hits > 0) met[name] = (met[name] ?? 0) + fault.hits;
      for (const { error } of slack.calls) {
        const name = slackTroubles.get(error ?? "");
        if (name) met[name] = (met[name] ?? 0) + 1;
      }
      return met;
    },
  };
}

const slackTroubles = new Map([
  ["lost_answer", "Slack answer lost"],
  ["reset", "Slack reset"],
  ["http 500", "Slack 500"],
  ["ratelimited", "Slack 429"],
]);
