import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startTimetable, type Timetable } from "../../src/clock/timetable.js";
import type { Notice } from "../../src/core/notice.js";
import { aCard, anApproval, aPart, aPost, aRevision, aSuggestion, newId } from "../db/builders.js";

const start = Date.parse("2026-11-23T09:00:20.000Z");
let due: number | null;
let runs: number[];
let cards: number[];
let asked: number;
let failed: [string, unknown][];
let timetable: Timetable;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  due = null;
  runs = [];
  cards = [];
  asked = 0;
  failed = [];
});
afterEach(async () => {
  await timetable.stop();
  vi.useRealTimers();
});

function open(work: () => Promise<void> = async () => undefined): void {
  timetable = startTimetable({
    lanes: {
      posts: async () => {
        runs.push(Date.now() - start);
        await work();
      },
      cards: async () => void cards.push(Date.now() - start),
    },
    store: {
      nextDue: async () => {
        asked += 1;
        return due;
      },
    },
    now: Date.now,
    failed: (lane, error) => failed.push([lane, error]),
  });
}
const born = aSuggestion();
const suggestion = { table: "suggestion", row: born } as const;
const approval = anApproval(aRevision(born), aCard(born));
const post = aPost(approval);
const notice: Notice = {
  id: newId(),
  version: 0,
  deskId: born.deskId,
  at: start,
  about: { kind: "wrong_clock", seconds: 90 },
  endedAt: null,
};
const rows = {
  post: { table: "post", row: post },
  part: { table: "part", row: aPart(post, approval) },
  notice: { table: "notice", row: notice },
} as const;
/** Somebody suggested something: nothing of hers. */
const suggest = () => timetable.poke({ put: [suggestion] });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** What is due is done when it runs, and nothing more is due then. */
const doDue = async () => {
  if (due !== null && due <= Date.now()) due = null;
};

describe("the timetable", () => {
  test("looks at everything at the start: a restart may have missed something", async () => {
    open();
    await pass(0);
    expect(runs).toEqual([0]);
  });
  test("wakes at the earliest due instant, well within two seconds of it", async () => {
    due = start + 12_345;
    open(doDue);
    await pass(12_344);
    expect(runs).toEqual([0]);
    await pass(1);
    expect(runs).toEqual([0, 12_345]);
    await pass(20_000);
    expect(runs).toEqual([0, 12_345]);
  });
  test("is armed anew when a change brings something earlier, or takes it away", async () => {
    due = start + 30_000;
    open(doDue);
    await pass(1_000);
    due = start + 5_000;
    suggest();
    await pass(4_000);
    expect(cards).toEqual([0, 1_030, 5_000]);
    due = start + 20_000;
    suggest();
    await pass(30);
    due = null;
    suggest();
    await pass(25_000);
    expect(cards).toEqual([0, 1_030, 5_000, 5_030, 5_060]);
  });
  test("looks after every change whether something of hers can go, at once", async () => {
    open();
    for (const at of [100, 200, 300]) {
      await pass(start + at - Date.now());
      suggest();
      await pass(0);
      expect(runs.at(-1)).toBe(at);
    }
  });
  test("lets a change be answered first, and does the rest once it is quiet", async () => {
    open();
    await pass(100);
    suggest();
    await pass(20);
    suggest();
    await pass(29);
    expect(cards).toEqual([0]);
    await pass(1);
    expect(cards).toEqual([0, 150]);
    await pass(10_000);
    expect(cards).toEqual([0, 150]);
  });
  test("does the rest within a second though it is never quiet, again and again", async () => {
    open();
    await pass(0);
    for (let at = 0; at < 2_500; at += 10) {
      suggest();
      await pass(10);
    }
    expect(cards).toEqual([0, 1_000, 2_000]);
  });
  test.each(["post", "part", "notice"] as const)(
    "does everything at once when a %s has changed",
    async (table) => {
      open();
      await pass(100);
      timetable.poke({ put: [suggestion, rows[table]] });
      await pass(0);
      expect(cards).toEqual([0, 100]);
      await pass(10_000);
      expect(cards).toEqual([0, 100]);
    },
  );
  test("does not spin on what is due but cannot go yet", async () => {
    due = start - 60_000;
    open();
    await pass(10_000);
    expect(runs.length).toBeGreaterThan(5);
    expect(runs.length).toBeLessThanOrEqual(41);
  });
  test("wakes every full minute as a safety net, though nothing is known to be due", async () => {
    open();
    await pass(39_999);
    expect(runs).toEqual([0]);
    await pass(1_001);
    expect(runs).toHaveLength(2);
    await pass(60_000);
    expect(runs).toHaveLength(3);
  });
  test("waits for something months away in steps a timer can hold", async () => {
    due = start + 100 * 86_400_000;
    open(doDue);
    await pass(30 * 60_000);
    expect(runs.length).toBeGreaterThanOrEqual(30);
    expect(runs.length).toBeLessThanOrEqual(2 * 31);
    expect(asked).toBe(runs.length);
  });
  test("tells which lane failed, and goes on", async () => {
    const error = new Error("broken");
    open(() => Promise.reject(error));
    await pass(0);
    suggest();
    await pass(0);
    expect(failed).toEqual([
      ["posts", error],
      ["posts", error],
    ]);
  });
  test("stopped, it lets what runs finish and wakes nothing more", async () => {
    let finish = () => {};
    due = start + 1_000;
    open(() => new Promise((resolve) => (finish = resolve)));
    await pass(0);
    suggest();
    let stopped = false;
    const stopping = timetable.stop().then(() => {
      stopped = true;
    });
    await pass(500);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    suggest();
    await pass(10 * 60_000);
    expect(runs).toEqual([0]);
    expect(cards).toEqual([0]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
