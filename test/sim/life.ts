import type { Routes } from "./routes.js";
import type { Happening } from "./virtual-time.js";
import { forgetSends, type World } from "./world.js";

/** One life of the process, from its start to its end, however that comes. */
export type Life = {
  alive(): boolean;
  /** Null until it listens. */
  routes(): Routes | null;
  /** Resolves that much later, or never: the process is gone by then. */
  wait(ms: number): Promise<void>;
  /** Lets others have a turn, or ends here when the process is gone. */
  turn(): Promise<void>;
  /** Something was committed, or time has come: the lanes look. */
  poke(): void;
  /** Ends the process at once. Nothing it was doing goes on. */
  crash(): Promise<never>;
  /** As on SIGTERM: what is under way is finished first. */
  stop(): Promise<void>;
};

/** What a process does once its start is over. */
export type Work = {
  readonly routes: Routes | null;
  /** Its lanes look at what is due. */
  readonly wake: () => void;
  /** Finishes what is under way. */
  readonly close: () => Promise<void>;
};

/** A new one each time: whoever waits for one that all share is never forgotten. */
const never = (): Promise<never> => new Promise(() => undefined);

/** A process begins. It ends itself when its start fails. */
export function beginLife(world: World, start: (life: Life) => Promise<Work>, ended: () => void): Life {
  const { dice, time } = world;
  let alive = true;
  let work: Work | null = null;
  let pending: Happening | null = null;

  const life: Life = {
    alive: () => alive,
    routes: () => work?.routes ?? null,
    wait: (ms) => (alive ? new Promise((go) => time.later(ms, () => alive && go())) : never()),
    turn: () => (!alive ? never() : dice.chance(0.08) ? life.wait(dice.between(0, 30)) : Promise.resolve()),
    poke() {
      if (!alive || pending || !work) return;
      pending = time.later(dice.between(0, 3), () => {
        pending = null;
        if (alive) work?.wake();
      });
    },
    crash() {
      if (alive) {
        alive = false;
        forgetSends(world);
        world.happened.crashes += 1;
        world.trace(() => "the process ends");
        ended();
      }
      return never();
    },
    async stop() {
      world.trace(() => "SIGTERM");
      await work?.close();
      if (!alive) return;
      alive = false;
      world.trace(() => "the process has stopped");
      ended();
    },
  };

  world.happened.starts += 1;
  world.trace(() => "a process starts");
  start(life).then(
    (begun) => {
      work = begun;
      work.wake();
    },
    (error: unknown) => {
      world.trace(() => `  the start failed: ${String(error)}`);
      void life.crash();
    },
  );
  return life;
}
