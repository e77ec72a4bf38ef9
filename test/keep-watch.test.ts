import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Trouble } from "../src/core/trouble.js";
import type { ReadWitness, Witnessed } from "../src/flows/ports.js";
import { keepWatch, type Watch } from "../src/keep-watch.js";
import { executive, minute } from "./db/builders.js";
import { type ADesk, openADesk, shownCard } from "./flows/a-desk.js";

let desk: ADesk;
let watch: Watch;
let disk: { failing: boolean; looks: number };
let slack: { ahead: number | null; heardAt: number | null; asked: number; answers: () => Promise<unknown> };
let witness: ReadWitness;

beforeEach(async () => {
  desk = await openADesk();
  disk = { failing: false, looks: 0 };
  slack = { ahead: null, heardAt: null, asked: 0, answers: async () => undefined };
  witness = async () => [];
  watch = keepWatch({
    ...desk,
    disk: {
      failing: () => disk.failing,
      look: async () => {
        disk.looks += 1;
      },
      guard: (store) => store,
    },
    clock: { aheadMs: () => slack.ahead, heardAt: () => slack.heardAt, fetch },
    askSlack: () => {
      slack.asked += 1;
      return slack.answers();
    },
    readWitness: (executives, places) => witness(executives, places),
    executiveId: executive,
  });
});
afterEach(() => desk.close());

const present = (): Trouble[] => [...watch.troubles()].sort();
/** Slack has told the time: the machine is so far ahead. */
const heard = (ahead: number) => {
  slack = { ...slack, ahead, heardAt: desk.now() };
};
/** Everything is well, as after a good start. */
async function wellStarted(): Promise<void> {
  watch.accountMet();
  await watch.lanes.witness();
  expect(present()).toEqual([]);
}
const events = (event: string) => desk.logged.filter((line) => line.event === event).length;

describe("what keeps posts back", () => {
  test("from the very start are the witness that is not read and the account that is not met", () => {
    expect(present()).toEqual(["account_unmet", "witness_unread"]);
  });
  test("is nothing after a good start, though Slack has told no time yet", wellStarted);
  test("is a failing disk, as long as it fails", async () => {
    await wellStarted();
    disk.failing = true;
    expect(present()).toEqual(["disk"]);
    disk.failing = false;
    expect(present()).toEqual([]);
  });
  test.each([
    [60_000, []],
    [60_001, ["wrong_clock"]],
    [-60_000, []],
    [-60_001, ["wrong_clock"]],
  ])("is a clock that is %i ms from Slack's: %j", async (ahead, expected) => {
    await wellStarted();
    heard(ahead);
    expect(present()).toEqual(expected);
  });
  test("is a Slack that is not heard, as long as it is not", async () => {
    await wellStarted();
    let hears = false;
    watch.listen(() => hears);
    expect(present()).toEqual(["unheard"]);
    hears = true;
    expect(present()).toEqual([]);
  });
  test("may be several things at once", () => {
    disk.failing = true;
    heard(90_000);
    watch.listen(() => false);
    expect(present()).toEqual(["account_unmet", "disk", "unheard", "witness_unread", "wrong_clock"]);
  });
  test("looks at the disk by the disk's own rule", async () => {
    await watch.lanes.disk();
    await watch.lanes.disk();
    expect(disk.looks).toBe(2);
  });
});

describe("the witness", () => {
  test("that Slack does not show is read again every five seconds, until it is; it holds posts till then", async () => {
    let reads = 0;
    witness = async () => {
      reads += 1;
      if (reads < 3) throw new Error("Slack is silent");
      return [];
    };
    watch.accountMet();
    for (const [ms, after] of [
      [0, 1],
      [4_999, 1],
      [1, 2],
      [2_000, 2],
    ] as const) {
      desk.pass(ms);
      await watch.lanes.witness();
      expect(reads).toBe(after);
      expect(present()).toEqual(["witness_unread"]);
    }
    desk.pass(3_000);
    await watch.lanes.witness();
    expect([reads, present()]).toEqual([3, []]);
    expect(events("witness_unread")).toBe(2);
  });
  test("is read once: what Slack shows later is our own doing", async () => {
    let reads = 0;
    witness = async () => {
      reads += 1;
      return [];
    };
    await watch.lanes.witness();
    desk.pass(60 * minute);
    await watch.lanes.witness();
    expect(reads).toBe(1);
  });
  test("that is ahead is read as well: the desk itself is stopped then", async () => {
    const card = await shownCard(desk);
    const row = await desk.store.message("card", card.id);
    if (!row) throw new Error("no card");
    const ahead: Witnessed = { messageId: row.id, deskId: row.deskId, version: 99, ...card.place };
    witness = async () => [ahead];
    watch.accountMet();
    await watch.lanes.witness();
    expect(present()).toEqual([]);
    expect((await desk.store.desk())?.frozen).toBe("old_database");
  });
});

describe("the clock", () => {
  /** A turn of its lane, so much later; how often Slack was asked in it. */
  async function turn(ms = 0): Promise<number> {
    desk.pass(ms);
    const before = slack.asked;
    await watch.lanes.clock();
    return slack.asked - before;
  }

  test("that was never heard is asked for, at most every five seconds", async () => {
    expect([await turn(), await turn(4_999), await turn(1)]).toEqual([1, 0, 1]);
    expect(await desk.store.noticesOpen()).toEqual([]);
  });
  test("that was heard within five minutes is not asked for", async () => {
    heard(0);
    expect(await turn(5 * minute)).toBe(0);
    expect(await turn(1)).toBe(1);
  });
  test("that was heard in the future, before the machine's was set back, is asked for", async () => {
    slack = { ...slack, ahead: 0, heardAt: desk.now() + 6 * minute };
    expect(await turn()).toBe(1);
  });
  test("that is wrong is asked for, however lately it was heard, and told to her", async () => {
    heard(90_000);
    expect(await turn(10)).toBe(1);
    expect((await desk.store.noticesOpen()).map(({ about }) => about)).toEqual([
      { kind: "wrong_clock", seconds: 90 },
    ]);
    slack.answers = async () => heard(0);
    expect(await turn(5_000)).toBe(1);
    expect(await desk.store.noticesOpen()).toEqual([]);
    expect([events("clock_wrong"), events("clock_right")]).toEqual([1, 1]);
  });
  test("that Slack does not answer stays what it was, and nothing is thrown", async () => {
    slack.answers = () => Promise.reject(new Error("Slack is silent"));
    heard(90_000);
    await expect(turn(6 * minute)).resolves.toBe(1);
    expect(watch.troubles().has("wrong_clock")).toBe(true);
    expect(await desk.store.noticesOpen()).toHaveLength(1);
  });
});
