import { parseArgs } from "node:util";
import { compareAnswers } from "./compare-answers.js";
import { compareHistories } from "./history/compare-histories.js";
import type { Plan } from "./play-rounds.js";
import { mostPresses, pressToX } from "./press-to-x.js";
import { type Figure, sayFigure } from "./say-figure.js";
import { spreadOf } from "./spread.js";

/**
 * bench [--quick]: our bot against a bare Bolt app in the same run, and from her press to X.
 * bench --history N: the same questions with N past suggestions in the database and with 1,000.
 * Prints one figure on each line. A missed aim is said; only a wrong answer, or one that is not durable, fails the run.
 */

const usage = "usage: npm run bench [-- --quick] [-- --history N]\n";
const few = 1_000;

type Scale = Plan & { readonly houses: number; readonly presses: number; readonly times: number };

const whole: Scale = {
  rounds: 5,
  batch: 200,
  warmUp: 50,
  alone: 15,
  idleMs: 3_000,
  houses: 2,
  presses: mostPresses,
  times: 200,
};
const quick: Scale = {
  rounds: 2,
  batch: 100,
  warmUp: 20,
  alone: 5,
  idleMs: 1_000,
  houses: 1,
  presses: 15,
  times: 20,
};

async function main(): Promise<number> {
  const asked = readArguments();
  if (!asked) {
    process.stderr.write(usage);
    return 64;
  }
  const started = performance.now();
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const scale = asked.quick ? quick : whole;
  if (asked.history === null) {
    for (const figure of await compareAnswers(scale)) say(sayFigure(figure));
    say(sayFigure(await pressing(scale)));
  } else {
    const told = await compareHistories({ few, many: asked.history, times: scale.times });
    for (const figure of told.figures) say(sayFigure(figure));
    for (const note of told.notes) say(note);
  }
  say(`whole, every answer right and stored, in ${Math.round((performance.now() - started) / 1000)} s`);
  return 0;
}

async function pressing({ houses, presses }: Scale): Promise<Figure> {
  const times: number[] = [];
  for (let house = 0; house < houses; house++) times.push(...(await pressToX(presses)));
  const { p50, p99, count } = spreadOf(times);
  return {
    value: p99,
    unit: "ms",
    what: "p99 from her press to the words at X, one at a time",
    from: `p50 ${p50.toFixed(1)} ms, ${count} presses`,
    aim: { atMost: 100 },
  };
}

function readArguments(): { quick: boolean; history: number | null } | null {
  try {
    const { values } = parseArgs({ options: { quick: { type: "boolean" }, history: { type: "string" } } });
    const history = values.history === undefined ? null : Number(values.history);
    if (history !== null && !(Number.isSafeInteger(history) && history >= few)) return null;
    return { quick: values.quick === true, history };
  } catch {
    return null;
  }
}

// Only an orderly exit takes the apps along.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
process.exitCode = await main();
