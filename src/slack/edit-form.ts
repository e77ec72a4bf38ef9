import { readSuggestionKey } from "../core/card-key.js";
import type { SlackUserId } from "../core/ids.js";
import type { Suggestion } from "../core/suggestion.js";
import { editSuggestion } from "../flows/edit-suggestion.js";
import { needDesk } from "../flows/need-desk.js";
import type { Words } from "../i18n/words.js";
import { channelMention } from "./blocks/mrkdwn.js";
import { sayDecided } from "./blocks/say-decided.js";
import { suggestView } from "./blocks/suggest-view.js";
import type { BotNeeds } from "./bot-needs.js";
import { presserOf } from "./delivery.js";
import type { FormOutcome } from "./form-outcome.js";
import { isButton } from "./is-button.js";
import type { Press } from "./on-press.js";
import { openFormOnce } from "./open-form.js";
import { privately, tellPrivately } from "./private-answer.js";
import { wordsOf } from "./reader-words.js";
import { remarksOn } from "./suggest-fields.js";
import type { SuggestNeeds } from "./suggest-form.js";
import type { Handing } from "./suggest-submitted.js";
import { whyNotMember } from "./why-not-member.js";

/** `edit_suggestion`: the form with everything the suggester said, while it waits or stands before her. */
export function editButton(needs: SuggestNeeds) {
  return async ({ ack, body, action, respond }: Press): Promise<void> => {
    await ack();
    const user = presserOf(body).userId as SlackUserId;
    const [words, membership] = await Promise.all([wordsOf(user, needs), needs.members.isMember(user)]);
    const tell = (text: string) =>
      tellPrivately(text, body, { respond, client: needs.slack.patient, log: needs.log });
    const refusal = whyNotMember(membership, channelMention(needs.teamChannelId), words);
    if (refusal !== null) return tell(refusal);
    const id = isButton(action) ? readSuggestionKey(action.value) : null;
    const suggestion = id && (await needs.store.suggestion(id));
    if (suggestion?.suggestedBy !== user) return tell(words.suggesting.edit.notYours);
    if (suggestion.state !== "waiting" && suggestion.state !== "shown")
      return tell(await whyTooLate(suggestion, words, needs));
    const { link, note, reproach, subject, urgency, teamDraft } = suggestion;
    const fields = { link, note, reproach: reproach ?? "", subject, urgency, draft: teamDraft ?? "" };
    const desk = await needDesk(needs.store);
    const view = suggestView({ purpose: { kind: "edit", suggestion }, fields, desk, words });
    if (!(await openFormOnce(body.trigger_id, view, needs, needs.forms.seen)))
      await tell(words.answers.pressAgain);
  };
}

async function whyTooLate(
  suggestion: Suggestion,
  words: Words,
  { store }: Pick<BotNeeds, "store">,
): Promise<string> {
  const say = words.suggesting.edit;
  switch (suggestion.state) {
    case "reading":
      return say.stillRead;
    case "approved":
    case "declined":
    case "handed_over":
    case "expired": {
      const latest = await store.latestPost(suggestion.id);
      return say.tooLate(sayDecided({ suggestion, latest }, await needDesk(store), words));
    }
    default:
      return say.tooLate(words.answers.settledBefore.closed);
  }
}

/** «Save». */
export async function handInEdit(handing: Handing, needs: SuggestNeeds): Promise<FormOutcome> {
  const { user, words, handed, delivery, suggestion } = handing;
  const { note, reproach, subject, urgency, draft } = handed.fields;
  const say = words.suggesting.edit;
  const stays = (text: string): FormOutcome => ({ kind: "stays", errors: { note: text } });
  const closes = (text: string, given?: { label: string; text: string }): FormOutcome => {
    const whole = [text, ...remarksOn(handed, words)].join(" ");
    return { kind: "closes", says: privately(whole, given) };
  };
  if (!suggestion) return stays(words.answers.settledBefore.closed);
  const edit = {
    by: user,
    suggestionId: suggestion.id,
    note,
    reproach: reproach === "" ? null : reproach,
    subject,
    urgency,
    draft: draft === "" ? null : draft,
    delivery,
  };
  const settled = await editSuggestion(edit, needs);
  if (settled.kind === "taken") return { kind: "closes", says: null };
  const { answer } = settled;
  switch (answer.kind) {
    case "edited":
      return closes(say.saved);
    case "edited_but_draft": {
      const given = { label: say.draftBack, text: draft };
      return closes(say.savedButDraft, draft === "" ? undefined : given);
    }
    case "unchanged":
      return closes(say.same);
    case "too_late":
      return stays(await whyTooLate(answer.suggestion, words, needs));
    case "not_yours":
      return stays(say.notYours);
    default:
      return answer satisfies never;
  }
}
