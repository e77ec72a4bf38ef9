import type { Overflow, PlainTextOption } from "@slack/types";
import type { CardChoice, ChosenWording } from "../../core/card-choice.js";
import { writeChoice } from "../../core/card-choice.js";
import type { Words } from "../../i18n/words.js";
import { plain } from "./form-parts.js";

/** A menu of further choices (CONTRACT: `more`). */
export function menu(options: readonly PlainTextOption[]): Overflow {
  return { type: "overflow", action_id: "more", options: [...options] };
}

export function option(label: string, value: string): PlainTextOption {
  return { text: plain(label), value };
}

/** What else she can do with a card, by what this wording and this desk allow. */
export function cardMenu(
  choices: readonly CardChoice[],
  wording: ChosenWording,
  { desk: say }: Words,
): Overflow {
  return menu(choices.map((choice) => option(say.menu[choice], writeChoice(choice, wording))));
}
