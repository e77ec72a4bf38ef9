import { setTimeout as pause } from "node:timers/promises";
import type { Contestant } from "./contestants.js";
import type { RunningApp } from "./run-app.js";
import { type Batch, sendCommands } from "./send-commands.js";

export const levels = [1, 10, 100] as const;
export type Level = (typeof levels)[number];
export type Name = Contestant["name"];

/** What was measured of one contestant in all rounds. Times in milliseconds, memory in MiB. */
export type Measured = {
  readonly coldMs: number[];
  readonly memory: number[];
  /** Of answers to one command after which everything came to rest before the next. */
  readonly aloneMs: number[];
  readonly answerMs: Record<Level, number[]>;
  /** Of each batch: answered commands per second. */
  readonly perSecond: Record<Level, number[]>;
};

export type Plan = {
  readonly rounds: number;
  /** Commands of one batch; those that warm up are not measured. */
  readonly batch: number;
  readonly warmUp: number;
  /** Commands after each of which everything comes to rest. */
  readonly alone: number;
  /** Both stand idle for so long before their memory is looked at. */
  readonly idleMs: number;
};

type Needs = {
  readonly contestants: readonly [Contestant, Contestant];
  /** A link nobody suggested before. */
  readonly newLink: () => string;
  /** Called between the batches, when both stand idle. */
  readonly meanwhile: () => void;
};

/** Both in every round, one after the other, in turn first: what disturbs the machine disturbs both. */
export async function playRounds(plan: Plan, needs: Needs): Promise<Record<Name, Measured>> {
  const [one, other] = needs.contestants;
  const measured = { ours: nothingYet(), bare: nothingYet() };
  // Once for nothing: the database is made, and the files are in the machine's memory for both.
  for (const each of needs.contestants) await (await startOne(each, needs)).stop();
  for (let round = 0; round < plan.rounds; round++) {
    const inTurn = round % 2 === 0 ? [one, other] : [other, one];
    await playRound(inTurn, measured, plan, needs);
  }
  return measured;
}

async function playRound(
  inTurn: readonly Contestant[],
  measured: Record<Name, Measured>,
  plan: Plan,
  needs: Needs,
): Promise<void> {
  const running: { contestant: Contestant; app: RunningApp }[] = [];
  try {
    for (const contestant of inTurn) {
      const app = await startOne(contestant, needs);
      running.push({ contestant, app });
      measured[contestant.name].coldMs.push(app.coldMs);
    }
    await pause(plan.idleMs);
    for (const { contestant, app } of running) measured[contestant.name].memory.push(await leastMemory(app));
    for (let number = 0; number < plan.alone; number++)
      for (const contestant of inTurn) {
        const [answered] = (await sendChecked(contestant, 1, 1, needs)).answers;
        if (answered) measured[contestant.name].aloneMs.push(answered.ms);
      }
    for (const level of levels) {
      for (const contestant of inTurn)
        await playBatch(contestant, level, measured[contestant.name], plan, needs);
      needs.meanwhile();
    }
  } finally {
    await Promise.all(running.map(({ app }) => app.stop()));
  }
}

async function startOne(contestant: Contestant, { newLink }: Needs): Promise<RunningApp> {
  const app = await contestant.start(newLink());
  contestant.check([app.firstAnswer]);
  await contestant.rest();
  return app;
}

async function playBatch(
  contestant: Contestant,
  level: Level,
  measured: Measured,
  { batch, warmUp }: Plan,
  needs: Needs,
): Promise<void> {
  await sendChecked(contestant, warmUp, level, needs);
  const { answers, seconds } = await sendChecked(contestant, batch, level, needs);
  measured.answerMs[level].push(...answers.map(({ ms }) => ms));
  measured.perSecond[level].push(answers.length / seconds);
}

async function sendChecked(
  { door, check, rest }: Contestant,
  count: number,
  atOnce: number,
  { newLink }: Needs,
): Promise<Batch> {
  const sent = await sendCommands(door, Array.from({ length: count }, newLink), atOnce);
  check(sent.answers);
  await rest();
  return sent;
}

async function leastMemory(app: RunningApp): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let sample = 0; sample < 4; sample++) {
    least = Math.min(least, await app.memory());
    await pause(100);
  }
  return least;
}

function nothingYet(): Measured {
  const none = <T>(): Record<Level, T[]> => ({ 1: [], 10: [], 100: [] });
  return { coldMs: [], memory: [], aloneMs: [], answerMs: none(), perSecond: none() };
}
