import type { KnownBlock } from "@slack/types";
import type { Desk } from "../../core/desk.js";
import type { Suggestion } from "../../core/suggestion.js";
import type { Words } from "../../i18n/words.js";
import { titleLink } from "./article-blocks.js";
import { actions, button, context, type Rendered, section } from "./block-parts.js";

/** Two blocks each: 50 in a message (Slack). */
const mostOffered = 20;

/**
 * Her weekly message: what expired undecided, once more, the newest first. Null where nothing did.
 * @param offered the oldest first
 */
export function herSummary(offered: readonly Suggestion[], desk: Desk, words: Words): Rendered | null {
  if (offered.length === 0) return null;
  const say = words.expiry.offer;
  const newest = offered.toReversed().slice(0, mostOffered);
  const more = offered.length - newest.length;
  const title = say.title(offered.length);
  return {
    text: title,
    blocks: [
      section(`${title}\n${say.lead}`),
      ...newest.flatMap((suggestion) => offer(suggestion, desk, words)),
      ...(more > 0 ? [context(say.more(more))] : []),
    ],
  };
}

function offer(suggestion: Suggestion, { homeZone }: Desk, words: Words): KnownBlock[] {
  const { dates, expiry: say } = words;
  const { id, suggestedBy, suggestedAt, state } = suggestion;
  return [
    {
      type: "rich_text",
      elements: [
        {
          type: "rich_text_section",
          elements: [
            titleLink(suggestion, words),
            { type: "text", text: ` · ${say.offer.suggestedBy} ` },
            { type: "user", user_id: suggestedBy },
            { type: "text", text: ` · ${dates.dayAndTime(suggestedAt, homeZone)}` },
          ],
        },
      ],
    },
    // What became of it afterwards its own card says: this must stay true.
    state === "expired"
      ? actions([button("still_want_it", say.seeAfterAll, id)])
      : context(say.offer.broughtBack),
  ];
}
