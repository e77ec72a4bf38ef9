import type { World } from "./world.js";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What else may happen to a process and its machine while a run lasts. */
export function roughTimes(world: World, until: number): void {
  const { dice, time } = world;
  const sometime = (run: () => void) => time.later(dice.below(until - time.now()), run);
  for (let kill = dice.pick([0, 0, 0, 1, 2]); kill > 0; kill--) sometime(() => void world.life?.crash());
  if (dice.chance(0.15))
    sometime(() => {
      world.happened.stops += 1;
      void world.life?.stop();
    });
  if (dice.chance(0.12))
    sometime(() => {
      world.happened.jumps += 1;
      world.skew = dice.pick([-hourMs, -30_000, 61_000, 11 * minuteMs, hourMs]);
      world.trace(() => `the clock of the machine is set ${world.skew} ms off`);
      sometime(() => {
        world.skew = 0;
      });
    });
  if (dice.chance(0.1)) sometime(() => restoreLater(world, until));
  if (dice.chance(0.2))
    sometime(() => {
      world.heard = false;
      time.later(dice.pick([5_000, 60_000, 900_000]), () => {
        world.heard = true;
      });
    });
}

/** An operator backs up the database, and later puts that copy back while the process is down. */
function restoreLater(world: World, until: number): void {
  world.trace(() => "the database is backed up");
  world.house.backUp();
  world.time.later(world.dice.below(Math.max(1, until - world.time.now())), () => {
    void world.life?.crash();
    if (!world.house.restore()) return;
    world.happened.restored += 1;
    world.trace(() => "the backup is restored");
  });
}
