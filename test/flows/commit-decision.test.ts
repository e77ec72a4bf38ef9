import { describe, expect, test } from "vitest";
import type { DeliveryKey } from "../../src/core/ids.js";
import { commitDecision } from "../../src/flows/commit-decision.js";
import type { Change, Committed } from "../../src/flows/ports.js";
import { aChange } from "../db/builders.js";

const stale: Committed = { kind: "stale" };
const done: Committed = { kind: "done" };
const taken: Committed = { kind: "taken", key: "press" as DeliveryKey };

/** A store that answers these commits, and a decision that counts how often it was made. */
function scripted(...answers: Committed[]) {
  const committed: Change[] = [];
  let decided = 0;
  return {
    committed,
    store: {
      async commit(change: Change): Promise<Committed> {
        committed.push(change);
        const answer = answers.shift();
        if (!answer) throw new Error("committed once too often");
        return answer;
      },
    },
    decide: async () => {
      decided += 1;
      return { answer: decided, change: aChange({ at: decided }) };
    },
  };
}

describe("a decision", () => {
  test("is committed, and its answer given", async () => {
    const { store, decide, committed } = scripted(done);
    expect(await commitDecision(store, decide)).toEqual({ kind: "settled", answer: 1 });
    expect(committed).toHaveLength(1);
  });
  test("that changes nothing commits nothing", async () => {
    const { store, committed } = scripted();
    const settled = await commitDecision(store, async () => ({ answer: "as it is", change: null }));
    expect(settled).toEqual({ kind: "settled", answer: "as it is" });
    expect(committed).toEqual([]);
  });
  test.each([1, 2, 3])("is made anew from new facts when somebody was faster %i times", async (times) => {
    const { store, decide, committed } = scripted(...Array(times).fill(stale), done);
    expect(await commitDecision(store, decide)).toEqual({ kind: "settled", answer: times + 1 });
    expect(committed.map(({ at }) => at)).toEqual(Array.from({ length: times + 1 }, (_, n) => n + 1));
  });
  test("is given up aloud when somebody is always faster", async () => {
    const { store, decide, committed } = scripted(stale, stale, stale, stale);
    await expect(commitDecision(store, decide)).rejects.toThrow("four times in a row");
    expect(committed).toHaveLength(4);
  });
  test("on a delivery that was taken before is not made again", async () => {
    const { store, decide, committed } = scripted(stale, taken);
    expect(await commitDecision(store, decide)).toEqual({ kind: "taken" });
    expect(committed).toHaveLength(2);
  });
  test("that fails to be stored fails aloud", async () => {
    const full = { commit: () => Promise.reject(new Error("disk full")) };
    await expect(commitDecision(full, scripted().decide)).rejects.toThrow("disk full");
  });
});
