import type { Fault, Site, Step } from "./faults.js";
import type { Cell } from "./matrix-table.js";

/**
 * What makes a cell happen: a fault at the first call of this kind in this step, or, where nothing breaks in a call,
 * something done to the process or the people at that moment.
 */
export type Mechanism =
  | {
      readonly kind: "fault";
      readonly step: Step;
      readonly at: readonly Site["at"][];
      readonly fault: Fault;
      /** How long the process stays down where this ends it. */
      readonly downMs: number;
    }
  | { readonly kind: "clock"; readonly byMs: number; readonly backAfterMs: number }
  | { readonly kind: "stop" }
  | { readonly kind: "deaf"; readonly forMs: number }
  | { readonly kind: "people"; readonly what: "twice" | "malformed" | "conflict" }
  | { readonly kind: "poked" }
  | { readonly kind: "other_account" }
  | { readonly kind: "old_backup" }
  | { readonly kind: "second_process" }
  | { readonly kind: "corrupt" };

const call = ["slack", "x", "article"] as const;
const commit = ["commit"] as const;
const soonMs = 2_000;
/** A machine without power is back after three minutes. */
const powerMs = 180_000;
const minuteMs = 60_000;

/** The cells whose fault lies at another call than the column's usual one. */
const elsewhere: Readonly<Record<string, { step?: Step; at: readonly Site["at"][]; fault: Fault }>> = {
  "2/k2": { at: ["article"], fault: "k2" },
  "2/pl": { at: ["article"], fault: "k2" },
  "2/bad": { at: ["article"], fault: "bad" },
  "7/k1": { step: "claim", at: commit, fault: "k1" },
  "7/k2": { step: "claim", at: commit, fault: "k2" },
  "7/pl": { step: "claim", at: commit, fault: "k2" },
  "7/full": { at: commit, fault: "full" },
  "8/k1": { step: "witness", at: commit, fault: "k2" },
  "8/k2": { at: call, fault: "k2" },
  "8/pl": { at: call, fault: "k3" },
  "8/full": { step: "confirm", at: commit, fault: "full" },
  "8/lock": { step: "confirm", at: commit, fault: "lock" },
  "9/pl": { at: commit, fault: "k1" },
  "10/k1": { at: call, fault: "k2" },
  "12/k2": { at: call, fault: "k2" },
  "12/pl": { at: call, fault: "k2" },
};

export function mechanismOf({ number, step, fault: column, promise }: Cell): Mechanism {
  const downMs = column === "pl" ? powerMs : soonMs;
  const other = elsewhere[`${number}/${column}`];
  if (other) return { kind: "fault", downMs, step: other.step ?? step, at: other.at, fault: other.fault };
  const fault = (at: readonly Site["at"][], named: Fault): Mechanism => ({
    kind: "fault",
    step,
    at,
    fault: named,
    downMs,
  });
  const byPeople = number === 1 || number === 4 || number === 5;
  switch (column) {
    case "k1":
    case "k2":
    case "full":
    case "lock":
      return fault(commit, column);
    case "pl":
      return fault(commit, "k2");
    case "k3":
      return fault(call, "k3");
    case "t0":
    case "t1":
    case "t2":
    case "429":
    case "5xx":
    case "auth":
      return fault(call, column);
    case "bad":
      return byPeople && number !== 4 ? { kind: "people", what: "malformed" } : fault(call, "bad_done");
    case "dup":
      return byPeople ? { kind: "people", what: "twice" } : { kind: "poked" };
    case "ord":
      if (number === 12) return { kind: "other_account" };
      return promise === "H"
        ? { kind: "people", what: "conflict" }
        : fault(number === 9 ? commit : call, "slow");
    case "cf":
      return clockForward(number);
    case "cb":
      return { kind: "clock", byMs: -3 * minuteMs, backAfterMs: 30 * minuteMs };
    case "two":
      return { kind: "second_process" };
    case "old":
      return { kind: "old_backup" };
    case "dead":
      return { kind: "deaf", forMs: number === 6 ? 16 * minuteMs : 2 * minuteMs };
    case "term":
      return { kind: "stop" };
    case "corr":
      return { kind: "corrupt" };
    default:
      return column satisfies never;
  }
}

/** Far enough to bring the step out of its time, where it has one. */
function clockForward(number: number): Mechanism {
  if (number === 6) return { kind: "clock", byMs: 20 * minuteMs, backAfterMs: 60 * minuteMs };
  if (number === 11) return { kind: "clock", byMs: 40 * 60 * minuteMs, backAfterMs: 30 * minuteMs };
  return { kind: "clock", byMs: 3 * minuteMs, backAfterMs: 30 * minuteMs };
}
