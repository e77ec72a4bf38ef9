import type { Button, KnownBlock } from "@slack/types";
import { mayInsist } from "../../flows/repeat-article.js";
import type { Words } from "../../i18n/words.js";
import { actions, button } from "./block-parts.js";
import { plain } from "./form-parts.js";
import type { NewsFacts } from "./news.js";

/** What the suggester may still do with a suggestion. */
export function suggesterButtons({ suggestion, into, words }: NewsFacts): KnownBlock[] {
  switch (suggestion.state) {
    case "waiting":
    case "shown":
      return [
        actions([button("edit_suggestion", words.team.edit, suggestion.id), withdraw(suggestion.id, words)]),
      ];
    case "merged":
      return into && mayInsist(into.suggestion)
        ? [actions([button("insist", words.answers.insist, into.suggestion.id)])]
        : [];
    case "reading":
    case "rejected":
    case "approved":
    case "declined":
    case "handed_over":
    case "withdrawn":
      return [];
    case "expired":
      return [actions([button("still_want_it", words.expiry.stillWantIt, suggestion.id)])];
    default:
      return suggestion.state satisfies never;
  }
}

function withdraw(id: string, { team: say }: Words): Button {
  const { title, text, yes, no } = say.withdrawAsk;
  return {
    ...button("withdraw", say.withdraw, id),
    confirm: {
      title: plain(title),
      text: plain(text),
      confirm: plain(yes),
      deny: plain(no),
      style: "danger",
    },
  };
}
