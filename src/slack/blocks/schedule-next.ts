import type { Button } from "@slack/types";
import { type CardKey, writeTimedKey } from "../../core/card-key.js";
import type { Desk } from "../../core/desk.js";
import type { Instant } from "../../core/ids.js";
import type { Words } from "../../i18n/words.js";
import { button } from "./block-parts.js";
import { cut } from "./mrkdwn.js";
import { sayTimeShort } from "./say-time.js";

/** One press for the time on the button: «Tue 24, 08:00». */
export function scheduleNext(key: CardKey, at: Instant, { homeZone }: Desk, words: Words): Button {
  const { dates, desk: say } = words;
  return {
    ...button(
      "schedule_next",
      sayTimeShort(at, { home: homeZone, here: homeZone }, words),
      writeTimedKey({ key, at }),
    ),
    accessibility_label: cut(say.scheduleNext(dates.dayAndTime(at, homeZone)), 75),
  };
}
