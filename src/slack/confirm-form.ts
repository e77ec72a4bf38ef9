import type { KnownBlock, ModalView } from "@slack/types";
import type { Words } from "../i18n/words.js";
import { section } from "./blocks/block-parts.js";
import { draftLines, form } from "./blocks/form-parts.js";
import { wording } from "./blocks/pressed-blocks.js";
import { sayTimeInZone, type Zones } from "./blocks/say-time.js";
import { type FormOrigin, writeOrigin } from "./card-form.js";

type Exact = {
  readonly origin: FormOrigin;
  readonly text: string;
  readonly handle: string;
  readonly holdMs: number;
  /** Where a time is approved. */
  readonly zones: Zones;
};

/**
 * «Not posted yet: X will get exactly this», with one button; its press is a submission of `rewrite` without a
 * field, told from the form to write in by what the form remembers.
 * @param why her text had to be restored, the card she pressed on did not come back as it was drawn, or a colleague
 * raised a concern that she has not seen
 * @param before what she reads first
 */
export function confirmView(
  why: "confirm" | "altered" | "concern",
  exact: Exact,
  words: Words,
  before: readonly KnownBlock[] = [],
): ModalView {
  const say = words.forms[why];
  const blocks = [
    ...before,
    section(say.lead),
    ...wording(exact.text),
    ...draftLines(exact.text, words),
    section(goesOut(exact, words)),
  ];
  const submit = exact.origin.at === undefined ? say.submit : words.forms.schedule.submit;
  const view = form("rewrite", { ...say, submit }, words, blocks, writeOrigin("exact", exact.origin));
  // Closed without that press, nothing is posted, and she is told so.
  return { ...view, notify_on_close: true };
}

function goesOut({ origin, handle, holdMs, zones }: Exact, words: Words): string {
  if (origin.at === undefined) return words.forms.rewrite.postsAs(handle, holdMs / 1000);
  return words.times.goesAt(handle, sayTimeInZone(origin.at, zones, words));
}
