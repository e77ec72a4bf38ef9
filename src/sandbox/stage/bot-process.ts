import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { BotState } from "./stage-api.js";

export type BotProcess = {
  state(): BotState;
  /** Starts it, unless it runs. */
  start(): void;
  /** Asks it to end; kills it when it has not after the grace. Resolves when it is gone. */
  stop(): Promise<void>;
  watch(onChange: () => void): () => void;
};

export type BotProcessOptions = {
  args: readonly string[];
  cwd: string;
  env: Record<string, string>;
  onLine: (line: string) => void;
  /** It ended without being asked to. */
  onCrash: (sentence: string) => void;
  /** Milliseconds between SIGTERM and SIGKILL. */
  graceMs?: number;
};

const LINES_KEPT = 400;

/** The bot as its own process, as in production: the sandbox touches it through its environment and its sockets only. */
export function makeBotProcess(options: BotProcessOptions): BotProcess {
  const lines: string[] = [];
  const watchers = new Set<() => void>();
  let child: ChildProcess | null = null;
  let why: string | null = "It has not been started yet.";
  let crashed = false;
  let stopping = false;

  function changed(): void {
    for (const watcher of watchers) watcher();
  }

  function keep(line: string): void {
    lines.push(line);
    if (lines.length > LINES_KEPT) lines.shift();
    options.onLine(line);
    changed();
  }

  function ended(code: number | null, signal: NodeJS.Signals | null): void {
    child = null;
    crashed = !stopping;
    why = stopping ? "It was stopped." : `It ended by itself (${signal ?? `exit code ${code}`}).`;
    stopping = false;
    changed();
    if (crashed) options.onCrash(why);
  }

  return {
    state: () => ({
      status: child ? "running" : crashed ? "crashed" : "stopped",
      pid: child?.pid ?? null,
      why,
      lines: lines.slice(-80),
    }),
    start() {
      if (child) return;
      const started = spawn(process.execPath, options.args, {
        cwd: options.cwd,
        env: options.env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      child = started;
      // Nothing outlives the sandbox, however it ends.
      const killLast = (): void => {
        started.kill("SIGKILL");
      };
      process.once("exit", killLast);
      started.once("exit", () => process.off("exit", killLast));
      why = null;
      crashed = false;
      for (const stream of [started.stdout, started.stderr])
        createInterface({ input: stream }).on("line", keep);
      started.on("error", (error) => {
        keep(`the bot could not be started: ${error.message}`);
        if (child === started && started.pid === undefined) ended(1, null);
      });
      started.on("exit", ended);
      changed();
    },
    async stop() {
      const running = child;
      if (!running) return;
      stopping = true;
      const gone = new Promise<void>((resolve) => running.once("exit", () => resolve()));
      running.kill("SIGTERM");
      const last = setTimeout(() => running.kill("SIGKILL"), options.graceMs ?? 8_000);
      await gone;
      clearTimeout(last);
    },
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}
