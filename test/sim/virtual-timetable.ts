import { type Lane, openLane } from "../../src/clock/lane.js";
import type { Lanes } from "../../src/clock/timetable.js";
import { whatIsDue } from "./due-lanes.js";
import type { Happening } from "./virtual-time.js";
import { botNow, type World } from "./world.js";

type Needs = { readonly world: World; alive(): boolean };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Lanes that look at the machine: while nothing is wrong with it, now and then is enough. */
const watches: ReadonlySet<string> = new Set(["disk", "clock", "witness"]);

const none: ReadonlySet<string> = new Set();

/** As src/clock/timetable.ts, by the virtual clock; how long a lane waits for quiet is `life.poke`'s. Quiet stretches are ticked through by the hour. */
export function openVirtualTimetable(lanes: Lanes, { world, alive }: Needs) {
  const { dice, time } = world;
  const opened = Object.entries(lanes).map(([name, run]): [string, Lane] => [
    name,
    openLane(run, (error) => world.trace(() => `  lane ${name} failed: ${String(error)}`)),
  ]);
  let timer: Happening | null = null;
  let stopped = false;
  function arm(due: number | null, now: number): void {
    if (timer) timer.dropped = true;
    if (due === null || stopped) return;
    timer = time.later(Math.min(hourMs, Math.max(due - now, 250)), () => alive() && wake());
  }

  function wake(): void {
    const now = botNow(world);
    const due = whatIsDue(world.house.database, now);
    const idle = dice.chance(0.1) ? none : due.idle;
    for (const [name, lane] of opened) {
      const watching = idle !== none && watches.has(name) && world.skew === 0 && !dice.chance(0.25);
      if (!watching && !idle.has(name)) lane.poke();
    }
    arm(due.next, now);
  }

  let gap = minuteMs;
  let commits = world.happened.commits;
  function tick(): void {
    if (!alive() || stopped) return;
    gap = commits === world.happened.commits ? Math.min(hourMs, gap * 2) : minuteMs;
    commits = world.happened.commits;
    wake();
    time.later(gap, tick);
  }
  time.later(gap, tick);

  return {
    wake,
    async stop(): Promise<void> {
      stopped = true;
      if (timer) timer.dropped = true;
      await Promise.all(opened.map(([, lane]) => lane.close()));
    },
  };
}
