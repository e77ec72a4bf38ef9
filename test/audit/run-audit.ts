import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../../src/sandbox/stage/page-files.js";

export type AuditRun = { code: number | null; out: string[]; err: string[] };

/** Runs the audit as its own process with exactly this environment. Throws when it was not built. */
export async function runAudit(env: Record<string, string>, ...args: string[]): Promise<AuditRun> {
  const file = join(repositoryRoot(), "dist", "audit", "main.js");
  if (!existsSync(file)) throw new Error("The audit is not built: npx tsc -p tsconfig.build.json");
  const child = spawn(process.execPath, ["--enable-source-maps", file, ...args], {
    env: { PATH: process.env.PATH ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 25_000,
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    said.out += chunk.toString("utf8");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said.err += chunk.toString("utf8");
  });
  const [code] = (await once(child, "close")) as [number | null];
  const lines = (text: string) => text.split("\n").filter((line) => line !== "");
  return { code, out: lines(said.out), err: lines(said.err) };
}
