import { describe, expect, test } from "vitest";
import { compareTimeline } from "../../src/audit/compare-timeline.js";
import { sayTimeline } from "../../src/audit/say-timeline.js";
import type { XPostId } from "../../src/core/ids.js";

const id = (number: number) => String(number) as XPostId;
const on = (...numbers: number[]) => numbers.map((number) => ({ id: id(number), at: number }));
const ours = (number: number, given: { publishedAt?: number | null; down?: boolean } = {}) => ({
  id: id(number),
  publishedAt: number,
  down: false,
  ...given,
});
const compare = (posts: ReturnType<typeof on>, known: ReturnType<typeof ours>[], whole = true) =>
  compareTimeline({ posts, whole, readAt: 1_000 }, { known });

describe("the timeline beside what was sent", () => {
  test("lists what the desk did not send, also while it took another down", () => {
    const compared = compare(on(5, 4, 3), [ours(4), ours(2, { down: true })]);
    expect(compared).toEqual({ foreign: on(5, 3), notSeen: [] });
  });
  test("tells which of ours it does not show", () => {
    expect(compare(on(4), [ours(4), ours(3), ours(2, { publishedAt: null })]).notSeen).toEqual(["3", "2"]);
  });
  test("misses nothing that went out while it was being read", () => {
    expect(compare(on(4), [ours(1_001)]).notSeen).toEqual([]);
  });
  test("misses nothing older than what X gives", () => {
    expect(compare(on(10, 9), [ours(8), ours(10)], false)).toEqual({ foreign: on(9), notSeen: [] });
    expect(compare(on(12, 9), [ours(10)], false).notSeen).toEqual(["10"]);
  });
});

describe("what the operator reads", () => {
  const say = (
    given: Partial<Parameters<typeof sayTimeline>[1]>,
    numbers: number[] = [],
    notSeen: XPostId[] = [],
  ) =>
    sayTimeline(
      { foreign: on(...numbers), notSeen },
      { seen: 3, whole: true, since: 0, withoutId: 0, ...given },
    );

  test("link and time of each post that is not ours", () => {
    expect(say({}, [5])).toEqual([
      "Timeline: 3 posts on the X account, every one since 1970-01-01T00:00:00Z.",
      "Firsthand did not send 1 of them. She may have posted them by hand:",
      "  https://x.com/i/status/5  1970-01-01T00:00:00Z",
    ]);
  });
  test("that one of them may be ours, when the id of one of ours is unknown", () => {
    expect(say({ withoutId: 2 }, [5]).at(-1)).toContain("2 have no known X id");
    expect(say({ withoutId: 2 }).at(-1)).toBe("Firsthand sent each of them.");
  });
  test("how far X lets one look", () => {
    expect(say({ whole: false })[0]).toContain("X gives 3,200 at most");
  });
  test("what of ours is not shown, as a remark", () => {
    expect(say({}, [], [id(7)]).at(-1)).toMatch(
      /^Remark: Firsthand sent https:\/\/x\.com\/i\/status\/7, and/,
    );
  });
});
