import { readSuggestionKey } from "../core/card-key.js";
import type { SlackUserId } from "../core/ids.js";
import { needDesk } from "../flows/need-desk.js";
import { isOpen, mayInsist } from "../flows/repeat-article.js";
import { channelMention } from "./blocks/mrkdwn.js";
import { sayDecided } from "./blocks/say-decided.js";
import { blankFields, suggestView } from "./blocks/suggest-view.js";
import { presserOf } from "./delivery.js";
import { isButton } from "./is-button.js";
import type { Press } from "./on-press.js";
import { openFormOnce } from "./open-form.js";
import { tellPrivately } from "./private-answer.js";
import { wordsOf } from "./reader-words.js";
import type { SuggestNeeds } from "./suggest-form.js";
import { whyNotMember } from "./why-not-member.js";

/** «Ask once more…»: the form about a decided article, for a member of the team, with the reason as the one thing to say. */
export function insistButton(needs: SuggestNeeds) {
  return async ({ ack, body, action, respond }: Press): Promise<void> => {
    await ack();
    const user = presserOf(body).userId as SlackUserId;
    const [words, membership] = await Promise.all([wordsOf(user, needs), needs.members.isMember(user)]);
    const tell = (text: string) =>
      tellPrivately(text, body, { respond, client: needs.slack.patient, log: needs.log });
    const refusal = whyNotMember(membership, channelMention(needs.teamChannelId), words);
    if (refusal !== null) return tell(refusal);
    const { store } = needs;
    const id = isButton(action) ? readSuggestionKey(action.value) : null;
    const suggestion = id && (await store.suggestion(id));
    if (!suggestion) return tell(words.answers.settledBefore.closed);
    if (isOpen(suggestion)) return tell(words.suggesting.insist.openAgain);
    const newest = await store.newestLinked([suggestion.cleanLink]);
    if (newest?.id !== suggestion.id || !mayInsist(suggestion)) return tell(words.answers.insistedBefore);
    const desk = await needDesk(store);
    const latest = await store.latestPost(suggestion.id);
    const decided = words.suggesting.preview.decided(sayDecided({ suggestion, latest }, desk, words));
    const purpose = { kind: "insist", suggestion, decided } as const;
    const view = suggestView({ purpose, fields: blankFields, desk, words });
    if (!(await openFormOnce(body.trigger_id, view, needs, needs.forms.seen)))
      await tell(words.answers.pressAgain);
  };
}
