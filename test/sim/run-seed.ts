import { morning } from "../db/builders.js";
import { aWorld, type Options } from "./a-world.js";
import { freshRun } from "./acts.js";
import { rollFrom } from "./dice.js";
import type { House } from "./memory-house.js";
import { colleaguesPress, sheLooks, teamActs, teamWantsAgain } from "./people-acting.js";
import { roughTimes } from "./rough-times.js";
import { comeToRest, goOn, keepAlive } from "./to-rest.js";
import { startTime, underVirtualTimers } from "./virtual-time.js";
import type { Happened, World } from "./world.js";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Long enough for a card to expire, and for the message that offers it once more. */
const fortnightMs = 15 * 24 * hourMs;

export type Run = {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly happened: Happened;
  readonly steps: number;
  readonly simulatedMs: number;
  readonly approved: number;
  readonly posted: number;
  readonly calls: number;
};

/** One seed, from an empty database to rest: the same seed is the same run. */
export async function runSeed(seed: number, house: House, options: Options = {}): Promise<Run> {
  house.reset();
  freshRun();
  const dice = rollFrom(seed);
  const time = startTime(morning, dice);
  const span = dice.pick([20 * minuteMs, hourMs, 2 * hourMs, 3 * hourMs, 26 * hourMs]);
  const world = aWorld(dice, time, house, options);
  return underVirtualTimers(time, async () => {
    keepAlive(world);
    const until = time.now() + (dice.chance(0.04) ? fortnightMs : span);
    teamActs(world, until);
    sheLooks(world, until);
    colleaguesPress(world, until);
    teamWantsAgain(world, until);
    roughTimes(world, until);
    await goOn(world, until);
    await comeToRest(world);
    return whatCameOf(world, seed);
  });
}

export function whatCameOf(world: World, seed: number): Run {
  return {
    seed,
    broken: [...world.broken],
    happened: world.happened,
    steps: world.time.steps(),
    simulatedMs: world.time.now() - morning,
    approved: world.approvals.size,
    posted: world.x.effects.length,
    calls: world.calls.length,
  };
}
