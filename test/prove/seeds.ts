import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { openMemoryHouse } from "../sim/memory-house.js";
import { type Run, runSeed } from "../sim/run-seed.js";
import { add, addRun, noRuns, sayTotals, type Totals } from "../sim/seed-totals.js";

/**
 * prove:seeds -- N [first]: the real flows over real SQLite in memory under a virtual clock, N times, each with its
 * own seed of faults, crashes, presses and delays. A seed that breaks a rule is printed with its trace.
 */

type Share = { readonly first: number; readonly count: number; readonly every: number };
type Told = {
  readonly totals: Totals;
  readonly failed: readonly { seed: number; broken: readonly string[] }[];
};

/** So many seeds between two words to the main thread. */
const batch = 50;
const mostFailures = 20;

async function work({ first, count, every }: Share, tell: (told: Told) => void): Promise<void> {
  const house = openMemoryHouse();
  let totals = noRuns();
  let failed: { seed: number; broken: readonly string[] }[] = [];
  for (let run = 0; run < count; run++) {
    const done: Run = await runSeed(first + run * every, house);
    addRun(totals, done);
    if (done.broken.length > 0) failed.push({ seed: done.seed, broken: done.broken });
    if ((run + 1) % batch !== 0 && run + 1 < count) continue;
    tell({ totals, failed });
    totals = noRuns();
    failed = [];
  }
  house.close();
}

async function prove(count: number, first: number): Promise<boolean> {
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
      inWorker({ first: first + place, count: Math.ceil((count - place) / workers), every: workers }, hear),
    ),
  );
  for (const line of sayTotals(totals, performance.now() - started)) process.stdout.write(`${line}\n`);
  failed.sort((a, b) => a.seed - b.seed);
  for (const { seed, broken } of failed.slice(0, mostFailures))
    process.stdout.write(`seed ${seed}: ${broken[0]}\n`);
  const [worst] = failed;
  if (worst) await replay(worst.seed);
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
async function replay(seed: number): Promise<boolean> {
  const house = openMemoryHouse();
  const { broken } = await runSeed(seed, house, { trace: (line) => process.stdout.write(`${line}\n`) });
  house.close();
  for (const what of broken) process.stdout.write(`BROKEN ${what}\n`);
  process.stdout.write(`replay: npm run prove:seeds -- 1 ${seed}\n`);
  return broken.length === 0;
}

if (isMainThread) {
  const [count, first] = [Number(process.argv[2] ?? 1_000), Number(process.argv[3] ?? 1)];
  if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(first)) {
    process.stderr.write("usage: npm run prove:seeds -- N [first seed]\n");
    process.exitCode = 64;
  } else process.exitCode = (await (count === 1 ? replay(first) : prove(count, first))) ? 0 : 1;
} else await work(workerData as Share, (told) => parentPort?.postMessage(told));
