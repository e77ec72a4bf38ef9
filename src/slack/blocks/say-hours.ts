import type { PostingHours } from "../../core/posting-hours.js";
import { writeTime } from "../../core/read-times.js";
import type { Words } from "../../i18n/words.js";

/** «Monday to Friday, 08:00 to 20:00» */
export function sayHours(hours: PostingHours, { settings: say }: Words): string {
  if (hours.kind === "always") return say.always;
  const runs: number[][] = [];
  for (const day of hours.days) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const days = runs.map((run) => {
    const [first = "", last = ""] = [run[0], run.at(-1)].map((day) => say.dayNames[(day ?? 1) - 1]);
    return run.length > 2 ? say.range(first, last) : run.map((day) => say.dayNames[day - 1]).join(", ");
  });
  return say.weekly(days.join(", "), writeTime(hours.from), writeTime(hours.to));
}
