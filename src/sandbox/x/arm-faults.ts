import type { ArmedFault, XFault, XFaults } from "./x-fault.js";
import type { XOperation } from "./x-operation.js";

/** A fault met by a request; `released` resolves once its holder lets go. */
export type MetFault = { fault: XFault; released: Promise<void> };

type Armed = { fault: XFault; on: XOperation; left: number; hits: number; released: Promise<void> };

/** The queue of faults behind `LocalX.faults`. `hide` is the timeline's own delay. */
export function armFaults(hide: (forReads?: number) => () => void): {
  faults: XFaults;
  meet(operation: XOperation): MetFault | null;
} {
  let queue: Armed[] = [];
  const letGo = new Set<() => void>();

  function next(
    fault: XFault,
    { on = "create", times = 1 }: { on?: XOperation; times?: number } = {},
  ): ArmedFault {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const armed: Armed = { fault, on, left: times, hits: 0, released };
    queue.push(armed);
    letGo.add(release);
    return {
      get hits() {
        return armed.hits;
      },
      release,
    };
  }

  return {
    faults: {
      next,
      hideNewPosts({ forReads } = {}) {
        const release = hide(forReads);
        letGo.add(release);
        return { release };
      },
      clear() {
        queue = [];
        for (const release of letGo) release();
        letGo.clear();
      },
    },
    meet(operation) {
      const armed = queue.find((waiting) => waiting.on === operation);
      if (armed === undefined) return null;
      armed.hits += 1;
      armed.left -= 1;
      if (armed.left <= 0) queue = queue.filter((waiting) => waiting !== armed);
      return { fault: armed.fault, released: armed.released };
    },
  };
}
