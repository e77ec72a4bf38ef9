import { join } from "node:path";
import Database from "better-sqlite3";

/** Times one durable commit of one row after another, in milliseconds, in a file of its own in this folder. */
export function commitCost(folder: string): { measure(times: number): number[]; close(): void } {
  const database = new Database(join(folder, "commit-cost.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec("CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
  const insert = database.prepare("INSERT INTO rows (text) VALUES (?)");
  return {
    measure: (times) =>
      Array.from({ length: times }, () => {
        const started = performance.now();
        insert.run("a row about as long as a suggestion is".repeat(10));
        return performance.now() - started;
      }),
    close: () => void database.close(),
  };
}
