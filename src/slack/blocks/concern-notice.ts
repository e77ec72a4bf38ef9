import type { KnownBlock } from "@slack/types";
import { type Concern, writeConcernKey } from "../../core/concern.js";
import type { Suggestion } from "../../core/suggestion.js";
import type { Words } from "../../i18n/words.js";
import { titleInText, titleLink } from "./article-blocks.js";
import { actions, button, quote, type Rendered, section } from "./block-parts.js";
import { mention } from "./mrkdwn.js";

type Facts = {
  readonly concern: Concern;
  readonly suggestion: Suggestion;
  readonly words: Words;
};

/**
 * A colleague's concern in her direct message: the reason, what it is about, and that she has read it. What becomes of
 * that stands on its card.
 */
export function concernNotice({ concern, suggestion, words }: Facts): Rendered {
  const { team: say } = words;
  const who = mention(concern.userId);
  const about = (line: string): KnownBlock[] => [
    section(line),
    {
      type: "rich_text",
      elements: [{ type: "rich_text_section", elements: [titleLink(suggestion, words)] }],
    },
  ];
  const inText = (line: string) => `${line} ${titleInText(suggestion, words)}`;
  if (concern.withdrawnAt !== null) {
    const line = say.concernWithdrawnBy(who);
    return { text: inText(line), blocks: about(line) };
  }
  const line = say.concernNotice(who);
  const read = concern.seenAt !== null;
  const seen = button("concern_seen", say.haveRead, writeConcernKey([concern]), "primary");
  const blocks: KnownBlock[] = [
    ...about(line),
    quote(concern.reason),
    ...(read ? [section(say.concernRead)] : [section(say.concernNow), actions([seen])]),
  ];
  return { text: inText(line), blocks };
}
