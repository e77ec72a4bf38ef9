import type { InputBlock } from "@slack/types";
import type { Instant } from "../../core/ids.js";
import type { OfferedTime } from "../../core/offered-times.js";
import type { Words } from "../../i18n/words.js";
import { plain } from "./form-parts.js";
import { cut } from "./mrkdwn.js";
import { sayTimeShort, type Zones } from "./say-time.js";

/** The choice that leaves the time to the field below. */
export const below = "below";

type Times = {
  /** What «the field below» is called. */
  readonly first: string;
  readonly offered: readonly OfferedTime[];
  /** What stands in the field below; null: nothing, and it may stay empty. */
  readonly preset: Instant | null;
  readonly zones: Zones;
};

/** The times that are offered, in one press each, and below them any minute. */
export function timeFields({ first, offered, preset, zones }: Times, words: Words): InputBlock[] {
  const { times: say, forms } = words;
  const none = { text: plain(cut(first, 75)), value: below };
  const options = offered.map((time) => ({
    text: plain(cut(sayOffered(time, zones, words), 75)),
    value: time.at.toString(36),
    ...(time.movedFrom === null ? {} : { description: plain(cut(say.moved(clock(time.movedFrom)), 75)) }),
  }));
  return [
    {
      type: "input",
      block_id: "quick",
      label: plain(say.quick),
      element: {
        type: "radio_buttons",
        action_id: "value",
        options: [none, ...options],
        initial_option: none,
      },
    },
    {
      type: "input",
      block_id: "when",
      label: plain(say.picked),
      hint: plain(forms.schedule.whenHint(zones.home)),
      optional: preset === null,
      element: {
        type: "datetimepicker",
        action_id: "value",
        ...(preset === null ? {} : { initial_date_time: Math.floor(preset / 1000) }),
      },
    },
  ];
}

function sayOffered({ name, at }: OfferedTime, { home, here }: Zones, words: Words): string {
  const { nextSlot, tonight, tomorrow, monday } = words.times;
  const say = { next_slot: nextSlot, tonight, tomorrow, monday }[name];
  return say(sayTimeShort(at, { home, here }, words));
}

/** «2:30» */
function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
}
