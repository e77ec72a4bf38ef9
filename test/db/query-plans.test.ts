import { expect, test } from "vitest";
import { openDatabase } from "../../src/db/open-database.js";
import { openStore } from "../../src/db/open-store.js";
import { newId } from "./builders.js";

/** Walks that end at once: the one desk, the last line of the record, the first owed message in its own index,
 * the notices that are not over. */
const short = [
  "SCAN desks",
  "SCAN record",
  "SCAN messages USING COVERING INDEX messages_owed",
  "SCAN notices USING INDEX notices_open",
];

test("no read of the store walks through a whole table", () => {
  const { sqlite, drizzle, close } = openDatabase(":memory:");
  const seen: string[] = [];
  const prepare = sqlite.prepare.bind(sqlite);
  sqlite.prepare = ((source: string) => {
    seen.push(source);
    return prepare(source);
  }) as typeof sqlite.prepare;
  openStore({ sqlite, drizzle, close }, { newId });
  const reads = seen.filter((source) => source.startsWith("select"));
  expect(reads.length).toBeGreaterThan(20);
  const walks = reads.flatMap((source) => {
    const values = [...source.matchAll(/\?/g)].map(() => 1);
    const plan = prepare(`EXPLAIN QUERY PLAN ${source}`).all(...values) as { detail: string }[];
    const long = plan.filter(({ detail }) => detail.startsWith("SCAN") && !short.includes(detail));
    return long.map(({ detail }) => ({ source, detail }));
  });
  expect(walks).toEqual([]);
  close();
});
