import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type DatabaseRefusal, isDatabaseRefusal } from "../../src/db/database-refusal.js";
import { writtenTriggers } from "../../src/db/fence-triggers.js";
import { openDatabase } from "../../src/db/open-database.js";
import { openHouse, shown } from "./house.js";

const migrations = fileURLToPath(new URL("../../drizzle", import.meta.url));
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "firsthand-db-"));
  path = join(folder, "firsthand.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a stray script does between two starts. */
function tamper(...statements: string[]): void {
  const sqlite = new Database(path);
  sqlite.pragma("foreign_keys = OFF");
  for (const statement of statements) sqlite.exec(statement);
  sqlite.close();
}

/** The migrations of a later version: ours and one more. */
function withOneMore(...statements: string[]): string {
  const later = join(folder, "drizzle");
  cpSync(migrations, later, { recursive: true });
  const journalPath = join(later, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(journalPath, "utf8"));
  const when = Math.max(...journal.entries.map((entry: { when: number }) => entry.when)) + 1;
  journal.entries.push({ idx: 2, version: "6", when, tag: "0002_later", breakpoints: true });
  writeFileSync(journalPath, JSON.stringify(journal));
  writeFileSync(join(later, "0002_later.sql"), statements.join("\n--> statement-breakpoint\n"));
  return later;
}

/** The migrations of an earlier version. */
function only(...numbers: string[]): string {
  const earlier = join(folder, "earlier");
  cpSync(migrations, earlier, { recursive: true });
  const journalPath = join(earlier, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(journalPath, "utf8"));
  const entries = journal.entries.filter(({ tag }: { tag: string }) => numbers.includes(tag.slice(0, 4)));
  writeFileSync(journalPath, JSON.stringify({ ...journal, entries }));
  return earlier;
}

function refusal(name: DatabaseRefusal, sentence: string, folderOfMigrations?: string): void {
  let thrown: unknown;
  try {
    openDatabase(path, folderOfMigrations).close();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ message: expect.stringContaining(sentence) });
  expect(isDatabaseRefusal(thrown, name)).toBe(true);
}

const start = (folderOfMigrations?: string) => openDatabase(path, folderOfMigrations).close();

/** As drizzle-kit rebuilds a table: SQLite cannot change one in place. */
const rebuilt = [
  "PRAGMA foreign_keys=OFF;",
  `CREATE TABLE __new_revisions (
    id text PRIMARY KEY NOT NULL, desk_id text NOT NULL, suggestion_id text NOT NULL, number integer NOT NULL,
    text text NOT NULL, media text NOT NULL, source text NOT NULL, author text, created_at integer NOT NULL,
    digest text NOT NULL, FOREIGN KEY (suggestion_id) REFERENCES suggestions(id)
  );`,
  "INSERT INTO __new_revisions SELECT * FROM revisions;",
  "DROP TABLE revisions;",
  "ALTER TABLE __new_revisions RENAME TO revisions;",
  "PRAGMA foreign_keys=ON;",
];

describe("migrating", () => {
  test("makes everything from nothing, once", () => {
    start();
    start();
    const sqlite = new Database(path, { readonly: true });
    expect(sqlite.prepare("SELECT count(*) FROM __drizzle_migrations").pluck().get()).toBe(9);
    expect(sqlite.pragma("integrity_check", { simple: true })).toBe("ok");
    sqlite.close();
  });
  test("a database newer than the program is refused, and left as it was", () => {
    const later = withOneMore("CREATE TABLE later (id text);");
    start(later);
    refusal("NewerDatabase", "newer Firsthand");
    start(later);
  });
  test("a later migration that fails leaves the database as it was", () => {
    start();
    expect(() =>
      start(withOneMore("CREATE TABLE later (id text);", "CREATE TABLE later (id text);")),
    ).toThrow();
    start();
  });
  test.each([
    ["frozen", "frozen = 'old_database', frozen_at = 5", 5],
    ["paused", "paused = 1", expect.any(Number)],
  ])("a desk that is %s stands still from then on", async (_, given, from) => {
    start(only("0000", "0001", "0002", "0003"));
    tamper(
      `INSERT INTO desks (id, version, team_id, executive_id, channel_id, home_zone, locale, opened_at, paused)
        VALUES ('desk0000000000000001', 1, 'T0', 'U0', 'C0', 'UTC', 'en', 1, 0)`,
      `UPDATE desks SET ${given}`,
    );
    start();
    const house = await openHouse(path);
    expect(await house.store.stopsSince(0)).toEqual([{ from, to: null }]);
    house.database.close();
  });
  test("a table rebuilt with its fences put back keeps its rows and is accepted", async () => {
    const house = await openHouse(path);
    const { revision } = await shown(house.store);
    house.database.close();
    const fences = [...writtenTriggers(migrations)].filter(([name]) => name.startsWith("revisions_"));
    start(withOneMore(...rebuilt, ...fences.map(([, text]) => `${text};`)));
    const sqlite = new Database(path, { readonly: true });
    expect(sqlite.prepare("SELECT id FROM revisions").pluck().all()).toEqual([revision.id]);
    expect(sqlite.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
    const references = sqlite.prepare("SELECT sql FROM sqlite_master WHERE name = 'approvals'").pluck().get();
    expect(references).toContain("REFERENCES `revisions`");
    sqlite.close();
  });
  test("rows that point nowhere refuse the start, naming the table", async () => {
    const house = await openHouse(path);
    house.database.close();
    tamper("INSERT INTO handled VALUES ('key', 'no such desk', 1)");
    refusal("BrokenReferences", "The table handled");
  });
});

describe("no start without every fence", () => {
  test("as the migrations wrote them they stand", () => {
    expect(writtenTriggers(migrations).size).toBeGreaterThan(30);
    start();
  });
  test.each([...writtenTriggers(migrations).keys()])("%s dropped", (name) => {
    start();
    tamper(`DROP TRIGGER ${name}`);
    refusal("FenceChanged", `The trigger ${name} of the database is missing`);
  });
  test("one that was made weaker", () => {
    start();
    const weak =
      "CREATE TRIGGER posts_delete BEFORE DELETE ON posts WHEN OLD.state = 'done' BEGIN SELECT 1; END";
    tamper("DROP TRIGGER posts_delete", weak);
    refusal("FenceChanged", "The trigger posts_delete of the database is not as it was written");
  });
  test("one that nobody wrote", () => {
    start();
    tamper("CREATE TRIGGER mine AFTER INSERT ON posts BEGIN SELECT 1; END");
    refusal("FenceChanged", "The trigger mine of the database was written by no migration");
  });
  test("a migration that rebuilds a table and forgets its triggers", () => {
    start();
    refusal("FenceChanged", "The trigger revisions_", withOneMore(...rebuilt));
  });
  test("a trigger a later migration writes anew counts as it was written last", () => {
    start();
    const anew =
      "CREATE TRIGGER posts_delete BEFORE DELETE ON posts\nBEGIN SELECT RAISE(ABORT, 'fence: no'); END";
    const later = withOneMore("DROP TRIGGER posts_delete;", `-- Said anew.\n${anew};`);
    start(later);
    expect(writtenTriggers(later).get("posts_delete")).toBe(anew);
  });
});
