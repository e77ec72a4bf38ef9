import type { ModalView } from "@slack/types";
import type { Desk } from "../../core/desk.js";
import type { Words } from "../../i18n/words.js";
import { section } from "./block-parts.js";
import { draftLines, form, mostInField, textInput } from "./form-parts.js";

/** What the form to write in remembers; the one that shows the exact words remembers their card (`writeOrigin`). */
export const writing = "own";

/** A post of her own: the text with its live count, and as whom it goes out. @param text what waits from last time */
export function ownPostView(text: string, desk: Desk, holdMs: number, words: Words): ModalView {
  const say = words.own.form;
  const initial = text.slice(0, mostInField);
  const { postsAs } = words.forms.rewrite;
  return form(
    "own_post",
    say,
    words,
    [
      textInput({ name: "text", label: say.text, initial, most: mostInField, counted: true }),
      ...draftLines(initial, words),
      section(desk.account ? postsAs(desk.account.handle, holdMs / 1000) : words.card.noAccount),
    ],
    writing,
  );
}
