import { afterAll, expect, test } from "vitest";
import type { Facts } from "./cell-facts.js";
import { openDiskHouse } from "./disk-house.js";
import { keptOtherwise } from "./kept-otherwise.js";
import { type Cell, readTable, tableText } from "./matrix-table.js";
import { openMemoryHouse } from "./memory-house.js";
import { promises } from "./promises.js";
import { runCell } from "./run-cell.js";

export const { live, dead } = readTable(tableText);
const house = openMemoryHouse();
afterAll(() => house.close());

/** What each step writes: the page that is lost in its cell. */
const written = [
  "suggestions",
  "revisions",
  "messages",
  "revisions",
  "approvals",
  "posts",
  "messages",
  "parts",
  "record",
  "messages",
  "suggestions",
  "desks",
] as const;

export async function factsOf(cell: Cell): Promise<Facts> {
  if (cell.fault !== "two" && cell.fault !== "corr") return runCell(cell, house);
  const disk = openDiskHouse();
  const table = written[cell.number - 1] ?? "desks";
  try {
    const harm = () => (cell.fault === "two" ? disk.secondIsRefused() : disk.corruptIsRefused(table));
    return await runCell(cell, disk, { harm });
  } finally {
    disk.close();
  }
}

/** One test for each live cell of these steps. */
export function testCells(from: number, to: number): void {
  for (const cell of live.filter(({ number }) => number >= from && number <= to)) {
    const name = `${cell.number}/${cell.fault}`;
    const other = keptOtherwise[name];
    test(`cell ${name} -> ${cell.promise}${other ? `, kept as ${other.as}` : ""}`, async () => {
      const facts = await factsOf(cell);
      expect(facts.hits, "the fault came about").toBe(1);
      expect(facts.broken).toEqual([]);
      expect(promises[other?.as ?? cell.promise](facts)).toEqual([]);
    });
  }
}
