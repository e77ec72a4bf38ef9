import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dead, live, testCells } from "./cell-tests.js";
import { keptOtherwise } from "./kept-otherwise.js";
import { tableText } from "./matrix-table.js";

const trust = new URL("../../../shared/facts/trust.md", import.meta.url);

describe("the fault matrix", () => {
  test("233 cells are live, 31 cannot arise", () => {
    expect([live.length, dead.length]).toEqual([233, 31]);
  });

  // The threat model lies beside the repository, not in it: elsewhere there is nothing to compare with.
  test.skipIf(!existsSync(trust))("the table is the one of the threat model", () => {
    expect(readFileSync(trust, "utf8")).toContain(tableText);
  });

  test("whatever keeps another promise than the table's is a cell of it, and says why", () => {
    const names = live.map(({ number, fault }) => `${number}/${fault}`);
    expect(names).toEqual(expect.arrayContaining(Object.keys(keptOtherwise)));
  });

  testCells(1, 6);
});
