import { rmSync } from "node:fs";
import { mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { showNextCards } from "../../../src/flows/show-next-cards.js";
import { type Figure, milliseconds } from "../say-figure.js";
import { percentile } from "../spread.js";
import { fillHistory } from "./fill-history.js";
import { type OldHouse, openOldHouse } from "./old-house.js";
import { type Question, questions, waiting } from "./questions.js";

type Asked = { readonly few: number; readonly many: number; readonly times: number };

/** Starts with each database, to see how long opening it takes. */
const starts = 3;
/** A question that takes long is asked less often: once it was asked for so long, in milliseconds. */
const patienceMs = 30_000;
const leastTimes = 5;
/** Cards that stand before her while everything is asked. */
const cards = 4;

/**
 * The same questions put to two desks in turn, one with a short past and one with a long one. Throws at the first
 * wrong answer.
 */
export async function compareHistories({ few, many, times }: Asked): Promise<{
  readonly figures: Figure[];
  readonly notes: string[];
}> {
  const folder = await mkdtemp(join(tmpdir(), "firsthand-bench-"));
  // Gigabytes: taken along however the run ends.
  const forget = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", forget);
  const [short, long] = [join(folder, "short.db"), join(folder, "long.db")] as const;
  try {
    const filling = performance.now();
    await fillHistory(short, few, Date.now());
    await fillHistory(long, many, Date.now());
    const filledS = Math.round((performance.now() - filling) / 1000);
    const opened = compareOpening([short, long]);
    const houses = [openOldHouse(short), openOldHouse(long)] as const;
    const figures: Figure[] = [];
    for (const house of houses) await furnish(house);
    for (const question of questions) figures.push(await compare(question, houses, times));
    for (const house of houses) house.close();
    const mib = Math.round((await stat(long)).size / 2 ** 20);
    return {
      figures: [...figures, opened],
      notes: [
        `${many} past suggestions against ${few}, the last ten weeks alike; ${mib} MiB, filled in ${filledS} s with ` +
          "triggers and indexes taken off and put back, then compared with the migrations at the start",
      ],
    };
  } finally {
    process.off("exit", forget);
    forget();
  }
}

async function furnish(house: OldHouse): Promise<void> {
  for (let card = 0; card < cards; card++) await waiting(house);
  await showNextCards(house);
}

async function compare(
  question: Question,
  [short, long]: readonly [OldHouse, OldHouse],
  times: number,
): Promise<Figure> {
  const took = { short: [] as number[], long: [] as number[] };
  const askShort = async () => void took.short.push(await question.ask(short));
  const askLong = async () => void took.long.push(await question.ask(long));
  for (const house of [short, long, short, long]) await question.ask(house);
  const started = performance.now();
  for (let time = 0; time < times; time++) {
    if (time >= leastTimes && performance.now() - started > patienceMs) break;
    for (const ask of time % 2 === 0 ? [askShort, askLong] : [askLong, askShort]) await ask();
  }
  return figure(question.what, took);
}

function compareOpening([short, long]: readonly [string, string]): Figure {
  const took = { short: [] as number[], long: [] as number[] };
  for (let start = 0; start < starts; start++) {
    for (const [path, times] of [
      [short, took.short],
      [long, took.long],
    ] as const) {
      const house = openOldHouse(path);
      times.push(house.openedMs);
      house.close();
    }
  }
  return { ...figure("opening the database at a start", took), aim: null };
}

function figure(what: string, took: { short: number[]; long: number[] }): Figure {
  const [short, long] = [percentile(took.short, 50), percentile(took.long, 50)];
  return {
    value: long / short,
    unit: "times",
    what,
    from: `p50 ${milliseconds(long)} ms, with a short past ${milliseconds(short)} ms (${took.long.length} times each)`,
    aim: { atMost: 1.2 },
  };
}
