import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { repositoryRoot } from "../../src/sandbox/stage/page-files.js";
import { commitCost } from "./commit-cost.js";
import { bareBolt, ourBot } from "./contestants.js";
import type { FarEnds } from "./far-ends.js";
import { type Level, levels, type Measured, type Name, type Plan, playRounds } from "./play-rounds.js";
import { type Aim, type Figure, milliseconds } from "./say-figure.js";
import { percentile, spreadOf } from "./spread.js";

/** Our bot against bare Bolt: answers, cold start, idle memory. Throws at the first wrong answer. */
export async function compareAnswers(plan: Plan): Promise<Figure[]> {
  const far = fork(join(repositoryRoot(), "dist", "bench", "far-ends.js"), { stdio: "inherit" });
  try {
    const [{ env, articles }] = (await Promise.race([once(far, "message"), ended(far)])) as [FarEnds];
    const contestants = [ourBot(env), await bareBolt(env)] as const;
    const commits = commitCost(dirname(env.DATABASE_PATH ?? ""));
    const commitMs: number[] = [];
    let number = 0;
    const newLink = () => {
      number += 1;
      return `${articles}${number}`;
    };
    const meanwhile = () => void commitMs.push(...commits.measure(50));
    const measured = await playRounds(plan, { contestants, newLink, meanwhile });
    commits.close();
    for (const contestant of contestants) contestant.close();
    return figures(measured, commitMs);
  } finally {
    if (far.connected) far.disconnect();
  }
}

async function ended(far: ChildProcess): Promise<never> {
  await once(far, "exit");
  throw new Error("the far ends have ended");
}

function figures({ ours, bare }: Record<Name, Measured>, commitMs: readonly number[]): Figure[] {
  const commit = spreadOf(commitMs);
  const [here, there] = [spreadOf(ours.answerMs[1]), spreadOf(bare.answerMs[1])];
  const medians = (
    what: string,
    own: readonly number[],
    others: readonly number[],
    unit: string,
    most: number,
  ) => ratio(what, middle(own), middle(others), `${unit}, ${own.length} rounds`, { atMost: most });
  return [
    {
      value: here.p50 / (there.p50 + commit.p50),
      unit: "times",
      what: "p50 of an answer, one at a time, of bare Bolt's and one durable commit",
      from:
        `ours ${milliseconds(here.p50)} ms, bare ${milliseconds(there.p50)} ms + commit ` +
        `${milliseconds(commit.p50)} ms (p99 ${milliseconds(commit.p99)}, ${commit.count} commits)`,
      aim: { atMost: 1 },
    },
    alone(ours.aloneMs, bare.aloneMs, commit.p50),
    ...levels.flatMap((level) => answersAt(level, ours, bare)),
    medians("cold start to first answer", ours.coldMs, bare.coldMs, "ms", 2),
    medians("idle memory", ours.memory, bare.memory, "MiB", 1.5),
  ];
}

/** What an answer itself takes: nothing that another one left to do is in its way. */
function alone(own: readonly number[], others: readonly number[], commitMs: number): Figure {
  const [here, there] = [middle(own), middle(others)];
  return {
    value: here / (there + commitMs),
    unit: "times",
    what: "the same, each over a new connection when the work of the one before is done",
    from: `ours ${milliseconds(here)} ms, bare ${milliseconds(there)} ms + commit (${own.length} commands each)`,
    aim: null,
  };
}

function answersAt(level: Level, ours: Measured, bare: Measured): Figure[] {
  const [here, there] = [spreadOf(ours.answerMs[level]), spreadOf(bare.answerMs[level])];
  const rates = [ours, bare].map(({ perSecond }) => middle(perSecond[level]));
  const [own = 0, others = 0] = rates;
  const counts = `${here.count} commands each`;
  return [
    ratio(
      `answers a second, ${level} at a time`,
      own,
      others,
      counts,
      level === 100 ? { atLeast: 0.2 } : null,
    ),
    ratio(`p50 of an answer, ${level} at a time`, here.p50, there.p50, "ms", null),
    ratio(`p99 of an answer, ${level} at a time`, here.p99, there.p99, "ms", null),
  ];
}

function ratio(what: string, ours: number, bare: number, more: string, aim: Aim | null): Figure {
  const from = `ours ${milliseconds(ours)}, bare ${milliseconds(bare)} (${more})`;
  return { value: ours / bare, unit: "times", what, from, aim };
}

const middle = (values: readonly number[]) => percentile(values, 50);
