import type { Instant } from "./ids.js";
import { instantOf, wallAt } from "./zone-time.js";

/** When cards may reach her. Minutes count from midnight in her zone; days are 1 (Monday) to 7 (Sunday). */
export type PostingHours =
  | { readonly kind: "always" }
  | { readonly kind: "weekly"; readonly days: readonly number[]; readonly from: number; readonly to: number };

const dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Reads `always` or `Mon-Fri 08:00-20:00` (days: one, a range, a comma list). Null when it is neither. */
export function parsePostingHours(text: string): PostingHours | null {
  if (text.trim().toLowerCase() === "always") return { kind: "always" };
  const match = /^(\S+)\s+(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const days = parseDays(match[1] ?? "");
  const from = minutes(match[2], match[3]);
  const to = minutes(match[4], match[5]);
  if (!days || from === null || to === null || from >= to) return null;
  return { kind: "weekly", days, from, to };
}

function parseDays(text: string): readonly number[] | null {
  const days = new Set<number>();
  for (const piece of text.toLowerCase().split(",")) {
    const [first, last, ...rest] = piece.split("-").map((name) => dayNames.indexOf(name) + 1);
    if (!first || last === 0 || rest.length > 0) return null;
    for (let day = first; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === (last ?? first)) break;
    }
  }
  return [...days].sort();
}

function minutes(hour = "", minute = ""): number | null {
  const total = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && total <= 24 * 60 ? total : null;
}

/** The first instant from this one on at which cards may reach her: this one itself when her hours are open. */
export function nextOpen(hours: PostingHours, zone: string, from: Instant): Instant {
  if (hours.kind === "always") return from;
  const wall = wallAt(from, zone);
  for (let ahead = 0; ahead <= 14; ahead++) {
    const weekday = ((wall.weekday - 1 + ahead) % 7) + 1;
    if (!hours.days.includes(weekday)) continue;
    const day = { ...wall, day: wall.day + ahead, hour: 0 };
    const opens = instantOf({ ...day, minute: hours.from }, zone);
    const closes = instantOf({ ...day, minute: hours.to }, zone);
    // On the day that skips an hour they may not open at all.
    if (closes <= opens) continue;
    if (from < opens) return opens;
    if (from < closes) return from;
  }
  throw new Error("posting hours name no day");
}

/** When her hours that are open at this instant close. `always` never does. */
export function nextClose(hours: PostingHours, zone: string, from: Instant): Instant {
  if (hours.kind === "always") return Number.POSITIVE_INFINITY;
  return instantOf({ ...wallAt(from, zone), hour: 0, minute: hours.to }, zone);
}
