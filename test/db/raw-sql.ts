import type Database from "better-sqlite3";
import { expect } from "vitest";

type Values = Readonly<Record<string, unknown>>;

/** A noun as columns: what a stray script would write. Columns of one's own win. */
export function insertRaw(
  sqlite: Database.Database,
  table: string,
  noun: Values,
  own: Values = {},
  verb = "INSERT",
): void {
  const row: Values = { ...Object.fromEntries(Object.entries(noun).map(column)), ...own };
  const names = Object.keys(row);
  sqlite
    .prepare(`${verb} INTO ${table} (${names.join(", ")}) VALUES (${names.map((n) => `@${n}`).join(", ")})`)
    .run(row);
}

function column([name, value]: [string, unknown]): [string, unknown] {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return [snake, Array.isArray(value) ? JSON.stringify(value) : value];
}

/** Expects this statement to be refused by the fence that says so. */
export function refused(statement: () => void, sentence: string): void {
  expect(statement).toThrow(
    expect.objectContaining({ code: "SQLITE_CONSTRAINT_TRIGGER", message: `fence: ${sentence}` }),
  );
}
