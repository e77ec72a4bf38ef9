import { account, executive, morning, nadia } from "../db/builders.js";
import { freshRun } from "./acts.js";
import { checkAlways } from "./check-always.js";
import { checkEnd } from "./check-end.js";
import { type Dice, rollFrom } from "./dice.js";
import { openFarX } from "./far-x.js";
import { type Fault, faultsOf, type Plan } from "./faults.js";
import { startLife } from "./life.js";
import type { House } from "./memory-house.js";
import { olga, sheAnswers, sheLooks, teamActs } from "./people-acting.js";
import { openSlackRoom } from "./slack-room.js";
import { startTime, underVirtualTimers } from "./virtual-time.js";
import { type Happened, honest, type Tamper, type World } from "./world.js";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A run that needs more than this to come to rest has not come to rest. */
const mostSteps = 60_000;

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

type Options = { readonly trace?: (line: string) => void; readonly tamper?: Tamper };

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
    const until = time.now() + (dice.chance(0.04) ? 8 * 24 * hourMs : span);
    teamActs(world, until);
    sheLooks(world, until);
    troubles(world, until);
    await goOn(world, until);
    await comeToRest(world);
    return {
      seed,
      broken: [...world.broken],
      happened: world.happened,
      steps: time.steps(),
      simulatedMs: time.now() - morning,
      approved: world.approvals.size,
      posted: world.x.effects.length,
      calls: world.calls.length,
    };
  });
}

export function aWorld(
  dice: Dice,
  time: World["time"],
  house: House,
  { trace, tamper = honest }: Options = {},
): World {
  const said = trace
    ? (line: () => string) => trace(`${new Date(time.now()).toISOString().slice(5, 23)} ${line()}`)
    : () => undefined;
  return {
    dice,
    time,
    house,
    tamper,
    slack: openSlackRoom(time),
    x: openFarX(time, dice, dice.pick([0, 2_000, 40_000])),
    settings: {
      holdMs: dice.pick([0, 10_000, 10_000]),
      limits: {
        atOnce: dice.pick([0, 1, 2]),
        perDay: dice.pick([0, 5]),
        perHour: 20,
        hours: dice.chance(0.7)
          ? { kind: "always" }
          : { kind: "weekly", days: [1, 2, 3, 4, 5], from: 480, to: 1200 },
      },
      refusesDuplicates: dice.chance(0.5),
      resetsAfterMs: [5_000, 60_000, 300_000, 1_800_000],
      members: [executive, nadia, olga],
    },
    plan: aPlan(dice),
    life: null,
    skew: 0,
    account,
    downMs: () => dice.pick([500, 2_000, 20_000, 200_000]),
    heard: true,
    twice: () => dice.chance(0.08),
    acts: new Map(),
    forms: [],
    calls: [],
    uncertain: [],
    unrecorded: new Map(),
    late: new Set(),
    approvals: new Map(),
    broken: [],
    passed: new Map(),
    claimed: new Map(),
    happened: {
      crashes: 0,
      starts: 0,
      stops: 0,
      jumps: 0,
      restored: 0,
      commits: 0,
      sends: 0,
      presses: 0,
      faults: {},
    },
    trace: said,
  };
}

/** How rough a run is, the seed says: some have no fault at all, some hardly anything else. */
function aPlan(dice: Dice): Plan {
  const rate = dice.pick([0, 0.01, 0.03, 0.06, 0.15]);
  const ends = (fault: Fault) => fault.startsWith("k");
  return {
    breaks({ at, step }) {
      // The call to X is where most is at stake, and there are few of them.
      const here = step === "publish" ? Math.max(rate * 4, rate > 0 ? 0.25 : 0) : rate;
      if (!dice.chance(here)) return null;
      const fault = dice.pick(faultsOf[at]);
      return ends(fault) && at !== "x" && dice.chance(0.6) ? null : fault;
    },
  };
}

/** Somebody starts the process again whenever it has ended. */
export function keepAlive(world: World): void {
  const { time } = world;
  const start = () => {
    world.life = startLife(world, () => {
      world.life = null;
      time.later(world.downMs(), start);
    });
  };
  start();
}

function troubles(world: World, until: number): void {
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

/** Lets the run go on until this instant, or until something is broken. */
export async function goOn(world: World, until: number): Promise<void> {
  const checked = { effects: 0 };
  while (world.time.now() < until && world.time.steps() < mostSteps && world.broken.length === 0) {
    if (!(await world.time.step())) return;
    checkAlways(world, checked);
  }
}

/** Faults cease, time passes, she answers what she is asked: then everything must be settled and told. */
export async function comeToRest(world: World): Promise<void> {
  world.plan = { breaks: () => null };
  world.heard = true;
  world.skew = 0;
  world.twice = () => false;
  world.trace(() => "faults cease");
  const { time } = world;
  const patience = time.now() + 4 * 24 * hourMs;
  const checked = { effects: 0 };
  let quiet = time.now() + 12 * minuteMs;
  while (world.broken.length === 0) {
    if (time.now() > patience || time.steps() > mostSteps) {
      world.broken.push(`no rest after ${time.steps()} steps: ${unrest(world)}`);
      return;
    }
    await time.step();
    checkAlways(world, checked);
    if (time.now() < quiet) continue;
    if (unrest(world) === "") break;
    sheAnswers(world);
    quiet = time.now() + minuteMs;
  }
  if (world.broken.length === 0) await checkEnd(world);
}

/** What is still under way, in words; empty when nothing is. */
function unrest({ house }: World): string {
  const { sqlite } = house.database;
  const posts = sqlite
    .prepare<[], string>("SELECT state FROM posts WHERE state IN ('scheduled', 'running', 'asking')")
    .pluck()
    .all();
  const owed = sqlite.prepare<[], string>("SELECT kind FROM messages WHERE wanted > shown").pluck().all();
  const reading = sqlite
    .prepare<[], string>("SELECT id FROM suggestions WHERE state = 'reading'")
    .pluck()
    .all();
  return [...posts, ...owed, ...reading].join(" ");
}
