import type { AllMiddlewareArgs, SlackShortcutMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { SlackUserId } from "../core/ids.js";
import { type FromMessage, readSlackMessage, type SlackMessage } from "../core/read-slack-message.js";
import { restoreEmojiNames } from "../core/restore-text.js";
import { longestLink, longestNote, readSuggestText } from "../core/suggest-text.js";
import { textProblem } from "../core/text-problem.js";
import { weigh } from "../core/text-weight.js";
import { plainAsk, suggestArticle } from "../flows/suggest-article.js";
import type { Words } from "../i18n/words.js";
import { countLine, form, mostInField, plain, textInput } from "./blocks/form-parts.js";
import { channelMention, cut } from "./blocks/mrkdwn.js";
import type { BotNeeds } from "./bot-needs.js";
import { deliveryOf, type Payload } from "./delivery.js";
import { fieldText } from "./field-text.js";
import { openFormOnce } from "./open-form.js";
import { wordsOf } from "./reader-words.js";
import { restoreTyped } from "./restore-typed.js";
import { saySuggested } from "./say-suggested.js";
import { textProblemLine } from "./text-problem-line.js";

const blank: FromMessage = { link: "", note: "" };

/** @param taken what stands in it already, from a colleague's message */
export function suggestView(words: Words, taken = blank): ModalView {
  const say = words.forms.suggest;
  return form("suggest", say, words, [
    {
      type: "input",
      block_id: "url",
      label: plain(say.url),
      hint: plain(say.urlHint),
      element: {
        type: "url_text_input",
        action_id: "value",
        focus_on_load: true,
        ...(taken.link ? { initial_value: taken.link.slice(0, mostInField) } : {}),
      },
    },
    textInput({
      name: "note",
      label: say.note,
      hint: say.noteHint,
      initial: cut(taken.note, longestNote),
      optional: true,
      most: longestNote,
    }),
    textInput({
      name: "draft",
      label: say.draft,
      hint: say.draftHint,
      optional: true,
      most: mostInField,
      counted: true,
    }),
    countLine("", words),
  ]);
}

/** False when Slack would not open it: the trigger lives 3 seconds. */
export function openSuggestForm(
  triggerId: string,
  words: Words,
  needs: BotNeeds,
  taken = blank,
): Promise<boolean> {
  return openFormOnce(triggerId, suggestView(words, taken), needs);
}

/** The shortcuts, of Slack and of a message: the form for a member of the team, a message in the DM for anyone else. */
export function suggestShortcut(needs: BotNeeds) {
  return async ({ ack, shortcut }: SlackShortcutMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const user = shortcut.user.id as SlackUserId;
    const [words, membership] = await Promise.all([wordsOf(user, needs), needs.members.isMember(user)]);
    const channel = channelMention(needs.teamChannelId);
    if (membership !== "member") {
      const say = membership === "unknown" ? words.answers.membershipUnknown : words.answers.notAMember;
      await tellInDm(user, say(channel), needs);
    } else if (!(await openSuggestForm(shortcut.trigger_id, words, needs, takenFrom(shortcut, needs)))) {
      await tellInDm(user, words.answers.formNotOpened, needs);
    }
  };
}

/** Emoji names are undone here and not again: what the form holds is what was seen. */
function takenFrom(shortcut: SlackShortcutMiddlewareArgs["shortcut"], needs: BotNeeds): FromMessage {
  if (shortcut.type !== "message_action") return blank;
  const { link, note } = readSlackMessage(shortcut.message as SlackMessage);
  return { link, note: restoreEmojiNames(note, needs.emojiNames()) };
}

/** A shortcut and a form have no place of their own to answer in. */
export async function tellInDm(user: SlackUserId, text: string, { slack, log }: BotNeeds): Promise<void> {
  try {
    const { channel } = await slack.patient.conversations.open({ users: user });
    if (channel?.id)
      await slack.patient.chat.postMessage({
        channel: channel.id,
        text,
        unfurl_links: false,
        unfurl_media: false,
      });
  } catch {
    log("slack_failed", { method: "chat.postMessage" });
  }
}

/** The form handed in: errors in the fields, or the same answer as the command's, in the DM. */
export function suggestSubmitted(needs: BotNeeds) {
  return async ({ ack, body, view }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const user = body.user.id as SlackUserId;
    const [words, membership] = await Promise.all([wordsOf(user, needs), needs.members.isMember(user)]);
    const fields = {
      url: fieldText(view, "url").trim(),
      note: restoreTyped(fieldText(view, "note"), needs).trim(),
      draft: restoreTyped(fieldText(view, "draft"), needs),
    };
    const errors = fieldErrors(fields, membership, words, needs);
    if (errors) return void (await ack({ response_action: "errors", errors }));
    const read = readSuggestText(fields.url);
    if (read.kind !== "suggest") throw new Error("a field that was checked");
    const delivery = deliveryOf(body as Payload);
    const draft = fields.draft.trim() === "" ? null : fields.draft;
    const settled = await suggestArticle(
      { ...plainAsk, by: user, link: read.link, note: fields.note, draft, delivery },
      needs,
    );
    const typed = { label: words.answers.youTyped, text: Object.values(fields).join("\n") };
    const answer = await saySuggested(settled, words, typed, needs);
    if (settled.kind === "settled" && settled.answer.kind !== "taken_in") {
      return void (await ack({ response_action: "errors", errors: { url: answer.text } }));
    }
    await ack();
    if (settled.kind === "settled") await tellInDm(user, answer.text, needs);
  };
}

type Fields = { readonly url: string; readonly note: string; readonly draft: string };

function fieldErrors(
  { url, note, draft }: Fields,
  membership: "member" | "not_member" | "unknown",
  words: Words,
  needs: BotNeeds,
): Record<string, string> | null {
  const say = words.answers;
  const channel = channelMention(needs.teamChannelId);
  if (membership === "unknown") return { url: say.membershipUnknown(channel) };
  if (membership === "not_member") return { url: say.notAMember(channel) };
  if (url.length > longestLink) return { url: say.linkTooLong };
  const read = readSuggestText(url);
  if (read.kind !== "suggest" || read.note !== "") return { url: say.notAWebAddress };
  if (note.length > longestNote) return { note: say.noteTooLong(longestNote) };
  const problem = draft.trim() === "" ? null : textProblem(draft);
  return problem ? { draft: textProblemLine(problem, weigh(draft).documented, words) } : null;
}
