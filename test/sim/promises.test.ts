import { describe, expect, test } from "vitest";
import type { Facts } from "./cell-facts.js";
import { factsOf, live } from "./cell-tests.js";
import { type PromiseName, promiseNames } from "./matrix-table.js";
import { promises } from "./promises.js";

/** A cell that keeps this promise, and what would have to be so for it to be broken: each must be noticed. */
const breaking: Readonly<Record<PromiseName, readonly [cell: string, broken: readonly Partial<Facts>[]]>> = {
  A: [
    "1/full",
    [{ effects: 0 }, { soonAfter: { suggestions: 1, revisions: 0, approvals: 0, read: 0 } }, { tries: 1 }],
  ],
  B: ["3/k1", [{ effects: 2 }, { effects: 0 }, { extra: 1 }, { asked: true }, { givenBack: 1 }]],
  C: ["8/t0", [{ calls: 2 }, { effects: 2 }, { asked: false }, { states: ["scheduled", "running", "done"] }]],
  D: ["6/old", [{ frozen: false }, { callsWhileFrozen: 1 }, { effects: 9 }]],
  E: ["3/k3", [{ extra: 2 }, { extraCounts: true }, { effects: 0 }]],
  F: ["6/full", [{ again: 0 }, { effects: 2 }, { givenBack: 1 }]],
  G: ["5/bad", [{ pressesRefused: 0 }, { effects: 0 }, { tries: 1 }]],
  H: [
    "5/ord",
    [{ conflict: { won: 2, told: false } }, { conflict: { won: 1, told: false } }, { conflict: null }],
  ],
  N: ["2/t0", [{ unreadable: 0 }, { effects: 0 }]],
  Q: ["6/cf", [{ states: ["scheduled", "running", "done"] }, { givenBack: 0 }, { calls: 2 }]],
  R: ["12/t1", [{ kept: false }, { connected: false }, { disconnected: false, again: 0 }, { effects: 0 }]],
};

describe("the promises", () => {
  for (const [letter, [name, ways]] of Object.entries(breaking) as [PromiseName, (typeof breaking)["A"]][]) {
    test(`${letter}, «${promiseNames[letter]}», is not kept by just anything`, async () => {
      const cell = live.find(({ number, fault }) => `${number}/${fault}` === name);
      if (cell?.promise !== letter) throw new Error(`${name} does not promise ${letter}`);
      const facts = await factsOf(cell);
      for (const way of ways)
        expect(promises[letter]({ ...facts, ...way }), JSON.stringify(way)).not.toEqual([]);
    });
  }
});
