import type { Suggestion } from "../../core/suggestion.js";
import type { Words } from "../../i18n/words.js";
import { titleInText } from "./article-blocks.js";
import { type Rendered, section } from "./block-parts.js";

/** The one reminder of a card that stands undecided, below it. @param cardTs where her card stands in her conversation */
export function undecidedReminder(suggestion: Suggestion, cardTs: string | null, words: Words): Rendered {
  const text = words.desk.undecided(titleInText(suggestion, words));
  const thread = cardTs === null ? {} : { thread: { ts: cardTs, broadcast: true } };
  return { text, blocks: [section(text)], ...thread };
}
