import { allBut, coveredBy, type Defence, defenceNames, faultsNeeded, graverToo } from "./defences.js";
import type { Invariant } from "./invariants.js";
import { anyMoves, type Moves, movesWithout, productMoves, remember } from "./moves.js";
import type { Beyond, Bounds, Rules } from "./rules.js";
import { type Found, search } from "./search.js";

/** What taking these away led to; null: nothing within the bounds. */
export type Tried = {
  readonly off: readonly Defence[];
  readonly found: Found["counterExample"];
};

/** All defences on. A breach is a fault of the product or of the model. */
export function withAllOn(
  bounds: Bounds,
  moves: Moves = productMoves,
): Found & { walked: ReadonlySet<string> } {
  const walked = new Set<string>();
  const found = search({ on: allBut(), moves: remember(moves, walked), bounds, beyond: null });
  return { ...found, walked };
}

/**
 * Some defences off: with no fault, then one, then two, as far as the bounds go, until a counter-example is found.
 * That there is no arrow (I0), or no intent and witness (I4), is not enough: what it leads to is.
 */
export function without(off: readonly Defence[], bounds: Bounds, setAside: readonly Invariant[] = []): Tried {
  const moves = off.includes("arrows") ? anyMoves : productMoves;
  const rules = { on: allBut(...off), moves: remember(moves, new Set()), beyond: null };
  return { off, found: firstBreach(rules, bounds, new Set(["I0", "I4", ...setAside])) };
}

/** The arrows of which the search does not say, when one is taken out of the table, that it is missing. */
export function arrowsNotMissed(walked: ReadonlySet<string>, bounds: Bounds): string[] {
  return [...walked].filter((arrow) => {
    const { counterExample } = withAllOn(bounds, movesWithout(arrow));
    return counterExample?.breach.invariant !== "I0";
  });
}

/** What the protocol does not promise, let in: how few steps it takes. */
export function beyondThePromise(beyond: Beyond, bounds: Bounds): Found["counterExample"] {
  const rules = { on: allBut(), moves: remember(productMoves, new Set()), beyond };
  return firstBreach(rules, bounds, new Set());
}

function firstBreach(
  rules: Omit<Rules, "bounds">,
  bounds: Bounds,
  setAside: ReadonlySet<Invariant>,
): Found["counterExample"] {
  for (let faults = 0; faults <= bounds.faults; faults++) {
    const { counterExample } = search({ ...rules, bounds: { ...bounds, faults } }, setAside);
    if (counterExample) return counterExample;
  }
  return null;
}

/** Every defence alone; with the one that stands behind it, where one does; and the graver harm, where it is not the first. */
export function eachDefence(
  bounds: Bounds,
): readonly { readonly alone: Tried; readonly more: Tried | null }[] {
  return defenceNames.map((name) => {
    const alone = without([name], { ...bounds, faults: faultsNeeded[name] ?? bounds.faults });
    const other = coveredBy[name];
    if (other) return { alone, more: without([name, other], bounds) };
    return { alone, more: graverToo.includes(name) ? without([name], bounds, ["I7"]) : null };
  });
}
