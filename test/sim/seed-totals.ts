import type { Run } from "./run-seed.js";

/** What many runs came to. */
export type Totals = {
  runs: number;
  steps: number;
  simulatedMs: number;
  crashes: number;
  stops: number;
  jumps: number;
  restored: number;
  presses: number;
  commits: number;
  sends: number;
  approved: number;
  calls: number;
  posted: number;
  twice: number;
  unapproved: number;
  lost: number;
  otherwise: number;
  faults: Record<string, number>;
};

export function noRuns(): Totals {
  return {
    runs: 0,
    steps: 0,
    simulatedMs: 0,
    crashes: 0,
    stops: 0,
    jumps: 0,
    restored: 0,
    presses: 0,
    commits: 0,
    sends: 0,
    approved: 0,
    calls: 0,
    posted: 0,
    twice: 0,
    unapproved: 0,
    lost: 0,
    otherwise: 0,
    faults: {},
  };
}

export function addRun(
  totals: Totals,
  { steps, simulatedMs, approved, calls, posted, happened, broken }: Run,
): void {
  const { faults, starts: _, ...counted } = happened;
  add(totals, { ...noRuns(), ...counted, steps, simulatedMs, approved, calls, posted, faults, runs: 1 });
  for (const what of broken) totals[kindOf(what)] += 1;
}

export function add(totals: Totals, more: Totals): void {
  for (const [name, count] of Object.entries(more)) {
    if (typeof count === "number")
      (totals as unknown as Record<string, number>)[name] = countOf(totals, name) + count;
  }
  for (const [fault, count] of Object.entries(more.faults))
    totals.faults[fault] = (totals.faults[fault] ?? 0) + count;
}

const countOf = (totals: Totals, name: string) => (totals as unknown as Record<string, number>)[name] ?? 0;

function kindOf(what: string): "twice" | "unapproved" | "lost" | "otherwise" {
  if (what.startsWith("twice")) return "twice";
  if (what.startsWith("unapproved") || what.startsWith("approval ")) return "unapproved";
  return what.startsWith("lost") ? "lost" : "otherwise";
}

const dayMs = 86_400_000;

/** Few plain lines, the figures first. */
export function sayTotals(totals: Totals, tookMs: number): string[] {
  const faults = Object.entries(totals.faults)
    .sort(([, a], [, b]) => b - a)
    .map(([fault, count]) => `${fault} ${count}`);
  const { twice, unapproved, lost, otherwise } = totals;
  return [
    `seeds ${totals.runs} · approved ${totals.approved} · posted ${totals.posted} · twice ${twice} · unapproved ${unapproved} · lost ${lost} · other rules broken ${otherwise}`,
    `simulated ${(totals.simulatedMs / dayMs).toFixed(1)} days · steps ${totals.steps} · commits ${totals.commits} · Slack sends ${totals.sends} · calls to X ${totals.calls} · presses and commands ${totals.presses}`,
    `crashes ${totals.crashes} · stops ${totals.stops} · clock jumps ${totals.jumps} · old backups restored ${totals.restored}`,
    `faults: ${faults.join(", ") || "none"}`,
    `took ${(tookMs / 1000).toFixed(1)} s, ${(totals.runs / (tookMs / 1000)).toFixed(1)} seeds/s`,
  ];
}
