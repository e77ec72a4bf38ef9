import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../src/sandbox/stage/page-files.js";

export type Ending = { code: number | null; signal: NodeJS.Signals | null };

/** One life of the bot as its own process. */
export type BotRun = {
  readonly pid: number;
  /** Everything said on both outputs so far. */
  output(): string;
  /** What was said to the person who started it. */
  errorLines(): string[];
  ended(): Ending | null;
  readonly gone: Promise<Ending>;
  kill(signal: NodeJS.Signals): void;
  watch(onChange: () => void): () => void;
};

/** Starts `node dist/main.js` with exactly this environment. Throws when the bot was not built. */
export function runBot(env: Record<string, string>): BotRun {
  const root = repositoryRoot();
  const file = join(root, "dist", "main.js");
  if (!existsSync(file)) throw new Error("The bot is not built: npx tsc -p tsconfig.build.json");
  const watchers = new Set<() => void>();
  const chunks: Buffer[] = [];
  const errors: Buffer[] = [];
  let ending: Ending | null = null;
  const changed = (): void => {
    for (const watcher of [...watchers]) watcher();
  };
  const child = spawn(process.execPath, ["--enable-source-maps", file], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const killLast = (): void => void child.kill("SIGKILL");
  process.once("exit", killLast);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      changed();
    });
  }
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  const gone = new Promise<Ending>((resolve, reject) => {
    child.once("error", reject);
    // `close` comes after the last word on both outputs, `exit` may come before.
    child.once("close", (code, signal) => {
      process.off("exit", killLast);
      ending = { code, signal };
      resolve(ending);
      changed();
    });
  });
  return {
    pid: child.pid ?? 0,
    output: () => Buffer.concat(chunks).toString("utf8"),
    errorLines: () => Buffer.concat(errors).toString("utf8").trimEnd().split("\n"),
    ended: () => ending,
    gone,
    kill: (signal) => void child.kill(signal),
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}
