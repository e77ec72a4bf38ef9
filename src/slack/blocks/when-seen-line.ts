import type { WhenSeen } from "../../core/when-seen.js";
import type { Words } from "../../i18n/words.js";

/** «It is number 3 in the line. She decides on …» */
export function whenSeenLine(seen: WhenSeen, zone: string, { answers: say, dates, pause }: Words): string {
  switch (seen.kind) {
    case "now":
      return say.seenNow;
    case "at":
      return `${say.place(seen.place)} ${say.seenAt(dates.dayAndTime(seen.at, zone))}`;
    case "after_others":
      return [
        say.place(seen.place),
        say.seenAfter(seen.others),
        say.seenLikely(dates.dayAndTime(seen.likely, zone)),
      ].join(" ");
    case "stopped": {
      const back =
        seen.until === null ? say.seenWhenBack : pause.seenHeldUntil(dates.dayAndTime(seen.until, zone));
      return `${say.place(seen.place)} ${back}`;
    }
    default:
      return seen satisfies never;
  }
}
