import { exitCodes } from "../../../src/exit-codes.js";
import { type BotRun, runBot } from "../../story/run-bot.js";
import type { House } from "../../story/start-house.js";

/** The bot's lives, one after another. */
export type KeptBot = {
  /** Begins a life. */
  spawn(): void;
  /** Resolves when it hears Slack, or has ended before that. */
  started(): Promise<"started" | "ended">;
  kill(): void;
  gone(): Promise<unknown>;
  /** SIGTERM; resolves with how it ended. */
  stop(): Promise<{ code: number | null }>;
  /** It ended although nobody killed it: how often, and what was no «try again later». */
  readonly endings: { byItself: number; readonly strange: string[] };
};

/** A machine that proves several things at once starts slowly. */
const readyMs = 120_000;

export function keepBot(house: House): KeptBot {
  const endings = { byItself: 0, strange: [] as string[] };
  const told = new WeakSet<BotRun>();
  let run: BotRun | null = null;
  const life = (): BotRun => {
    if (!run) throw new Error("the bot was never started");
    return run;
  };
  return {
    endings,
    spawn() {
      const begun = runBot(house.env);
      run = begun;
      house.runs.push(begun);
      void begun.gone.then(({ code, signal }) => {
        if (told.has(begun)) return;
        endings.byItself += 1;
        if (code !== exitCodes.temporary) {
          endings.strange.push(`${code ?? signal}: ${begun.errorLines().slice(-3).join(" ")}`);
        }
      });
    },
    async started() {
      const started = life();
      await house.until(
        "the bot says it has started",
        () => started.output().includes('"started"') || started.ended(),
        readyMs,
      );
      return started.ended() ? "ended" : "started";
    },
    kill: () => end("SIGKILL"),
    gone: () => life().gone,
    stop() {
      end("SIGTERM");
      return life().gone;
    },
  };

  function end(signal: NodeJS.Signals): void {
    if (life().ended()) return;
    told.add(life());
    life().kill(signal);
  }
}
