import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";

export type PageFile = { type: string; body: Buffer };

/** The page, built in memory: path → file. Nothing in it is fetched from elsewhere. */
export async function buildPageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const page = join(repositoryRoot(), "src", "sandbox", "page");
  const { outputFiles } = await build({
    entryPoints: { page: join(page, "main.tsx"), style: join(page, "style.css") },
    outdir: "/",
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    minify: true,
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  const files = new Map<string, PageFile>();
  for (const file of outputFiles) {
    const name = file.path.slice(Math.max(file.path.lastIndexOf("/"), file.path.lastIndexOf("\\")) + 1);
    const type = name.endsWith(".css") ? "text/css" : "text/javascript";
    files.set(`/${name}`, { type: `${type}; charset=utf-8`, body: Buffer.from(file.contents) });
  }
  const index = await readFile(join(page, "index.html"));
  files.set("/", { type: "text/html; charset=utf-8", body: index });
  return files;
}

/** The page is read as source, from `src` even when this runs compiled from `dist`. */
export function repositoryRoot(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
  }
  throw new Error("the sandbox does not find the repository it belongs to");
}
