import type { Now } from "./flows/ports.js";

/** True the first time it is asked, and then once in so many milliseconds at most, whichever way the clock jumps. */
export function notOftenerThan(ms: number, now: Now): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (Math.abs(now() - last) < ms) return false;
    last = now();
    return true;
  };
}
