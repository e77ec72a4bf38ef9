/** Every choice of a run, drawn from one seed: the same seed draws the same choices. */
export type Dice = {
  /** 0, 1 … `sides - 1`. */
  below(sides: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** From `from` to `to`, both possible. */
  between(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
};

/** mulberry32: 32 bits of state, fast, even enough for choosing among a few. */
export function rollFrom(seed: number): Dice {
  // Neighbouring seeds must not begin alike.
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (sides: number) => Math.floor(next() * sides);
  return {
    below,
    chance: (probability) => probability > 0 && next() < probability,
    between: (from, to) => from + below(to - from + 1),
    pick(from) {
      if (from.length === 0) throw new Error("nothing to pick from");
      return from[below(from.length)] as (typeof from)[number];
    },
  };
}
