import type { Dice } from "./dice.js";

export type Happening = { readonly at: number; readonly run: () => void; dropped: boolean };

/** The one clock of a run, and everything that will happen by it. */
export type VirtualTime = {
  now(): number;
  /** Runs once that much later; at one instant, in an order the seed chooses. */
  later(ms: number, run: () => void): Happening;
  /** Lets the next thing happen, and all that follows from it at once. False when nothing ever will. */
  step(): Promise<boolean>;
  steps(): number;
};

// Taken before anybody replaces them: what flows await is only promises, so one turn of the real loop drains them.
const realTurn = setImmediate;
const drained = () => new Promise<void>((resolve) => realTurn(resolve));

export function startTime(start: number, dice: Dice): VirtualTime {
  let now = start;
  let steps = 0;
  const ahead: Happening[] = [];

  function later(ms: number, run: () => void): Happening {
    const happening = { at: now + Math.max(0, ms), run, dropped: false };
    let place = ahead.length;
    while (place > 0 && (ahead[place - 1]?.at ?? 0) > happening.at) place--;
    ahead.splice(place, 0, happening);
    return happening;
  }

  return {
    now: () => now,
    later,
    steps: () => steps,
    async step() {
      for (;;) {
        const earliest = ahead[0]?.at;
        if (earliest === undefined) return false;
        let same = 1;
        while (ahead[same]?.at === earliest) same++;
        const [chosen] = ahead.splice(same === 1 ? 0 : dice.below(same), 1);
        if (!chosen || chosen.dropped) continue;
        now = chosen.at;
        steps += 1;
        chosen.run();
        await drained();
        return true;
      }
    },
  };
}

/**
 * Puts the product's own `setTimeout` under the virtual clock while `work` runs: it waits for nothing real.
 * Timers are kept per process life by `owns`, so that a crash takes them along.
 */
export async function underVirtualTimers<T>(time: VirtualTime, work: () => Promise<T>): Promise<T> {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  const set = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
    const happening = time.later(ms, () => run(...given));
    const handle = { happening, ref: () => handle, unref: () => handle, hasRef: () => false };
    return handle;
  };
  const clear = (handle: unknown) => {
    if (typeof handle === "object" && handle !== null && "happening" in handle)
      (handle.happening as Happening).dropped = true;
    else real.clearTimeout(handle as NodeJS.Timeout);
  };
  globalThis.setTimeout = set as unknown as typeof setTimeout;
  globalThis.clearTimeout = clear as typeof clearTimeout;
  try {
    return await work();
  } finally {
    globalThis.setTimeout = real.setTimeout;
    globalThis.clearTimeout = real.clearTimeout;
  }
}
