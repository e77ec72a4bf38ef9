import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { throwDice } from "./kills/dice.js";
import { judge } from "./kills/judge.js";
import { type HouseReport, mostKills, playHouse } from "./kills/play-house.js";
import { addHouse, noFigures, sayFigures, sayOutcome, sayStories, stands } from "./kills/say-figures.js";

/** How many houses are played side by side: a kill is mostly waiting for the next start. */
const sideBySide = 2;

const [wanted = 50, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
if (![wanted, seed].every((number) => Number.isSafeInteger(number) && number >= 0) || wanted === 0) {
  process.stderr.write("prove:kills -- <how many kills> [seed]\n");
  process.exit(64);
}

let figures = noFigures;
let promised = 0;
let number = 0;
const broken: string[] = [];

async function playOn(): Promise<void> {
  while (promised < wanted) {
    const kills = Math.min(mostKills, wanted - promised);
    promised += kills;
    number += 1;
    const mode = number % 4 === 0 ? "http" : "socket";
    const report = await playHouse({ mode, kills, dice: throwDice(seed * 1_000 + number) });
    promised -= kills - report.kills;
    await close(report);
  }
}

async function close(report: HouseReport): Promise<void> {
  const verdict = judge(report.evidence);
  figures = addHouse(figures, report, verdict);
  if (!stands(verdict) || report.complaints.length > 0) {
    broken.push(await keep(report, sayStories(report, verdict)));
  }
  await report.house.close();
  process.stderr.write(`so far: ${sayOutcome(figures, seed)}\n`);
}

/** Told at once, and left behind with the database: nobody should have to wait for the other houses. */
async function keep({ house, lastWords }: HouseReport, stories: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "firsthand-kills-"));
  await cp(house.folder, folder, { recursive: true });
  const told = `${stories}\n${lastWords}\n`;
  await writeFile(join(folder, "story.txt"), told);
  process.stderr.write(told);
  return folder;
}

// Only an orderly exit takes the bots along.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const started = performance.now();
await Promise.all(Array.from({ length: Math.min(sideBySide, Math.ceil(wanted / mostKills)) }, playOn));
process.stdout.write(`${sayFigures(figures, seed, performance.now() - started)}\n`);
for (const folder of broken) process.stdout.write(`broken, left behind with its story: ${folder}\n`);
process.exitCode = broken.length === 0 ? 0 : 1;
