import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { holdsCanary } from "./canary.js";
import { PEOPLE } from "./people.js";

/** Where a secret could have gone: the outputs, the wires (their Authorization headers excepted), screens and files. */
export type Searched = {
  readonly runs: readonly { output(): string }[];
  readonly slack: { readonly calls: readonly unknown[]; readonly hands: { look(user: string): unknown } };
  readonly x: { readonly calls: readonly unknown[] };
  readonly folder: string;
  readonly secrets: readonly string[];
};

/** The places that hold a secret; none in a house in order. Call logs hold paths, arguments and bodies. */
export function whereSecretsStand({ runs, slack, x, folder, secrets }: Searched): string[] {
  const files = readdirSync(folder);
  const places: [string, string][] = [
    ...runs.map((run, life): [string, string] => [`the bot's output, life ${life + 1}`, run.output()]),
    ["the calls of Slack's API", JSON.stringify(slack.calls)],
    ["the calls of X's API", JSON.stringify(x.calls)],
    ["what people see", JSON.stringify(PEOPLE.map(({ id }) => slack.hands.look(id)))],
    ...files.map((file): [string, string] => [
      `the file ${file}`,
      readFileSync(join(folder, file), "latin1"),
    ]),
    ...files.filter((file) => file.endsWith(".db")).flatMap((file) => tablesOf(join(folder, file))),
  ];
  return places.filter(([, text]) => holdsCanary(text, secrets)).map(([place]) => place);
}

/** Every table's rows, put together: a long value lies in pieces in the file itself. */
function tablesOf(path: string): [string, string][] {
  const sqlite = new Database(path, { readonly: true });
  try {
    const tables = sqlite
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all() as string[];
    return tables.map((table): [string, string] => [
      `the table ${table}`,
      (sqlite.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][]).flat().map(inWords).join("\n"),
    ]);
  } finally {
    sqlite.close();
  }
}

const inWords = (value: unknown): string =>
  Buffer.isBuffer(value) ? value.toString("latin1") : String(value);
