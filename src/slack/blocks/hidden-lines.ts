import type { RichTextBlock, RichTextSection } from "@slack/types";
import { type ShownHidden, showHidden } from "../../core/show-hidden.js";
import type { Words } from "../../i18n/words.js";

/** Places that are shown; whoever hides more has said enough. */
const mostShown = 5;

/**
 * What hides in a text and where, or nothing for ordinary text. Rich text: the words of a stranger that stand before
 * it stay words, and are kept apart from the direction of the line.
 */
export function hiddenLines(text: string, words: Words): RichTextBlock[] {
  const found = showHidden(text);
  if (found.length === 0) return [];
  const say = words.suggesting.hidden;
  const others = found.length - mostShown;
  const lines = found.slice(0, mostShown).map((hidden) => sayOne(hidden, words));
  return [
    {
      type: "rich_text",
      elements: [
        line(say.lead),
        {
          type: "rich_text_list",
          style: "bullet",
          elements: [...lines, ...(others > 0 ? [say.more(others)] : [])].map(line),
        },
      ],
    },
  ];
}

function sayOne({ name, letter, before, blocking, times }: ShownHidden, words: Words): string {
  const say = words.suggesting.hidden;
  const what = letter === null ? name : say.letter(letter, name);
  const place = before === "" ? say.first(what) : say.after(what, `\u2068${before}\u2069`);
  const counted = times > 1 ? say.times(place, times) : place;
  return blocking ? say.blocks(counted) : say.harmless(counted);
}

function line(text: string): RichTextSection {
  return { type: "rich_text_section", elements: [{ type: "text", text }] };
}
