import type { Button, InputBlock, ModalView } from "@slack/types";
import { writeTime } from "../../core/read-times.js";
import { type Settings, usualApartMinutes, usualSlots } from "../../core/settings.js";
import type { CardLimits } from "../../core/when-seen.js";
import type { Words } from "../../i18n/words.js";
import { button } from "./block-parts.js";
import { form, plain, selectInput } from "./form-parts.js";
import { hoursInputs } from "./hours-inputs.js";

/** «Settings…», for her Home and her direct message. */
export function settingsButton({ settings: say }: Words): Button {
  return button("settings", say.open, "open");
}

/** Slack would take more; nobody types it. */
export const longestTimes = 200;

const atOnce = [1, 2, 3, 5, 10, 0];
const perDay = [1, 2, 3, 5, 8, 10, 20, 0];
const apart = [0, 30, 60, 120, 180, 240, 480];
const remind = [5, 15, 30, 60, 120, 240, 1440];

/** Her settings as they are. @param usual what the environment gives where she chose nothing */
export function settingsView(settings: Settings, usual: CardLimits, words: Words): ModalView {
  const { settings: say } = words;
  const language = settings.language ?? "slack";
  return form("settings", say, words, [
    numberInput("at_once", say.atOnce, atOnce, settings.cardsAtOnce, {
      usual: say.usual(say.count(usual.atOnce)),
      text: say.count,
    }),
    numberInput("per_day", say.perDay, perDay, settings.cardsPerDay, {
      usual: say.usual(say.count(usual.perDay)),
      text: say.count,
    }),
    ...hoursInputs(settings.hours, usual.hours, words),
    slotsInput(settings.slots, words),
    numberInput("apart", say.apart, apart, settings.apartMinutes, {
      usual: say.usual(say.span(usualApartMinutes)),
      text: say.span,
    }),
    numberInput("remind", say.remind, remind, settings.remindMinutes, { usual: say.never, text: say.span }),
    selectInput({
      name: "language",
      label: say.language,
      options: (["slack", "en", "fr"] as const).map((value) => ({ value, text: say.languages[value] })),
      initial: language,
    }),
    selectInput({
      name: "price",
      label: say.price,
      options: [
        { value: "shown", text: say.shown },
        { value: "hidden", text: say.hidden },
      ],
      initial: settings.showPrice ? "shown" : "hidden",
    }),
  ]);
}

/** What stands for «as it comes» in a menu of numbers. */
export const asUsual = "usual";

type Say = { readonly usual: string; readonly text: (value: number) => string };

/** A number kept before is offered too, whatever it is. */
function numberInput(
  name: string,
  label: string,
  offered: readonly number[],
  chosen: number | null,
  say: Say,
): InputBlock {
  const numbers = chosen === null || offered.includes(chosen) ? offered : [...offered, chosen];
  const options = numbers.map((each) => ({ value: String(each), text: say.text(each) }));
  return selectInput({
    name,
    label,
    options: [{ value: asUsual, text: say.usual }, ...options],
    initial: chosen === null ? asUsual : String(chosen),
  });
}

function slotsInput(slots: Settings["slots"], { settings: say }: Words): InputBlock {
  const written = (times: readonly number[]) => times.map(writeTime).join(", ");
  return {
    type: "input",
    block_id: "slots",
    label: plain(say.slots),
    hint: plain(say.slotsHint(written(usualSlots))),
    optional: true,
    element: {
      type: "plain_text_input",
      action_id: "value",
      max_length: longestTimes,
      ...(slots?.length ? { initial_value: written(slots) } : {}),
    },
  };
}
