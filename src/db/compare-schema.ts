import { type OpenDatabase, openDatabase } from "./open-database.js";

/** Something that holds the rules and is not as the migrations write it. `name`: of a table, an index, a trigger. */
export type SchemaDifference = {
  readonly name: string;
  readonly wrong: "missing" | "changed" | "added";
};

export type SchemaCompared = {
  /** Tables, indexes, triggers and arrows that should stand. */
  readonly expected: number;
  readonly differences: readonly SchemaDifference[];
};

/**
 * Compares every table, index, trigger and arrow between states with those of a new database: a fence that was taken
 * away for a moment and put back as it was is not seen here.
 */
export function compareSchema(found: OpenDatabase, migrationsFolder?: string): SchemaCompared {
  const fresh = openDatabase(":memory:", migrationsFolder);
  const expected = rulesOf(fresh);
  fresh.close();
  const standing = rulesOf(found);
  const differences: SchemaDifference[] = [];
  for (const [name, text] of expected) {
    if (!standing.has(name)) differences.push({ name, wrong: "missing" });
    else if (standing.get(name) !== text) differences.push({ name, wrong: "changed" });
  }
  for (const name of standing.keys()) if (!expected.has(name)) differences.push({ name, wrong: "added" });
  return { expected: expected.size, differences };
}

function rulesOf({ sqlite }: OpenDatabase): ReadonlyMap<string, string> {
  const rules = new Map<string, string>();
  const made = sqlite.prepare<[], [string, string, string]>(
    // What SQLite makes by itself has no text, or is its own statistics.
    "SELECT type, name, trim(sql) FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
  );
  for (const [type, name, text] of made.raw().all() as [string, string, string][])
    rules.set(`${type} ${name}`, text);
  if (!rules.has("table arrows")) return rules;
  const arrows = sqlite.prepare<[], string>(
    "SELECT noun || ' ' || from_state || ' → ' || to_state FROM arrows",
  );
  for (const arrow of arrows.pluck().all()) rules.set(`arrow ${arrow}`, "");
  return rules;
}
