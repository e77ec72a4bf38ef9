import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Defence, without } from "./defence.js";
import { runTests, type TestRun } from "./run-tests.js";

/** What is wrong before anything is taken away: with the list, or with a named test as the product stands. */
export async function runUnchanged(folder: string, defences: readonly Defence[]): Promise<readonly string[]> {
  const astray = await wordsAstray(folder, defences);
  const [first, ...more] = new Set(defences.flatMap(({ held }) => held.by));
  if (astray.length > 0 || first === undefined) return astray;
  const named = [...new Set(defences.map(({ held }) => `(?:${held.named})`))].join("|");
  const run = await runTests(folder, { by: [first, ...more], named }, 2);
  const failed = run.ran
    .filter(({ said }) => said.length > 0)
    .map(({ file, name, said }) => `fails as it stands: ${file}: ${name}: ${said[0]?.split("\n")[0]}`);
  return [...run.broken, ...failed, ...defences.flatMap((defence) => emptyPatterns(defence, run))];
}

/** Those whose words do not stand in the copy exactly once: a refactoring must not orphan a defence. */
async function wordsAstray(folder: string, defences: readonly Defence[]): Promise<readonly string[]> {
  const tried = defences.map(async (defence) =>
    without(defence, await readFile(join(folder, defence.file), "utf8")),
  );
  const settled = await Promise.allSettled(tried);
  return settled.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : []));
}

/** Of the files that should hold a defence, those in which its pattern finds no test. */
function emptyPatterns({ name, held }: Defence, { ran }: TestRun): readonly string[] {
  const pattern = new RegExp(held.named);
  return held.by
    .filter((path) => !ran.some((test) => test.file === path && pattern.test(test.name)))
    .map((path) => `«${name}»: no test of ${path} is named /${held.named}/`);
}
