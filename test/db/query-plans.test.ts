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

/** Every read of the store, and how SQLite would go about it. */
function plans(): { source: string; details: string[] }[] {
  const { sqlite, drizzle, close } = openDatabase(":memory:");
  const seen: string[] = [];
  const prepare = sqlite.prepare.bind(sqlite);
  sqlite.prepare = ((source: string) => {
    seen.push(source);
    return prepare(source);
  }) as typeof sqlite.prepare;
  openStore({ sqlite, drizzle, close }, { newId });
  const planned = seen
    .filter((source) => source.startsWith("select"))
    .map((source) => {
      const values = [...source.matchAll(/\?/g)].map(() => 1);
      const plan = prepare(`EXPLAIN QUERY PLAN ${source}`).all(...values) as { detail: string }[];
      return { source, details: plan.map(({ detail }) => detail) };
    });
  close();
  return planned;
}

test("no read of the store walks through a whole table", () => {
  const reads = plans();
  expect(reads.length).toBeGreaterThan(20);
  const walks = reads.flatMap(({ source, details }) =>
    details
      .filter((detail) => detail.startsWith("SCAN") && !short.includes(detail))
      .map((detail) => ({ source, detail })),
  );
  expect(walks).toEqual([]);
});

test("what a week asks is found by its time, not among all that was ever suggested or declined", () => {
  const asked = plans().filter(({ source }) => source.includes('decided_at" >= ?'));
  expect(asked).toHaveLength(3);
  for (const { details } of asked) {
    const found = details.filter((detail) => detail.startsWith("SEARCH"));
    expect(found.length).toBeGreaterThan(0);
    for (const detail of found)
      expect(detail).toMatch(/suggestions_by_decided \(decided_at>|suggestions_(by_state|line) \(state=\?\)/);
  }
  for (const state of ["declined", "expired"]) {
    const decided = asked.find(({ source }) => source.includes(`'${state}'`));
    expect(decided?.details.join()).toContain("suggestions_by_decided");
  }
});

test("what may expire is found among the undecided, not among all that was ever shown", () => {
  const asked = plans().filter(({ source }) => source.includes('shown_at" <= ?'));
  expect(asked).toHaveLength(1);
  const [found, ...others] = asked.flatMap(({ details }) => details);
  expect(found).toMatch(/^SEARCH suggestions USING INDEX suggestions_\w+ \(state=\?/);
  expect(others).toEqual(["USE TEMP B-TREE FOR ORDER BY"]);
});

test("the line is walked in its own order, up to where a suggestion stands", () => {
  const asked = plans().filter(({ source }) => source.includes("urgency"));
  const lines = asked.filter(({ source }) => /order by urgency desc|\(urgency, seconds/.test(source));
  expect(lines).toHaveLength(2);
  for (const { details } of lines) {
    expect(details.join()).toContain("suggestions_line (state=?");
    expect(details.join()).not.toContain("TEMP B-TREE");
  }
});
