import { checkAlways } from "./check-always.js";
import { checkEnd } from "./check-end.js";
import type { Life } from "./life.js";
import { sheAnswers } from "./people-acting.js";
import { startWholeLife } from "./whole-life.js";
import type { World } from "./world.js";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A run that needs more than this to come to rest has not come to rest. */
const mostSteps = 60_000;

type StartLife = (world: World, ended: () => void) => Life;

/** Somebody starts the process again whenever it has ended. */
export function keepAlive(world: World, start: StartLife = startWholeLife): void {
  const begin = () => {
    world.life = start(world, () => {
      world.life = null;
      world.time.later(world.downMs(), begin);
    });
  };
  begin();
}

/** Lets the run go on until this instant, or until something is broken. */
export async function goOn(world: World, until: number): Promise<void> {
  const checked = { effects: 0 };
  while (world.time.now() < until && world.time.steps() < mostSteps && world.broken.length === 0) {
    if (!(await world.time.step())) return;
    checkAlways(world, checked);
  }
}

/** What is done, and looked at, when faults have ceased. */
export type AtRest = {
  /** She answers what she is asked. */
  readonly sheAnswers: (world: World) => void;
  readonly checkEnd: (world: World) => Promise<void>;
};

/** Faults cease, time passes, she answers what she is asked: then everything must be settled and told. */
export async function comeToRest(world: World, then: AtRest = { sheAnswers, checkEnd }): Promise<void> {
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
    then.sheAnswers(world);
    quiet = time.now() + minuteMs;
  }
  if (world.broken.length === 0) await then.checkEnd(world);
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
