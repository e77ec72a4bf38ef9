import { describe, expect, test } from "vitest";
import { oneAtATime } from "../../src/slack/one-at-a-time.js";

/** Work that ends when told to. */
function work(log: string[], name: string) {
  let end: (how?: Error) => void = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    end = (how) => (how ? reject(how) : resolve());
  });
  return {
    end: (how?: Error) => end(how),
    run: async () => {
      log.push(`${name} begins`);
      await ended;
      log.push(`${name} ends`);
      return name;
    },
  };
}

describe("work for one key", () => {
  test("runs in the order it was asked for, one after another, and each asker gets its own answer", async () => {
    const log: string[] = [];
    const inTurn = oneAtATime<string>();
    const all = ["a", "b", "c"].map((name) => work(log, name));
    const answers = all.map(({ run }) => inTurn("card", run));
    for (const { end } of [...all].reverse()) end();
    expect(await Promise.all(answers)).toEqual(["a", "b", "c"]);
    expect(log).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  });
  test("does not wait for another key's", async () => {
    const log: string[] = [];
    const inTurn = oneAtATime<string>();
    const [slow, quick] = [work(log, "slow"), work(log, "quick")];
    const first = inTurn("card", slow.run);
    quick.end();
    expect(await inTurn("team", quick.run)).toBe("quick");
    slow.end();
    expect(await first).toBe("slow");
  });
  test("that fails tells its asker, and the next one runs", async () => {
    const log: string[] = [];
    const inTurn = oneAtATime<string>();
    const [bad, good] = [work(log, "bad"), work(log, "good")];
    const first = inTurn("card", bad.run);
    const second = inTurn("card", good.run);
    bad.end(new Error("broken"));
    good.end();
    await expect(first).rejects.toThrow("broken");
    expect(await second).toBe("good");
    expect(log).toEqual(["bad begins", "good begins", "good ends"]);
  });
});
