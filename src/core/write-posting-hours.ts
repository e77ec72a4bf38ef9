import type { PostingHours } from "./posting-hours.js";
import { writeTime } from "./read-times.js";

const dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** As `parsePostingHours` reads it. */
export function writePostingHours(hours: PostingHours): string {
  if (hours.kind === "always") return "always";
  const days = hours.days.map((day) => dayNames[day - 1]).join();
  return `${days} ${writeTime(hours.from)}-${writeTime(hours.to)}`;
}
