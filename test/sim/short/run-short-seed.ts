import { account, morning } from "../../db/builders.js";
import { aWorld, type Options } from "../a-world.js";
import { freshRun } from "../acts.js";
import { rollFrom } from "../dice.js";
import type { House } from "../memory-house.js";
import { roughTimes } from "../rough-times.js";
import { type Run, whatCameOf } from "../run-seed.js";
import { comeToRest, goOn, keepAlive } from "../to-rest.js";
import { startTime, underVirtualTimers } from "../virtual-time.js";
import { checkShortEnd } from "./check-short-end.js";
import { furnishSlack, suggestionIds } from "./furnish.js";
import { shePauses, sheWrites } from "./her-own-acts.js";
import {
  sheAnswersAll,
  sheDoesOneThing,
  sheResumes,
  somebodySuggests,
  suggesterWantsAgain,
} from "./short-acts.js";
import { startShortLife } from "./short-life.js";
import type { ShortWorld } from "./short-world.js";
import { sheReadsAllConcerns, sheReadsConcerns, theTeamDoesOneThing } from "./team-acts.js";

const secondMs = 1_000;
const minuteMs = 60 * secondMs;

/**
 * One seed of the flows alone, over cards that stand before her already: a few minutes, a few presses, every fault.
 * The whole bot, with what it draws and how it is driven, is `runSeed`'s; here many more orders of events are tried.
 * @param house furnished (furnish.ts)
 */
export async function runShortSeed(seed: number, house: House, options: Options = {}): Promise<Run> {
  house.reset();
  freshRun();
  const dice = rollFrom(seed);
  const time = startTime(morning, dice);
  const world = aWorld(dice, time, house, options);
  const short: ShortWorld = { world, house, flows: null, troubles: new Set() };
  return underVirtualTimers(time, async () => {
    await furnishSlack(short);
    keepAlive(world, startShortLife(short));
    const until = time.now() + dice.pick([1, 1, 2, 5, 12, 40]) * minuteMs;
    people(short, until);
    roughTimes(world, until);
    changes(short, until);
    await goOn(world, until);
    short.troubles.clear();
    await comeToRest(world, {
      sheAnswers: () => {
        sheReadsAllConcerns(short);
        sheAnswersAll(short);
      },
      checkEnd: () => checkShortEnd(short),
    });
    return whatCameOf(world, seed);
  });
}

function people(short: ShortWorld, until: number): void {
  const { dice, time } = short.world;
  let left = dice.between(1, 4);
  const act = () => {
    if (time.now() > until || left === 0) return;
    left -= 1;
    sheDoesOneThing(short);
    if (dice.chance(0.1)) sheResumes(short);
    if (dice.chance(0.08)) shePauses(short);
    if (dice.chance(0.08)) sheWrites(short);
    if (dice.chance(0.1)) sheReadsConcerns(short, dice.pick(suggestionIds));
    time.later(dice.pick([300, 2_000, 11_000, 40_000]) + dice.below(2_000), act);
  };
  time.later(dice.between(0, 3_000), act);
  let said = dice.pick([0, 0, 0, 1, 2, 3]);
  const team = () => {
    if (time.now() > until || said === 0) return;
    said -= 1;
    theTeamDoesOneThing(short);
    time.later(dice.pick([200, 3_000, 9_000, 30_000]) + dice.below(2_000), team);
  };
  time.later(dice.between(0, 12_000), team);
  if (dice.chance(0.15)) time.later(dice.below(until - time.now()), () => somebodySuggests(short, 1));
  if (dice.chance(0.3))
    time.later(dice.below(until - time.now() + 10 * minuteMs), () => suggesterWantsAgain(short));
}

/** What keeps posts back comes and goes; sometimes the keys of another account are put in. */
function changes({ world, troubles }: ShortWorld, until: number): void {
  const { dice, time } = world;
  if (dice.chance(0.2)) {
    const trouble = dice.pick(["disk", "wrong_clock", "account_unmet"] as const);
    time.later(dice.below(until - time.now()), () => {
      troubles.add(trouble);
      time.later(dice.pick([2_000, 30_000, 660_000]), () => troubles.delete(trouble));
    });
  }
  if (dice.chance(0.06))
    time.later(dice.below(until - time.now()), () => {
      world.account = { ...account, id: "1900000000000000002" as typeof account.id };
      world.trace(() => "the keys of another account are put in");
      void world.life?.crash();
    });
}
