import type { Desk } from "../../core/desk.js";
import type { Reminder } from "../../core/reminder.js";
import { isStillTrue, type ReminderFacts } from "../../flows/reminder-facts.js";
import type { Words } from "../../i18n/words.js";
import { titleInText } from "./article-blocks.js";
import { type Rendered, section } from "./block-parts.js";
import { asSuggestedReminder } from "./own-words-lines.js";
import { sayTime } from "./say-time.js";
import { undecidedReminder } from "./undecided-reminder.js";

/** What a reminder is drawn from. */
export type ReminderLook = ReminderFacts & {
  readonly reminder: Reminder;
  readonly desk: Desk;
  /** The zone she is in. */
  readonly here: string;
  readonly words: Words;
};

/** What she is reminded of, as it was when it was said; where it is settled since, that it is. Null: nothing is said. */
export function reminder(look: ReminderLook): Rendered | null {
  const { reminder: told, desk, here, words, suggestion, whole } = look;
  const say = words.times;
  if (!suggestion) return null;
  if (!isStillTrue(told, look, 0)) return said(say.settled);
  const title = titleInText(suggestion, words);
  switch (told.kind) {
    case "left_unposted":
      return said(say.leftUnposted(title));
    case "still_unposted":
      return said(say.stillUnposted(title));
    case "goes_out_soon": {
      if (!whole) return null;
      const zones = { home: desk.homeZone, here };
      return said(say.goesSoon(sayTime(whole.post.postAt, zones, words), title));
    }
    case "undecided":
      return undecidedReminder(suggestion, words);
    case "as_suggested":
      return asSuggestedReminder(words);
    default:
      return told.kind satisfies never;
  }
}

function said(text: string): Rendered {
  return { text, blocks: [section(text)] };
}
