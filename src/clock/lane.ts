/** Work that runs one at a time: asked for while it runs, it runs once more afterwards. */
export type Lane = {
  poke(): void;
  /** Resolves when nothing runs; a closed lane starts nothing more. */
  close(): Promise<void>;
};

/** @param failed hears what the work threw; the lane goes on. */
export function openLane(work: () => Promise<void>, failed: (error: unknown) => void): Lane {
  let running: Promise<void> | null = null;
  let again = false;
  let closed = false;

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        await work();
      } catch (error) {
        failed(error);
      }
    } while (again && !closed);
    running = null;
  }

  return {
    poke() {
      if (closed) return;
      if (running) again = true;
      // Never within this call: work that asks for itself at once, or fails at once, must find the lane taken.
      else running = Promise.resolve().then(run);
    },
    async close() {
      closed = true;
      await running;
    },
  };
}
