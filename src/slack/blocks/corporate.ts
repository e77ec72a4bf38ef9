import type { Desk } from "../../core/desk.js";
import type { Suggestion } from "../../core/suggestion.js";
import type { Words } from "../../i18n/words.js";
import { articleBlocks, titleInText } from "./article-blocks.js";
import { context, quote, type Rendered, section, verbatim } from "./block-parts.js";
import { mention } from "./mrkdwn.js";

/**
 * The company's channel reads what she handed over: the article, why, what the team wrote, and her line for them. Never a
 * wording of her own: that is hers alone.
 */
export function corporate(
  suggestion: Suggestion,
  desk: Desk,
  words: Words,
  picture: "with_picture" | "without_picture",
): Rendered {
  const say = words.desk.corporate;
  const { note, teamDraft, handedNote, suggestedBy } = suggestion;
  const who = mention(suggestedBy);
  return {
    text: say.text(titleInText(suggestion, words)),
    blocks: [
      section(say.lead),
      ...(handedNote === null ? [] : [section(say.herLine), quote(handedNote)]),
      ...articleBlocks(suggestion, desk.homeZone, words, picture),
      ...(note === "" ? [] : [section(say.why(who)), quote(note)]),
      ...(teamDraft === null ? [] : [section(say.draft), ...verbatim(teamDraft)]),
      context(say.suggestedBy(who)),
    ],
  };
}
