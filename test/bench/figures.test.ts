import { describe, expect, it } from "vitest";
import { type Figure, isMet, sayFigure } from "./say-figure.js";
import { percentile, spreadOf } from "./spread.js";

const hundred = Array.from({ length: 100 }, (_, place) => 100 - place);

describe("the spread of what was measured", () => {
  it("is made of values that were measured, in whatever order", () => {
    expect(spreadOf(hundred)).toEqual({ count: 100, p50: 50, p99: 99 });
    expect(spreadOf([3, 1, 2])).toEqual({ count: 3, p50: 2, p99: 3 });
    expect(percentile([7], 1)).toBe(7);
  });

  it("leaves the measured values in their order", () => {
    const values = [2, 1];
    spreadOf(values);
    expect(values).toEqual([2, 1]);
  });

  it("is no figure when nothing was measured", () => {
    expect(() => spreadOf([])).toThrow("nothing was measured");
  });
});

describe("a line of the outcome", () => {
  const figure: Figure = { value: 1.234, unit: "times", what: "cold start", from: "8 rounds", aim: null };

  it("begins with the ratio and says what it was made of", () => {
    expect(sayFigure(figure)).toBe("     1.23  cold start: 8 rounds");
  });

  it("says whether the aim was met, and the aim itself still counts as met", () => {
    expect(sayFigure({ ...figure, aim: { atMost: 2 } })).toMatch(/ \(aim at most 2: met\)$/);
    expect(sayFigure({ ...figure, aim: { atLeast: 2 } })).toMatch(/ \(aim at least 2: missed\)$/);
    expect(isMet({ ...figure, value: 2, aim: { atMost: 2 } })).toBe(true);
    expect(isMet({ ...figure, value: 2.001, aim: { atMost: 2 } })).toBe(false);
    expect(isMet({ ...figure, value: 1.999, aim: { atLeast: 2 } })).toBe(false);
  });

  it("names milliseconds where nothing is compared", () => {
    const line = sayFigure({ ...figure, value: 123.4, unit: "ms", aim: { atMost: 100 } });
    expect(line).toBe("   123 ms  cold start: 8 rounds  (aim at most 100 ms: missed)");
  });
});
