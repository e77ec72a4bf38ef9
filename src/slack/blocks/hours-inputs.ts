import type { InputBlock } from "@slack/types";
import { type PostingHours, parsePostingHours } from "../../core/posting-hours.js";
import { writeTime } from "../../core/read-times.js";
import type { Words } from "../../i18n/words.js";
import { plain, selectInput } from "./form-parts.js";
import { sayHours } from "./say-hours.js";

/** Her hours in a form: as set up, any time, or days and times. @param usual what the environment says */
export function hoursInputs(chosen: string | null, usual: PostingHours, words: Words): InputBlock[] {
  const { settings: say } = words;
  const hours = chosen === null ? null : parsePostingHours(chosen);
  const shown = hours ?? usual;
  const { days, from, to } =
    shown.kind === "weekly" ? shown : { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 20 * 60 };
  return [
    selectInput({
      name: "hours",
      label: say.hours,
      options: [
        { value: "usual", text: say.usual(sayHours(usual, words)) },
        { value: "always", text: say.always },
        { value: "weekly", text: say.weeklyOption },
      ],
      initial: hours === null ? "usual" : hours.kind,
    }),
    daysInput(days, words),
    timeInput("from", say.from, from),
    timeInput("to", say.to, to),
  ];
}

function daysInput(days: readonly number[], { settings: say }: Words): InputBlock {
  const offered = say.dayNames.map((name, at) => ({ text: plain(name), value: String(at + 1) }));
  const initial = offered.filter(({ value }) => days.includes(Number(value)));
  return {
    type: "input",
    block_id: "days",
    label: plain(say.days),
    hint: plain(say.daysHint),
    optional: true,
    element: {
      type: "checkboxes",
      action_id: "value",
      options: offered,
      ...(initial.length > 0 ? { initial_options: initial } : {}),
    },
  };
}

/** Slack's own picker ends the day at 23:59. */
function timeInput(name: string, label: string, minutes: number): InputBlock {
  const initial_time = writeTime(Math.min(minutes, 24 * 60 - 1));
  return {
    type: "input",
    block_id: name,
    label: plain(label),
    optional: true,
    element: { type: "timepicker", action_id: "value", initial_time },
  };
}
