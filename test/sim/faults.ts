import type { Change, Row } from "../../src/flows/ports.js";

/** The twelve steps of trust.md §5, and whatever else a process does. */
export const steps = [
  "suggest",
  "preview",
  "card",
  "edit",
  "approve",
  "claim",
  "witness",
  "publish",
  "confirm",
  "notify",
  "summary",
  "account",
] as const;
export type Step = (typeof steps)[number] | "other";

/**
 * What can break at one call (trust.md §5). `k1` … `k3` end the process: before the write, after it and before the
 * call, after the call's effect and before its answer is recorded. `t0`, `t1`, `t2`: no answer, without, with and
 * with a late effect. `…_done`: the answer says no, and yet it was done.
 */
export type Fault =
  | "k1"
  | "k2"
  | "k3"
  | "t0"
  | "t1"
  | "t2"
  | "429"
  | "5xx"
  | "5xx_done"
  | "bad"
  | "bad_done"
  | "auth"
  | "not_sent"
  | "refused"
  | "full"
  | "ioerr"
  | "lock"
  /** Done, but late: whatever came after it is done before it. */
  | "slow";

export const slowMs = 4_000;

/** One call of a process to the outside, where something may break. */
export type Site = {
  readonly at: "commit" | "slack" | "x" | "article";
  readonly step: Step;
  /** Of Slack and X: the method. */
  readonly call: string;
};

/** Says whether something breaks here, and what. Asked once per call, in the order of the run. */
export type Plan = { breaks(site: Site): Fault | null };

export const faultsOf: Readonly<Record<Site["at"], readonly Fault[]>> = {
  commit: ["k1", "k2", "full", "ioerr", "lock"],
  slack: ["k2", "k3", "t0", "t1", "t2", "429", "5xx", "5xx_done", "bad", "bad_done", "auth"],
  x: [
    "k2",
    "k3",
    "t0",
    "t1",
    "t2",
    "429",
    "5xx",
    "5xx_done",
    "bad",
    "bad_done",
    "auth",
    "not_sent",
    "refused",
  ],
  article: ["k2", "k3", "t0", "429", "5xx", "bad"],
};

/** Which step a commit belongs to, read off the change itself. Of a message's row only the kind is known here. */
export function stepOfChange({ put, show, handled }: Change): Step {
  if (show.some(({ kind }) => kind === "summary")) return "summary";
  const has = (test: (row: Row) => boolean) => put.some(test);
  if (has(({ table }) => table === "approval")) return "approve";
  if (has(({ table, row }) => table === "part" && row.state === "publishing")) return "claim";
  if (has(({ table, row }) => table === "part" && settled.has(row.state))) return "confirm";
  if (has(({ table, row }) => table === "post" && row.state === "asking")) return "confirm";
  if (has(({ table, row }) => table === "suggestion" && row.state === "reading")) return "suggest";
  const revised = has(({ table }) => table === "revision");
  if (revised && handled !== undefined) return "edit";
  if (revised || has(({ table, row }) => table === "suggestion" && row.state === "rejected"))
    return "preview";
  const cards = show.some(({ kind }) => kind === "card");
  const decided = handled !== undefined || has(({ table }) => table === "post");
  if (cards && !decided && has(({ table, row }) => table === "suggestion" && row.state === "shown"))
    return "card";
  return has(({ table }) => table === "desk") ? "account" : "other";
}

const settled: ReadonlySet<string> = new Set(["published", "refused", "unknown", "absent", "pending"]);
