import { forget } from "./forget.js";
import type { Breach, Invariant } from "./invariants.js";
import { nextSteps } from "./next-steps.js";
import type { Rules } from "./rules.js";
import { keyOf } from "./state-key.js";
import { beginning, type State } from "./world.js";

export type Found = {
  readonly states: number;
  readonly steps: number;
  /** The first breach met, breadth first: no path to any breach has fewer steps. Null: none within the bounds. */
  readonly counterExample: { readonly breach: Breach; readonly path: readonly string[] } | null;
};

/**
 * Visits every state the world can come to, breadth first, and stops at the first breach. A state reached again with
 * fewer faults is visited again: more may happen from there.
 */
export function search(rules: Rules, setAside: ReadonlySet<Invariant> = new Set()): Found {
  const fewestFaults = new Map<string, number>([[keyOf(beginning), 0]]);
  // Of states passed only the way back is kept.
  const cameFrom: number[] = [-1];
  const byDoing: string[] = [""];
  let level: { readonly state: State; readonly at: number }[] = [{ state: beginning, at: 0 }];
  let steps = 0;
  while (level.length > 0) {
    const next: { state: State; at: number }[] = [];
    for (const { state: from, at } of level) {
      for (const { does, next: reached, breaches } of nextSteps(from, rules)) {
        steps += 1;
        const breach = breaches.find(({ invariant }) => !setAside.has(invariant));
        if (breach) {
          const path = [...wayTo(at, cameFrom, byDoing), does];
          return { states: fewestFaults.size, steps, counterExample: { breach, path } };
        }
        const state = forget(reached, rules);
        const key = keyOf(state);
        const before = fewestFaults.get(key);
        if (before !== undefined && before <= state.faults) continue;
        fewestFaults.set(key, state.faults);
        next.push({ state, at: cameFrom.length });
        cameFrom.push(at);
        byDoing.push(does);
      }
    }
    level = next;
  }
  return { states: fewestFaults.size, steps, counterExample: null };
}

function wayTo(last: number, cameFrom: readonly number[], byDoing: readonly string[]): string[] {
  const way: string[] = [];
  for (let at = last; at > 0; at = cameFrom[at] ?? 0) way.unshift(byDoing[at] ?? "");
  return way;
}
