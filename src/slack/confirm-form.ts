import type { KnownBlock, ModalView } from "@slack/types";
import type { Words } from "../i18n/words.js";
import { section } from "./blocks/block-parts.js";
import { draftLines, form } from "./blocks/form-parts.js";
import { wording } from "./blocks/pressed-blocks.js";
import { type FormOrigin, writeOrigin } from "./card-form.js";

/**
 * «Not posted yet: X will get exactly this», with one button; its press is a submission of `rewrite` without a
 * field, told from the form to write in by what the form remembers.
 * @param why her text had to be restored, the card she pressed on did not come back as it was drawn, or a colleague
 * raised a concern that she has not seen
 * @param before what she reads first
 */
export function confirmView(
  why: "confirm" | "altered" | "concern",
  exact: {
    readonly origin: FormOrigin;
    readonly text: string;
    readonly handle: string;
    readonly holdMs: number;
  },
  words: Words,
  before: readonly KnownBlock[] = [],
): ModalView {
  const say = words.forms[why];
  const blocks = [
    ...before,
    section(say.lead),
    ...wording(exact.text),
    ...draftLines(exact.text, words),
    section(words.forms.rewrite.postsAs(exact.handle, exact.holdMs / 1000)),
  ];
  return form("rewrite", say, words, blocks, writeOrigin("exact", exact.origin));
}
