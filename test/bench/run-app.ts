import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { type Answered, type Door, sendCommands } from "./send-commands.js";

/** An app as its own process, from its first answer on. */
export type RunningApp = {
  readonly pid: number;
  readonly firstAnswer: Answered;
  /** From the start of the process to its first answer, in milliseconds. */
  readonly coldMs: number;
  /** Resident memory now, in MiB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
};

const patienceMs = 30_000;

/** Starts `node file` with exactly this environment and types `/suggest` until it answers. Throws when it ends. */
export async function runApp(args: readonly string[], env: Record<string, string>, door: Door, text: string) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  const complaints: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
  const gone = once(child, "exit");
  const killLast = (): void => void child.kill("SIGKILL");
  process.once("exit", killLast);
  void gone.then(() => process.off("exit", killLast));

  const firstAnswer = await knock();
  const app: RunningApp = {
    pid: child.pid ?? 0,
    firstAnswer,
    coldMs: performance.now() - started,
    async memory() {
      const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(child.pid)]);
      return Number(stdout) / 1024;
    },
    async stop() {
      child.kill("SIGTERM");
      await Promise.race([gone, pause(patienceMs, null, { ref: false })]);
      child.kill("SIGKILL");
      await gone;
    },
  };
  return app;

  async function knock(): Promise<Answered> {
    const deadline = performance.now() + patienceMs;
    while (child.exitCode === null && performance.now() < deadline) {
      const [answer] = (await sendCommands(door, [text], 1).catch(() => null))?.answers ?? [];
      if (answer) return answer;
      // Nobody tells when a port opens.
      await pause(5);
    }
    child.kill("SIGKILL");
    throw new Error(`${args.at(-1)} does not answer. ${Buffer.concat(complaints).toString().slice(-500)}`);
  }
}
