import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, expect, it } from "vitest";
import { repositoryRoot } from "../../../src/sandbox/stage/page-files.js";
import type { BotState } from "../../../src/sandbox/stage/stage-api.js";

const undo: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

type Running = { child: ChildProcess; firstLine: string; temporary: string };

/** The built sandbox as a person starts it, with a temporary folder of its own to look into afterwards. */
async function start(args: readonly string[]): Promise<Running> {
  const root = repositoryRoot();
  const temporary = await mkdtemp(join(tmpdir(), "sandbox-process-"));
  undo.push(() => rm(temporary, { recursive: true, force: true }));
  const child = spawn(process.execPath, [join(root, "dist", "sandbox", "main.js"), ...args], {
    cwd: temporary,
    env: { PATH: process.env.PATH, TMPDIR: temporary },
    stdio: ["ignore", "pipe", "inherit"],
  });
  undo.push(async () => child.kill("SIGKILL"));
  const [firstLine] = await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), "line");
  return { child, firstLine: String(firstLine), temporary };
}

it.each(["SIGTERM", "SIGINT"] as const)(
  "the sandbox prints the page first and leaves nothing behind after %s",
  async (signal) => {
    const { child, firstLine, temporary } = await start(["--port", "0"]);
    expect(firstLine).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(firstLine)).status).toBe(200);
    expect(await readdir(temporary)).toHaveLength(1);
    const { pid } = (await (await fetch(`${firstLine}/api/bot`)).json()) as BotState;

    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(await readdir(temporary)).toEqual([]);
    await expect(fetch(firstLine)).rejects.toThrow();
    if (pid !== null) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  },
);
