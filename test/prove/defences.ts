import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { allDefences } from "./defences/all-defences.js";
import { copyOf } from "./defences/copy-of-repository.js";
import type { Defence } from "./defences/defence.js";
import { runUnchanged } from "./defences/run-unchanged.js";
import { type Trial, tryDefence } from "./defences/try-defence.js";

// Takes each defence of the product away in a copy, and sees its tests fail: `npm run prove:defences -- [--only NAME]`.

const usage = "prove:defences -- [--only NAME]\n";
const say = (line: string) => process.stdout.write(`${line}\n`);

function chosen(): readonly Defence[] {
  try {
    const { only } = parseArgs({ options: { only: { type: "string" } } }).values;
    const found = only === undefined ? allDefences : allDefences.filter(({ name }) => name === only);
    if (found.length === 0) throw new Error(`no defence is called «${only}»`);
    return found;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "arguments"}\n${usage}`);
    process.exit(64);
  }
}

/** The root of the repository, from wherever this was bundled to. */
function repository(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

function sayTrial({ defence: { name, coveredBy }, verdict }: Trial): void {
  const covered = coveredBy === undefined ? "" : ` (covered by «${coveredBy}»: both taken away)`;
  if (verdict.kind === "caught")
    say(`caught      ${String(verdict.failed).padStart(3)} failed  ${name}${covered}`);
  else say(`NOT CAUGHT  ${name}${covered}: ${verdict.why}`);
}

// Only an orderly exit takes the copies along.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const defences = chosen();
const started = performance.now();
// Two processors: as many copies.
const copies = await Promise.all([copyOf(repository()), copyOf(repository())]);
const trials: Trial[] = [];
const wrong = await runUnchanged(copies[0].folder, defences);
for (const line of wrong) say(line);
if (wrong.length === 0) {
  const waiting = defences.values();
  await Promise.all(
    copies.map(async (copy) => {
      for (const defence of waiting) {
        const cover = allDefences.find(({ name }) => name === defence.coveredBy) ?? null;
        const trial = await tryDefence(defence, cover, copy);
        trials.push(trial);
        sayTrial(trial);
      }
    }),
  );
}
const caught = trials.flatMap(({ verdict }) => (verdict.kind === "caught" ? [verdict] : []));
const missed = trials.length - caught.length;
const thrown = caught.filter(({ asserted }) => !asserted).length;
if (trials.length < defences.length) say("nothing was taken away: what is said above comes first");
else
  say(
    `caught by an assertion of a test ${caught.length - thrown}, by what the product threw in one ${thrown}`,
  );
say(`took ${Math.round((performance.now() - started) / 1_000)} s`);
say(`defences ${defences.length} · caught ${caught.length} · not caught ${missed}`);
process.exitCode = caught.length === defences.length ? 0 : 1;
