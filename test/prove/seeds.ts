import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type MemoryHouse, openMemoryHouse } from "../sim/memory-house.js";
import { type Run, runSeed } from "../sim/run-seed.js";
import { add, addRun, noRuns, sayTotals, type Totals } from "../sim/seed-totals.js";
import { furnish } from "../sim/short/furnish.js";
import { runShortSeed } from "../sim/short/run-short-seed.js";

/**
 * prove:seeds -- N [first] [--whole]: the real flows over real SQLite in memory under a virtual clock, N times, each
 * with its own seed of faults, crashes, presses and delays. `--whole`: with everything around them, from Slack's
 * deliveries to the drawing of messages; far slower. A seed that breaks a rule is printed with its trace.
 */

type Share = {
  readonly first: number;
  readonly count: number;
  readonly every: number;
  readonly whole: boolean;
};
type Told = {
  readonly totals: Totals;
  readonly failed: readonly { seed: number; broken: readonly string[] }[];
};

/** So many seeds between two words to the main thread. */
const batch = 50;
const mostFailures = 20;

const usage = "usage: npm run prove:seeds -- N [first seed] [--whole]\n";

async function openHouse(whole: boolean): Promise<MemoryHouse> {
  const house = openMemoryHouse();
  if (!whole) await furnish(house);
  return house;
}

async function work({ first, count, every, whole }: Share, tell: (told: Told) => void): Promise<void> {
  const house = await openHouse(whole);
  const run = whole ? runSeed : runShortSeed;
  let totals = noRuns();
  let failed: { seed: number; broken: readonly string[] }[] = [];
  for (let number = 0; number < count; number++) {
    const done: Run = await run(first + number * every, house);
    addRun(totals, done);
    if (done.broken.length > 0) failed.push({ seed: done.seed, broken: done.broken });
    if ((number + 1) % batch !== 0 && number + 1 < count) continue;
    tell({ totals, failed });
    totals = noRuns();
    failed = [];
  }
  house.close();
}

async function prove(count: number, first: number, whole: boolean): Promise<boolean> {
  const started = performance.now();
  const totals = noRuns();
  const failed: Told["failed"][number][] = [];
  const hear = (told: Told) => {
    add(totals, told.totals);
    failed.push(...told.failed);
  };
  const workers = Math.min(availableParallelism(), count);
  await Promise.all(
    Array.from({ length: workers }, (_, place) =>
      inWorker(
        { first: first + place, count: Math.ceil((count - place) / workers), every: workers, whole },
        hear,
      ),
    ),
  );
  for (const line of sayTotals(totals, performance.now() - started)) process.stdout.write(`${line}\n`);
  failed.sort((a, b) => a.seed - b.seed);
  for (const { seed, broken } of failed.slice(0, mostFailures))
    process.stdout.write(`seed ${seed}: ${broken[0]}\n`);
  const [worst] = failed;
  if (worst) await replay(worst.seed, whole);
  return failed.length === 0 && totals.runs === count;
}

function inWorker(share: Share, hear: (told: Told) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share });
    worker.on("message", hear);
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
  });
}

/** The same run once more, step by step. */
async function replay(seed: number, whole: boolean): Promise<boolean> {
  const house = await openHouse(whole);
  const run = whole ? runSeed : runShortSeed;
  const { broken } = await run(seed, house, { trace: (line) => process.stdout.write(`${line}\n`) });
  house.close();
  for (const what of broken) process.stdout.write(`BROKEN ${what}\n`);
  process.stdout.write(`replay: npm run prove:seeds -- 1 ${seed}${whole ? " --whole" : ""}\n`);
  return broken.length === 0;
}

function asked(): { count: number; first: number; whole: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      options: { whole: { type: "boolean" } },
      allowPositionals: true,
    });
    const [count, first] = [Number(positionals[0] ?? 1_000), Number(positionals[1] ?? 1)];
    const lawful = Number.isSafeInteger(count) && count >= 1 && Number.isSafeInteger(first);
    return lawful && positionals.length <= 2 ? { count, first, whole: values.whole === true } : null;
  } catch {
    return null;
  }
}

async function main(): Promise<number> {
  const ask = asked();
  if (!ask) {
    process.stderr.write(usage);
    return 64;
  }
  const { count, first, whole } = ask;
  return (await (count === 1 ? replay(first, whole) : prove(count, first, whole))) ? 0 : 1;
}

if (isMainThread) process.exitCode = await main();
else await work(workerData as Share, (told) => parentPort?.postMessage(told));
