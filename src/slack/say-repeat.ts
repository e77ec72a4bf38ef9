import type { Desk } from "../core/desk.js";
import type { SlackUserId } from "../core/ids.js";
import type { Suggestion } from "../core/suggestion.js";
import type { Store } from "../flows/ports.js";
import { isOpen, mayInsist } from "../flows/repeat-article.js";
import type { Words } from "../i18n/words.js";
import { mention } from "./blocks/mrkdwn.js";
import { sayDecided } from "./blocks/say-decided.js";

/** In the form already: this article was suggested before, and what handing the form in makes of it. */
export async function sayRepeat(
  suggestion: Suggestion,
  reader: SlackUserId,
  desk: Desk,
  words: Words,
  store: Pick<Store, "latestPost">,
): Promise<string> {
  const say = words.suggesting.preview;
  if (isOpen(suggestion)) {
    const when = words.dates.day(suggestion.suggestedAt, desk.homeZone);
    const { suggestedBy } = suggestion;
    return suggestedBy === reader ? say.yours(when) : say.colleagues(mention(suggestedBy), when);
  }
  const latest = await store.latestPost(suggestion.id);
  const decided = say.decided(sayDecided({ suggestion, latest }, desk, words));
  return `${decided} ${mayInsist(suggestion) ? say.mayInsist : say.rests}`;
}
