import type { Desk } from "./desk.js";
import type { Instant } from "./ids.js";
import { nextOpen, type PostingHours } from "./posting-hours.js";
import { dayStart } from "./zone-time.js";

/** What she gets until she sets it herself. 0: no limit. */
export type CardLimits = { readonly atOnce: number; readonly perDay: number; readonly hours: PostingHours };

/** When a suggestion will stand before her, as far as anyone can know. `place`: 1 is the next in the line. */
export type WhenSeen = { readonly place: number } & (
  | { readonly kind: "now" }
  | { readonly kind: "at"; readonly at: Instant }
  /** She decides on `others` first; were she to decide on each at once, not before `likely`. */
  | { readonly kind: "after_others"; readonly others: number; readonly likely: Instant }
  /** Her cards stand still; `until` null: until she says so. */
  | { readonly kind: "stopped"; readonly until: Instant | null }
);

type Line = {
  /** Cards before her now. */
  readonly undecided: number;
  /** Suggestions in the line before this one. */
  readonly ahead: number;
  /** Cards first sent since midnight in her zone. */
  readonly sentToday: number;
};

export function whenSeen(
  desk: Pick<Desk, "paused" | "pausedUntil" | "frozen" | "homeZone">,
  line: Line,
  limits: CardLimits,
  now: Instant,
): WhenSeen {
  const place = line.ahead + 1;
  if (desk.paused || desk.frozen !== null) return { place, kind: "stopped", until: heldUntil(desk) };
  const others = line.undecided + line.ahead;
  const at = earliest(line, limits, desk.homeZone, now);
  if (limits.atOnce > 0 && others >= limits.atOnce)
    return { place, kind: "after_others", others, likely: at };
  return at === now ? { place, kind: "now" } : { place, kind: "at", at };
}

/** When a pause ends by itself, and nothing else stands in the way. */
export function heldUntil({ pausedUntil, frozen }: Pick<Desk, "pausedUntil" | "frozen">): Instant | null {
  return frozen === null ? pausedUntil : null;
}

/** The first instant that her hours and her daily number leave for this place in the line. */
function earliest(
  { sentToday, ahead }: Line,
  { hours, perDay }: CardLimits,
  zone: string,
  now: Instant,
): Instant {
  const today = nextOpen(hours, zone, now);
  const opensToday = today < dayStart(now, zone, 1);
  const before = (opensToday ? sentToday : 0) + ahead;
  const days = perDay > 0 ? Math.floor(before / perDay) : 0;
  // Her weeks are alike: whole ones are passed in one step, so that a long line costs no more than a short one.
  const daysInWeek = hours.kind === "always" ? 7 : hours.days.length;
  const weeks = Math.floor(days / daysInWeek);
  let at = weeks > 0 ? nextOpen(hours, zone, dayStart(today, zone, 7 * weeks)) : today;
  for (let left = days % daysInWeek; left > 0; left--) at = nextOpen(hours, zone, dayStart(at, zone, 1));
  return at;
}
