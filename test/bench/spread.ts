/** How measured values lie: their number, the middle one, and the one that 99 of 100 do not pass. */
export type Spread = { readonly count: number; readonly p50: number; readonly p99: number };

/** Throws when nothing was measured: there is no figure then. */
export function spreadOf(values: readonly number[]): Spread {
  return { count: values.length, p50: percentile(values, 50), p99: percentile(values, 99) };
}

/** The value that stands at this hundredth of all of them in order (nearest rank): one that was measured. */
export function percentile(values: readonly number[], hundredth: number): number {
  const inOrder = values.toSorted((one, other) => one - other);
  const rank = Math.max(1, Math.ceil((hundredth / 100) * inOrder.length));
  const value = inOrder[rank - 1];
  if (value === undefined) throw new Error("nothing was measured");
  return value;
}
