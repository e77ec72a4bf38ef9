import type { Instant } from "./ids.js";
import { dayStart, instantOf, wallAt } from "./zone-time.js";

/** One week on the wall of her home zone, Monday to Monday. */
export type Week = {
  /** ISO 8601: «2026-W48». */
  readonly key: string;
  readonly from: Instant;
  readonly to: Instant;
  /** When its summary goes out: the Monday after, 9:00. */
  readonly dueAt: Instant;
};

/** The week that this instant lies in, or one that many weeks away. */
export function weekAt(instant: Instant, zone: string, weeksLater = 0): Week {
  const { weekday } = wallAt(instant, zone);
  const from = dayStart(instant, zone, 1 - weekday + 7 * weeksLater);
  const to = dayStart(instant, zone, 8 - weekday + 7 * weeksLater);
  const monday = wallAt(to, zone);
  return { key: isoWeek(from, zone), from, to, dueAt: instantOf({ ...monday, hour: 9, minute: 0 }, zone) };
}

/** The week whose summary is due now: from Monday 9:00 to the end of that Monday, else null. */
export function weekDue(now: Instant, zone: string): Week | null {
  const week = weekAt(now, zone, -1);
  return now >= week.dueAt && now < dayStart(week.dueAt, zone, 1) ? week : null;
}

/** ISO weeks belong to the year that holds their Thursday. */
function isoWeek(monday: Instant, zone: string): string {
  const wall = wallAt(monday, zone);
  const thursday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + 3));
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000));
  return `${year}-W${String(week).padStart(2, "0")}`;
}
