import type { AllMiddlewareArgs, SlackShortcutMiddlewareArgs } from "@slack/bolt";
import type { SlackUserId } from "../core/ids.js";
import { type FromMessage, readSlackMessage, type SlackMessage } from "../core/read-slack-message.js";
import { restoreEmojiNames } from "../core/restore-text.js";
import { needDesk } from "../flows/need-desk.js";
import type { Words } from "../i18n/words.js";
import { channelMention } from "./blocks/mrkdwn.js";
import { blankFields, suggestView } from "./blocks/suggest-view.js";
import type { BotNeeds } from "./bot-needs.js";
import type { LinkPreview } from "./link-preview.js";
import { openFormOnce } from "./open-form.js";
import { privately } from "./private-answer.js";
import { wordsOf } from "./reader-words.js";
import type { FormRedrawer } from "./redraw-form.js";
import { tellInDm } from "./tell-in-dm.js";
import { whyNotMember } from "./why-not-member.js";

/** What everything about the form shares: who draws it anew, and who reads its link. */
export type SuggestNeeds = BotNeeds & { readonly forms: FormRedrawer; readonly preview: LinkPreview };

const blank: FromMessage = { link: "", note: "" };

type Opener = { readonly triggerId: string; readonly user: SlackUserId; readonly words: Words };

/** False when Slack would not open it: the trigger lives 3 seconds. A link in it already is read at once. */
export async function openSuggestForm(
  { triggerId, user, words }: Opener,
  needs: SuggestNeeds,
  { link, note } = blank,
): Promise<boolean> {
  const desk = await needDesk(needs.store);
  const fields = { ...blankFields, link, note };
  const view = suggestView({ purpose: { kind: "new" }, fields, desk, words });
  return openFormOnce(triggerId, view, needs, (form) => {
    needs.forms.seen(form);
    if (link !== "") needs.preview.look(form.id, user, link, 0);
  });
}

/** The shortcuts, of Slack and of a message: the form for a member of the team, a message in the DM for anyone else. */
export function suggestShortcut(needs: SuggestNeeds) {
  return async ({ ack, shortcut }: SlackShortcutMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const user = shortcut.user.id as SlackUserId;
    const [words, membership] = await Promise.all([wordsOf(user, needs), needs.members.isMember(user)]);
    const refusal = whyNotMember(membership, channelMention(needs.teamChannelId), words);
    if (refusal !== null) return tellInDm(user, privately(refusal), needs);
    const opener = { triggerId: shortcut.trigger_id, user, words };
    if (await openSuggestForm(opener, needs, takenFrom(shortcut, needs))) return;
    await tellInDm(user, privately(words.answers.formNotOpened), needs);
  };
}

/** Emoji names are undone here and not again: what the form holds is what was seen. */
function takenFrom(shortcut: SlackShortcutMiddlewareArgs["shortcut"], needs: BotNeeds): FromMessage {
  if (shortcut.type !== "message_action") return blank;
  const { link, note } = readSlackMessage(shortcut.message as SlackMessage);
  return { link, note: restoreEmojiNames(note, needs.emojiNames()) };
}
