import type { Suggestion } from "../../core/suggestion.js";
import type { Words } from "../../i18n/words.js";
import { titleInText } from "./article-blocks.js";
import { type Rendered, section } from "./block-parts.js";

/** The one reminder of a card that stands undecided. */
export function undecidedReminder(suggestion: Suggestion, words: Words): Rendered {
  const text = words.desk.undecided(titleInText(suggestion, words));
  return { text, blocks: [section(text)] };
}
