import { afterAll, describe, expect, test } from "vitest";
import type { Change, Publish, Store } from "../../src/flows/ports.js";
import { openMemoryHouse } from "./memory-house.js";
import { runSeed } from "./run-seed.js";
import { honest, type Tamper } from "./world.js";

const house = openMemoryHouse();
afterAll(() => house.close());

describe("the simulator", () => {
  test("a seed is the same run each time, step by step", async () => {
    const tell = async () => {
      const lines: string[] = [];
      await runSeed(7, house, { trace: (line) => lines.push(line) });
      return lines;
    };
    const first = await tell();
    await runSeed(8, house);
    expect(await tell()).toEqual(first);
    expect(first.length).toBeGreaterThan(50);
  });

  test("a few seeds break no rule, and something happens in them", async () => {
    let posted = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const run = await runSeed(seed, house);
      expect(run.broken, `seed ${seed}`).toEqual([]);
      posted += run.posted;
    }
    expect(posted).toBeGreaterThan(0);
  });
});

/** A process whose call to X is another. */
const publishing = (instead: (publish: Publish) => Publish): Tamper => ({ ...honest, publish: instead });
/** A process whose database is another. */
const storing = (instead: (store: Store) => Partial<Store>): Tamper => ({
  ...honest,
  store: (store) => ({ ...store, ...instead(store) }),
});
/** A database that says «done» and stores nothing of such a change. */
const forgetting = (which: (change: Change) => boolean): Tamper =>
  storing((store) => ({
    commit: async (change) => (which(change) ? { kind: "done" } : store.commit(change)),
  }));

const dishonest: Readonly<Record<string, readonly [tamper: Tamper, notices: RegExp]>> = {
  "a call that is made twice": [
    publishing((publish) => async (approval, part) => {
      await publish(approval, part);
      return publish(approval, part);
    }),
    /^twice: /,
  ],
  "words that she did not press on": [
    publishing((publish) => (approval, part) => {
      const text = `${approval.text}!`;
      return publish({ ...approval, text }, { ...part, text });
    }),
    /^unapproved: /,
  ],
  "a call that comes eleven minutes late": [
    publishing((publish) => async (approval, part) => {
      await new Promise((resolve) => setTimeout(resolve, 11 * 60_000));
      return publish(approval, part);
    }),
    /ms late$/,
  ],
  "an intent that is not stored": [
    forgetting(({ put }) => put.some(({ table, row }) => table === "part" && row.state === "publishing")),
    /no committed intent/,
  ],
  "a card that does not say «Posting…»": [
    storing((store) => ({
      message: async (kind, subject) => {
        const message = await store.message(kind, subject);
        return message?.ts ? { ...message, shown: message.wanted } : message;
      },
    })),
    /her card had not said|shows something else|is owed|no rest/,
  ],
  "a suggestion that is answered and not kept": [
    forgetting(({ put }) => put.some(({ table, row }) => table === "suggestion" && row.state === "reading")),
    /^lost: /,
  ],
};

describe("the rules of the simulator notice", () => {
  for (const [what, [tamper, notices]] of Object.entries(dishonest)) {
    test(what, async () => {
      const broken: string[] = [];
      for (let seed = 1; seed <= 40 && broken.length === 0; seed++)
        broken.push(...(await runSeed(seed, house, { tamper })).broken);
      expect(broken.join("\n")).toMatch(notices);
      expect(broken[0]).toMatch(notices);
    });
  }
});
