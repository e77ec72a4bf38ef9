import type { Desk } from "./desk.js";
import type { Instant } from "./ids.js";
import { nextOpen, type PostingHours } from "./posting-hours.js";
import { dayStart } from "./zone-time.js";

/** What she gets until she sets it herself. 0: no limit. */
export type CardLimits = { readonly atOnce: number; readonly perDay: number; readonly hours: PostingHours };

/** When a suggestion now at the end of the line will stand before her, as far as anyone can know. */
export type WhenSeen =
  | { readonly kind: "now" }
  | { readonly kind: "at"; readonly at: Instant }
  | { readonly kind: "after_others"; readonly others: number }
  | { readonly kind: "paused" };

/**
 * @param undecided cards before her now
 * @param ahead suggestions in the line before this one
 * @param sentToday cards first sent since midnight in her zone
 */
export function whenSeen(
  desk: Pick<Desk, "paused" | "homeZone">,
  line: { undecided: number; ahead: number; sentToday: number },
  limits: CardLimits,
  now: Instant,
): WhenSeen {
  if (desk.paused) return { kind: "paused" };
  const others = line.undecided + line.ahead;
  if (limits.atOnce > 0 && others >= limits.atOnce) return { kind: "after_others", others };
  const fullToday = limits.perDay > 0 && line.sentToday + line.ahead >= limits.perDay;
  const from = fullToday ? dayStart(now, desk.homeZone, 1) : now;
  const at = nextOpen(limits.hours, desk.homeZone, from);
  return at === now ? { kind: "now" } : { kind: "at", at };
}
