import type { XOperation } from "./x-operation.js";

/** X's limits of a user's requests in 15 minutes (facts of August 2026), and of an app's creates in 24 hours. */
const perWindow: Record<XOperation, number> = { create: 100, delete: 50, timeline: 900, lookup: 900, me: 75 };
const createsPerDay = 10_000;
const windowSeconds = 15 * 60;
const daySeconds = 24 * 60 * 60;

type Window = { used: number; resetAt: number };
export type RateLimit = { headers: Record<string, string>; exceeded: boolean };

/** Counts requests per account and operation. `now` is epoch milliseconds. */
export function requestCounter(
  now: () => number,
): (operation: XOperation, accountId: string | null) => RateLimit {
  const windows = new Map<string, Window>();

  function take(key: string, seconds: number, counted: boolean): Window {
    const at = Math.floor(now() / 1000);
    const open = windows.get(key);
    const window = open !== undefined && open.resetAt > at ? open : { used: 0, resetAt: at + seconds };
    if (counted) {
      window.used += 1;
      windows.set(key, window);
    }
    return window;
  }

  /** Without an account (the signature was refused) nothing is counted. */
  return (operation, accountId) => {
    const counted = accountId !== null;
    const window = take(`${operation} ${accountId}`, windowSeconds, counted);
    const headers = limitHeaders("x-rate-limit", perWindow[operation], window);
    if (operation !== "create") return { headers, exceeded: window.used > perWindow[operation] };
    const day = take("day", daySeconds, counted);
    return {
      headers: { ...headers, ...limitHeaders("x-app-limit-24hour", createsPerDay, day) },
      exceeded: window.used > perWindow.create || day.used > createsPerDay,
    };
  };
}

/** `…-limit`, `…-remaining` and `…-reset` (epoch seconds). */
export function limitHeaders(prefix: string, limit: number, window: Window): Record<string, string> {
  return {
    [`${prefix}-limit`]: String(limit),
    [`${prefix}-remaining`]: String(Math.max(0, limit - window.used)),
    [`${prefix}-reset`]: String(window.resetAt),
  };
}
