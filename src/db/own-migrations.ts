import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the migrations: above this file, whether it runs as source, compiled or bundled (decision 0018). */
export function ownMigrations(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const migrations = join(folder, "drizzle");
    if (existsSync(join(migrations, "meta", "_journal.json"))) return migrations;
  }
  throw new Error("the migrations are not where the program is: the installation is not whole");
}
