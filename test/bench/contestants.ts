import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { wordsFor } from "../../src/i18n/words-for.js";
import { repositoryRoot } from "../../src/sandbox/stage/page-files.js";
import { NADIA, PEOPLE } from "../story/people.js";
import { freePort } from "../story/start-house.js";
import { lookBehind } from "./look-behind.js";
import { type RunningApp, runApp } from "./run-app.js";
import type { Answered, Door } from "./send-commands.js";

/** One of the two that are compared. */
export type Contestant = {
  readonly name: "ours" | "bare";
  readonly door: Door;
  start(text: string): Promise<RunningApp>;
  /** Throws unless every answer is the right one, and what it promised is stored. */
  check(answers: readonly Answered[]): void;
  /** Resolves when nothing is left of the work that the answers promised, and the line is empty again. */
  rest(): Promise<void>;
  close(): void;
};

const restMs = 120_000;

/** The real process, as `npm start` starts it, in HTTP mode. It must be built. */
export function ourBot(env: Record<string, string>): Contestant {
  const { DATABASE_PATH: path = "", PORT, SLACK_SIGNING_SECRET: signingSecret = "" } = env;
  const file = join(repositoryRoot(), "dist", "main.js");
  if (!existsSync(file)) throw new Error("the bot is not built: npm run build");
  const door = { port: Number(PORT), signingSecret };
  const locale = PEOPLE.find(({ id }) => id === NADIA)?.locale ?? "";
  const takenIn = wordsFor(locale).answers.takenIn;
  // The bot makes its database; what is behind it can be looked at from its first answer on.
  let behind: ReturnType<typeof lookBehind> | null = null;
  const database = () => {
    behind ??= lookBehind(path);
    return behind;
  };
  return {
    name: "ours",
    door,
    start: (text) => runApp(["--enable-source-maps", file], env, door, text),
    check(answers) {
      for (const { status, body, typed } of answers)
        if (status !== 200 || !textOf(body).startsWith(takenIn)) throw wrong("our bot", typed, status, body);
      database().mustHold(answers.map(({ typed }) => typed));
    },
    async rest() {
      const deadline = performance.now() + restMs;
      while (database().left() > 0) {
        if (performance.now() > deadline) throw new Error(`work is left after ${restMs / 1000} s`);
        await pause(50);
      }
      database().clearLine();
    },
    close: () => behind?.close(),
  };
}

/** What Bolt itself costs: `bare-bolt.ts`, started beside this file. */
export async function bareBolt(env: Record<string, string>): Promise<Contestant> {
  const port = await freePort();
  const door = { port, signingSecret: env.SLACK_SIGNING_SECRET ?? "" };
  const file = join(repositoryRoot(), "dist", "bench", "bare-bolt.js");
  return {
    name: "bare",
    door,
    start: (text) => runApp([file], { ...env, PORT: String(port) }, door, text),
    check(answers) {
      for (const { status, body, typed } of answers)
        if (status !== 200 || body !== `You typed: ${typed}`) throw wrong("bare Bolt", typed, status, body);
    },
    rest: async () => undefined,
    close: () => undefined,
  };
}

function textOf(body: string): string {
  try {
    return String(JSON.parse(body).text);
  } catch {
    return "";
  }
}

function wrong(who: string, typed: string, status: number, body: string): Error {
  return new Error(`${who} answered wrongly to «/suggest ${typed}»: ${status} ${body.slice(0, 300)}`);
}
