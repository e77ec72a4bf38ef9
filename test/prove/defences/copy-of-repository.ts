import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Defence, without } from "./defence.js";

/** A working copy of the repository, to take defences away from. */
export type Copy = {
  readonly folder: string;
  /** Does this while these defences are away, and puts them back whatever happens. */
  withoutThem<T>(defences: readonly Defence[], act: () => Promise<T>): Promise<T>;
};

/**
 * Copies source, tests, migrations and the files beside them; the packages are linked one by one. It is gone when
 * this process ends.
 */
export async function copyOf(repository: string): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), "firsthand-defences-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const beside = (await readdir(repository)).filter((name) => /\.(json|ts|yml)$|^\.env\.example$/.test(name));
  for (const name of ["src", "test", "drizzle", "docs", ...beside])
    await cp(join(repository, name), join(folder, name), { recursive: true });
  // Not the folder as a whole: vitest keeps what it remembers in it.
  const packages = join(repository, "node_modules");
  await mkdir(join(folder, "node_modules"));
  for (const name of await readdir(packages))
    await symlink(join(packages, name), join(folder, "node_modules", name));

  return {
    folder,
    async withoutThem(defences, act) {
      const whole = new Map<string, string>();
      try {
        for (const defence of defences) {
          const path = join(folder, defence.file);
          const text = await readFile(path, "utf8");
          if (!whole.has(path)) whole.set(path, text);
          await writeFile(path, without(defence, text));
        }
        return await act();
      } finally {
        for (const [path, text] of whole) await writeFile(path, text);
      }
    },
  };
}
