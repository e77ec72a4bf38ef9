import Database from "better-sqlite3";
import type { House } from "./start-house.js";

/** The lines of the record as they stand in the bot's database, oldest first. */
export function recordOf({ env }: House): { kind: string; about: Record<string, unknown> }[] {
  const sqlite = new Database(env.DATABASE_PATH, { readonly: true });
  try {
    const lines = sqlite.prepare("SELECT kind, about FROM record ORDER BY seq").all();
    return (lines as { kind: string; about: string }[]).map(({ kind, about }) => ({
      kind,
      about: JSON.parse(about) as Record<string, unknown>,
    }));
  } finally {
    sqlite.close();
  }
}
