import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, resolve, sep } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** One file under `src/`, its path written with slashes. */
export type SourceFile = {
  /** From `src/`: `core/seal.ts`. */
  readonly path: string;
  /** The folder right under `src/`; empty for the files beside `main.ts`. */
  readonly room: string;
  readonly name: string;
  readonly text: string;
  /** The text without comments. */
  readonly code: string;
  /** What it imports: a path from `src/` for its own, `../x` for what lies outside, a package's name otherwise. */
  readonly imports: readonly string[];
  /** Of those, what it imports for its types alone. */
  readonly typeImports: readonly string[];
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)(\s+type)?\b(?:[^;"'`]*?\bfrom)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|\brequire\(\s*["']([^"']+)["']\s*\)/g;

/** Every TypeScript file of the product. */
export function sourceFiles(): readonly SourceFile[] {
  const src = join(root, "src");
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readSource(relative(src, join(entry.parentPath, entry.name)).split(sep).join("/")))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** A file of the repository by its path from the root; null where there is none. */
export function repositoryFile(path: string): string | null {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, "src", path), "utf8");
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{(])\/\/.*$/gm, "");
  const found = [...code.matchAll(IMPORT)].map(([, type, from, dynamic, required]) => ({
    what: leadsTo(path, from ?? dynamic ?? required ?? ""),
    isType: type !== undefined,
  }));
  return {
    path,
    room: path.includes("/") ? (path.split("/")[0] ?? "") : "",
    name: posix.basename(path),
    text,
    code,
    imports: found.map(({ what }) => what),
    typeImports: found.filter(({ isType }) => isType).map(({ what }) => what),
  };
}

function leadsTo(path: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return posix.join(dirname(path), specifier).replace(/\.js$/, ".ts");
}
