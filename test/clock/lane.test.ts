import { describe, expect, test } from "vitest";
import { type Lane, openLane } from "../../src/clock/lane.js";

/** A piece of work that ends when told to, and remembers when it ran. */
function work() {
  const ends: ((how: "well" | Error) => void)[] = [];
  let begun = 0;
  let atOnce = 0;
  let most = 0;
  return {
    async run(): Promise<void> {
      begun += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      try {
        await new Promise<void>((resolve, reject) => {
          ends.push((how) => (how === "well" ? resolve() : reject(how)));
        });
      } finally {
        atOnce -= 1;
      }
    },
    begun: () => begun,
    mostAtOnce: () => most,
    end: (how: "well" | Error = "well") => ends.shift()?.(how),
  };
}
const failures: unknown[] = [];
const open = (piece: () => Promise<void>): Lane => openLane(piece, (error) => failures.push(error));

describe("work in a lane", () => {
  test("begins when it is asked for", async () => {
    const piece = work();
    const lane = open(piece.run);
    expect(piece.begun()).toBe(0);
    lane.poke();
    await expect.poll(piece.begun).toBe(1);
    piece.end();
    await lane.close();
  });
  test("asked for while it runs, runs once more afterwards, however often it was asked for", async () => {
    const piece = work();
    const lane = open(piece.run);
    lane.poke();
    await expect.poll(piece.begun).toBe(1);
    for (let asks = 0; asks < 5; asks++) lane.poke();
    expect(piece.begun()).toBe(1);
    piece.end();
    await expect.poll(piece.begun).toBe(2);
    piece.end();
    await lane.close();
    expect(piece.begun()).toBe(2);
    expect(piece.mostAtOnce()).toBe(1);
  });
  test("asked for when it is done, runs again", async () => {
    const piece = work();
    const lane = open(piece.run);
    for (const turn of [1, 2, 3]) {
      lane.poke();
      await expect.poll(piece.begun).toBe(turn);
      piece.end();
      // Until the lane has noticed the end, asking would count as «while it runs».
      await new Promise(setImmediate);
    }
    await lane.close();
    expect(piece.mostAtOnce()).toBe(1);
  });
  test("that asks for itself in its first step does not run beside itself", async () => {
    let running = 0;
    let most = 0;
    let left = 3;
    const lane = open(async () => {
      running += 1;
      most = Math.max(most, running);
      left -= 1;
      if (left > 0) lane.poke();
      await Promise.resolve();
      running -= 1;
    });
    lane.poke();
    await expect.poll(() => left).toBe(0);
    await lane.close();
    expect(most).toBe(1);
  });
});

describe("a lane whose work fails", () => {
  test("tells, and goes on with what was asked for meanwhile and later", async () => {
    failures.length = 0;
    const piece = work();
    const lane = open(piece.run);
    const error = new Error("broken");
    lane.poke();
    await expect.poll(piece.begun).toBe(1);
    lane.poke();
    piece.end(error);
    await expect.poll(piece.begun).toBe(2);
    expect(failures).toEqual([error]);
    piece.end();
    await lane.close();
  });
  test("tells also when the work fails before its first pause", async () => {
    failures.length = 0;
    let turns = 0;
    const lane = open(() => {
      turns += 1;
      throw new Error("at once");
    });
    lane.poke();
    await expect.poll(() => failures.length).toBe(1);
    lane.poke();
    await expect.poll(() => turns).toBe(2);
    await lane.close();
  });
});

describe("closing", () => {
  test("waits for what runs, and starts nothing more", async () => {
    const piece = work();
    const lane = open(piece.run);
    lane.poke();
    await expect.poll(piece.begun).toBe(1);
    lane.poke();
    let closed = false;
    const closing = lane.close().then(() => {
      closed = true;
    });
    await new Promise(setImmediate);
    expect(closed).toBe(false);
    piece.end();
    await closing;
    lane.poke();
    await new Promise(setImmediate);
    expect(piece.begun()).toBe(1);
  });
  test("of an idle lane is done at once", async () => {
    const piece = work();
    const lane = open(piece.run);
    await lane.close();
    lane.poke();
    expect(piece.begun()).toBe(0);
  });
});
