import { readConfig } from "./config.js";
import { openDatabase } from "./db/open-database.js";
import { exitCodes } from "./exit-codes.js";
import { openLog, slackLogger } from "./log.js";
import { openBot } from "./open-bot.js";
import { meetSlack } from "./slack/meet-slack.js";
import { slackClients } from "./slack/slack-clients.js";
import { watchSlackClock } from "./slack/slack-clock.js";
import { whyNotHeard } from "./slack/why-not-heard.js";
import { stopInTime } from "./stop-in-time.js";

const now = Date.now;

/** The process: read the environment, open the house, listen, and stop in order. */
async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (read.kind === "complaints") return giveUp(read.complaints, exitCodes.config);
  const { config } = read;
  const log = openLog(config.logLevel);
  const database = openDatabaseOrSay(config.databasePath);
  if (!database) return;
  const clock = watchSlackClock(now);
  const slack = slackClients(config.slack.botToken, config.slack.apiUrl, slackLogger(log), clock.fetch);
  const met = await meetSlack(slack, {
    teamId: config.slack.teamId,
    executiveId: config.executiveId,
    channelId: config.teamChannelId,
  });
  if (met.kind !== "met") {
    database.close();
    return giveUp([met.sentence], met.kind === "wrong" ? exitCodes.config : exitCodes.temporary);
  }
  const opening = openBot(config, met.facts, { database, slack, clock, log });
  const bot = await opening.catch((error: unknown) => {
    const sentence = whyLater(error);
    if (sentence === null) throw error;
    database.close();
    giveUp([sentence], exitCodes.temporary);
    return null;
  });
  if (!bot) return;
  try {
    await bot.start();
  } catch (error) {
    const { wrong, sentence } = whyNotHeard(error);
    giveUp([sentence], wrong ? exitCodes.config : exitCodes.temporary);
    database.close();
    // Half-open sockets of the libraries would keep a process alive that hears nothing.
    process.exit();
  }
  log("started", { mode: config.slack.mode.kind });
  stopInTime({
    log,
    stop: async () => {
      await bot.stop();
      database.close();
    },
  });
}

/** What stands in the way of starting now, and may be gone later; null for anything else. */
function whyLater(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error.name === "WitnessUnread") return error.message;
  if (error.name !== "DiskTrouble") return null;
  return "The disk of the database cannot be written (it may be full). Nothing was started; make room and start again.";
}

function openDatabaseOrSay(path: string) {
  try {
    return openDatabase(path);
  } catch (error) {
    const unusable =
      error instanceof Error && /^SQLITE_(CANTOPEN|NOTADB)|^E[A-Z]+$/.test(String(codeOf(error)));
    if (unusable)
      giveUp(["DATABASE_PATH does not name a database that can be opened or made there."], exitCodes.config);
    else
      giveUp(
        [error instanceof Error ? error.message : "The database cannot be opened."],
        exitCodes.temporary,
      );
    return null;
  }
}

function codeOf(error: Error): unknown {
  return "code" in error ? error.code : null;
}

/** One line per thing to mend, on standard error, for the person who starts it. */
function giveUp(lines: readonly string[], code: number): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = code;
}

await main().catch((error: unknown) => {
  const name = error instanceof Error ? error.name : "unknown";
  giveUp([`Firsthand could not start, by a fault of its own (${name}). Start it again.`], exitCodes.fault);
  // Half-open sockets of the libraries would keep a process alive that does nothing.
  process.exit();
});
