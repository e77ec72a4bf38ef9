import { setTimeout as pause } from "node:timers/promises";
import { type House, type Mode, startHouse } from "../../story/start-house.js";
import { autopsy, type Interrupted } from "./autopsy.js";
import type { Dice } from "./dice.js";
import type { Evidence } from "./evidence.js";
import { followCards } from "./follow-cards.js";
import { followCreates } from "./follow-creates.js";
import { keepBot } from "./keep-bot.js";
import { keepPeopleBusy } from "./keep-people-busy.js";
import { makeTrouble } from "./make-trouble.js";
import { pressCards } from "./press-cards.js";
import { settleHouse } from "./settle-house.js";
import { aims, strike } from "./strike.js";

/** One house from its first start to its last word. */
export type HouseReport = {
  readonly kills: number;
  readonly restarts: number;
  readonly evidence: Evidence;
  readonly troubles: Readonly<Record<string, number>>;
  readonly interrupted: readonly Interrupted[];
  /** What Slack would not have taken from a busy machine, or for a press delivered twice: late answers, spent triggers. */
  readonly misses: number;
  readonly endedByItself: number;
  /** What should not have been, besides what the judge finds: sentences. */
  readonly complaints: readonly string[];
  readonly recordLines: number;
  /** The bot's last words, for whoever has to find out. */
  readonly lastWords: string;
  readonly house: House;
};

const missed = /acknowledged an envelope too late|expired_trigger_id|exchanged_trigger_id/;

/** X takes 100 requests for posts in 15 minutes, and answers 75 times who somebody is. */
const mostCreates = 88;
const mostStarts = 65;
export const mostKills = 55;
/** How often somebody does something while the bot lives. */
const busyMs = 250;
/** On a busy machine all takes longer, from the press to the record too. */
const usualStartMs = 1_000;

/** Plays until the bot was killed this often; fewer when X's limits end it. The house stays open. */
export async function playHouse(given: { mode: Mode; kills: number; dice: Dice }): Promise<HouseReport> {
  const { dice, mode } = given;
  const house = await startHouse({
    mode,
    withBot: false,
    privateTeamChannel: true,
    env: { LOG_LEVEL: "info" },
  });
  const book = followCards(house);
  const creates = followCreates(house, book);
  const presses = pressCards(house, book);
  const trouble = makeTrouble(house, dice);
  const everybody = keepPeopleBusy(house, book, presses, dice);
  const bot = keepBot(house);
  const interrupted: Interrupted[] = [];
  const complaints: string[] = [];
  let [kills, slowness] = [0, 1];

  const bury = async (): Promise<void> => {
    await bot.gone();
    const found = autopsy(house, book);
    if (!found.sound) complaints.push(`after kill ${kills} the database is damaged`);
    interrupted.push(...found.interrupted);
  };
  const killed = (): void => {
    kills += 1;
    bot.kill();
  };

  bot.spawn();
  let spawnedAt = performance.now();
  while (kills < given.kills && house.runs.length < mostStarts && creates.all().length < mostCreates) {
    if (kills > 0 && dice.chance(0.1)) {
      await pause(dice.between(50, 900));
      killed();
    } else if ((await bot.started()) === "started") {
      slowness = Math.max(1, (performance.now() - spawnedAt) / usualStartMs);
      trouble.arm();
      everybody.act();
      const busy = setInterval(everybody.act, busyMs * slowness);
      await strike(dice.weighed(aims), { house, book, dice, slowness, kill: killed });
      clearInterval(busy);
    }
    await bury();
    bot.spawn();
    spawnedAt = performance.now();
    if (dice.chance(0.15)) everybody.act();
  }

  trouble.end();
  const settled = await settleHouse(house, { bot, everybody, presses });
  complaints.push(
    ...settled.complaints,
    ...bot.endings.strange,
    ...everybody.stumbles,
    ...house.x.problems,
    ...house.slack.problems.filter((problem) => !missed.test(problem)),
  );
  const shown = new Set(book.stories.map(({ name }) => name));
  for (const name of everybody.suggested) if (!shown.has(name)) complaints.push(`nobody saw ${name}`);
  const evidence: Evidence = {
    stories: book.stories,
    creates: creates.all(),
    posts: house.x.posts.map(({ id, text, createdAt }) => ({ id, text, at: createdAt })),
    answeredAt: book.answeredAt,
    refusedPresses: settled.refusedPresses,
  };
  book.close();
  creates.close();
  return {
    kills,
    restarts: house.runs.length - 1,
    evidence,
    troubles: trouble.met(),
    interrupted,
    misses: house.slack.problems.filter((problem) => missed.test(problem)).length,
    endedByItself: bot.endings.byItself,
    complaints,
    recordLines: settled.recordLines,
    lastWords: house.runs
      .map((run) => run.output())
      .join("")
      .split("\n")
      .slice(-40)
      .join("\n"),
    house,
  };
}
