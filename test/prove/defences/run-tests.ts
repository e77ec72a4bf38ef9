import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { z } from "zod";
import type { Held } from "./defence.js";

/** One test that ran to an end. */
export type Ran = {
  /** From the root of the repository. */
  readonly file: string;
  /** With the names of what it stands in, as a pattern sees it. */
  readonly name: string;
  /** What each failure said; empty when it passed. */
  readonly said: readonly string[];
};

export type TestRun = {
  readonly ran: readonly Ran[];
  /** Files that could not even be loaded, with the reason. */
  readonly broken: readonly string[];
};

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** A run that takes longer than this has hung; milliseconds. */
const longestRunMs = 600_000;

/** Runs some tests of a copy in a vitest of their own. Throws when it does not report at all. */
export async function runTests(folder: string, { by, named }: Held, workers = 1): Promise<TestRun> {
  const output = join(folder, "tests.json");
  await rm(output, { force: true });
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  const given = [
    "--reporter=json",
    `--outputFile=${output}`,
    `--maxWorkers=${workers}`,
    "--testTimeout=15000",
  ];
  const errors = await new Promise<string>((resolve) => {
    const args = [vitest, "run", ...by, "-t", named, ...given];
    // Failing tests end it with 1: what it reports is what counts.
    execFile(process.execPath, args, { cwd: folder, timeout: longestRunMs }, (_error, _out, told) =>
      resolve(told),
    );
  });
  const written = await readFile(output, "utf8").catch(() => {
    throw new Error(`vitest reported nothing in ${folder}: ${errors.slice(0, 2_000)}`);
  });
  return readRun(folder, report.parse(JSON.parse(written)));
}

function readRun(folder: string, { testResults }: z.infer<typeof report>): TestRun {
  const ended = new Set(["passed", "failed"]);
  return {
    ran: testResults.flatMap(({ name: file, assertionResults }) =>
      assertionResults
        .filter(({ status }) => ended.has(status))
        .map(({ fullName, status, failureMessages }) => ({
          file: relative(folder, file),
          name: fullName,
          said: status === "failed" ? (failureMessages ?? ["it failed without a word"]) : [],
        })),
    ),
    broken: testResults
      .filter(({ assertionResults }) => assertionResults.length === 0)
      .map(({ name, message }) => `${relative(folder, name)}: ${message.slice(0, 300)}`),
  };
}
