const dayMs = 86_400_000;
const recentDays = 70;
const years = 10;
/** Suggestions of the last ten weeks: the same in a small and in a large history. */
const mostRecent = 400;

/**
 * When each of so many suggestions was made, oldest first. The last ten weeks are as busy in every history: what a
 * week, a month and a person's own list hold does not grow, only what lies behind them does.
 */
export function whenSuggested(count: number, now: number): (number: number) => number {
  const recent = Math.min(mostRecent, Math.floor(count / 2));
  const old = count - recent;
  const recentFrom = now - recentDays * dayMs;
  const oldFrom = recentFrom - years * 365 * dayMs;
  return (number) =>
    number < old
      ? Math.floor(oldFrom + ((recentFrom - oldFrom) * number) / old)
      : Math.floor(recentFrom + ((now - dayMs / 24 - recentFrom) * (number - old)) / recent);
}
