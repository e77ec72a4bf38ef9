/** Something that calls back after each of its changes. */
export type Watchable = { watch(onChange: () => void): () => void };

const NOTHING = new Set<unknown>([null, undefined, false]);

/**
 * Looks again after every change until the probe finds something. Rejects after the deadline (milliseconds) with what
 * was waited for and what `scene` says of the state then. A probe that throws an assertion has not found it yet.
 */
export function until<T>(
  what: string,
  probe: () => T | null | undefined | false,
  { on, scene, deadlineMs }: { on: readonly Watchable[]; scene: () => string; deadlineMs: number },
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let last = "";
    const settle = (end: () => void): void => {
      clearTimeout(deadline);
      for (const stop of stops) stop();
      end();
    };
    const look = (): void => {
      try {
        const found = probe();
        if (!NOTHING.has(found)) settle(() => resolve(found as T));
      } catch (error) {
        last = error instanceof Error ? error.message : String(error);
      }
    };
    const stops = on.map((source) => source.watch(look));
    const deadline = setTimeout(
      () => settle(() => reject(new Error(`Not within ${deadlineMs} ms: ${what}. ${last}\n${scene()}`))),
      deadlineMs,
    );
    look();
  });
}
