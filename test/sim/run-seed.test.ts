import { afterAll, describe, expect, test } from "vitest";
import { dishonest } from "./dishonest.js";
import { openMemoryHouse } from "./memory-house.js";
import { runSeed } from "./run-seed.js";
import { furnish } from "./short/furnish.js";
import { runShortSeed } from "./short/run-short-seed.js";

const empty = openMemoryHouse();
const furnished = openMemoryHouse();
await furnish(furnished);
afterAll(() => {
  empty.close();
  furnished.close();
});

describe.each([
  { profile: "of the whole bot", run: runSeed, house: empty, few: 8, enough: 40 },
  { profile: "of the flows alone", run: runShortSeed, house: furnished, few: 60, enough: 400 },
])("the simulator $profile", ({ run, house, few, enough }) => {
  test("a seed is the same run each time, step by step", async () => {
    const tell = async () => {
      const lines: string[] = [];
      await run(7, house, { trace: (line) => lines.push(line) });
      return lines;
    };
    const first = await tell();
    await run(8, house);
    expect(await tell()).toEqual(first);
    expect(first.length).toBeGreaterThan(10);
  });

  test("a few seeds break no rule, and something happens in them", async () => {
    let posted = 0;
    for (let seed = 1; seed <= few; seed++) {
      const { broken, ...done } = await run(seed, house);
      expect(broken, `seed ${seed}`).toEqual([]);
      posted += done.posted;
    }
    expect(posted).toBeGreaterThan(0);
  });

  for (const [what, [tamper, notices]] of Object.entries(dishonest)) {
    test(`its rules notice ${what}`, async () => {
      const broken: string[] = [];
      for (let seed = 1; seed <= enough && broken.length === 0; seed++)
        broken.push(...(await run(seed, house, { tamper })).broken);
      expect(broken.join("\n")).toMatch(notices);
      expect(broken[0]).toMatch(notices);
    });
  }
});
