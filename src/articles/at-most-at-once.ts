/** Runs pieces of work, at most so many at a time, in the order in which they were handed over. Each settles as its work does. */
export function atMostAtOnce(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((turn) => waiting.push(turn));
    else running += 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes this place; only when nobody does is it free.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
