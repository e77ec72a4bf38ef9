import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from "@slack/bolt";
import type { SlackUserId } from "../core/ids.js";
import { restoreEmojiNames } from "../core/restore-text.js";
import { withoutHidden } from "../core/show-hidden.js";
import { longestNote, readSuggestText, type SuggestText } from "../core/suggest-text.js";
import { weekAt } from "../core/week.js";
import { needDesk } from "../flows/need-desk.js";
import { plainAsk, suggestArticle } from "../flows/suggest-article.js";
import type { Words } from "../i18n/words.js";
import { herWishes } from "./blocks/her-wishes.js";
import { channelMention } from "./blocks/mrkdwn.js";
import { summary } from "./blocks/summary.js";
import { deliveryOf } from "./delivery.js";
import { type PrivateAnswer, privately } from "./private-answer.js";
import { wordsOf } from "./reader-words.js";
import { restoreTyped } from "./restore-typed.js";
import { saySuggested } from "./say-suggested.js";
import { subjectsCommand } from "./subjects-command.js";
import { openSuggestForm, type SuggestNeeds } from "./suggest-form.js";
import { whyNotMember } from "./why-not-member.js";

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** `/suggest`: one acknowledgement carries the whole answer, after whatever it promises is durable. */
export function suggestCommand(needs: SuggestNeeds) {
  return async ({ ack, command }: Args): Promise<void> => {
    const answer = await answerTo(command, needs).catch(async () => {
      needs.log("failed", { where: "suggest_command" });
      const words = await wordsOf(command.user_id as SlackUserId, needs);
      return privately(words.answers.failed, {
        label: words.answers.youTyped,
        text: restoreTyped(command.text, needs),
      });
    });
    await (answer ? ack(answer) : ack());
  };
}

type Command = Args["command"];

/** Null: a form opened, and that is the answer. */
async function answerTo(command: Command, needs: SuggestNeeds): Promise<PrivateAnswer | null> {
  const user = command.user_id as SlackUserId;
  const ours = command.team_id === needs.teamId;
  const [words, membership] = await Promise.all([
    wordsOf(user, needs),
    ours ? needs.members.isMember(user) : ("not_member" as const),
  ]);
  const say = words.answers;
  const channel = channelMention(needs.teamChannelId);
  const typed = { label: say.youTyped, text: restoreTyped(command.text, needs) };
  if (!ours) return privately(say.otherWorkspace);
  const refusal = whyNotMember(membership, channel, words);
  if (refusal !== null) return privately(refusal, keep(typed));
  const read = readSuggestText(command.text);
  const delivery = deliveryOf({ trigger_id: command.trigger_id ?? command.response_url ?? needs.newId() });
  switch (read.kind) {
    case "form":
      return (await openSuggestForm({ triggerId: command.trigger_id, user, words }, needs))
        ? null
        : privately(say.formNotOpened);
    case "help":
      return helpAnswer(channel, words, needs);
    case "summary":
      return runningWeek(words, needs);
    case "subjects": {
      const list = restoreEmojiNames(read.list, needs.emojiNames());
      return subjectsCommand({ by: user, list, typed, delivery }, words, needs);
    }
    case "bad":
      return privately(badInput(read, words), keep(typed));
    case "suggest": {
      const { text: note, left } = withoutHidden(restoreEmojiNames(read.note, needs.emojiNames()));
      const ask = { ...plainAsk, by: user, link: read.link, note, draft: null, delivery };
      const settled = await suggestArticle(ask, needs);
      const remarks = left > 0 ? [words.suggesting.hidden.left(left)] : [];
      return saySuggested(settled, words, { ...typed, remarks }, needs);
    }
    default:
      return read satisfies never;
  }
}

/** How to suggest, and what she wants to speak about where she has said so. */
async function helpAnswer(channel: string, words: Words, { store }: SuggestNeeds): Promise<PrivateAnswer> {
  const answer = privately(words.answers.help(channel));
  return { ...answer, blocks: [...answer.blocks, ...herWishes(await needDesk(store), words)] };
}

/** Nothing typed, nothing to give back. */
function keep(typed: { label: string; text: string }) {
  return typed.text.trim() === "" ? undefined : typed;
}

function badInput(bad: Extract<SuggestText, { kind: "bad" }>, { answers: say }: Words): string {
  switch (bad.why) {
    case "no_link":
      return say.noLink;
    case "two_links":
      return say.twoLinks;
    case "not_a_web_address":
      return say.notAWebAddress;
    case "link_too_long":
      return say.linkTooLong;
    case "note_too_long":
      return say.noteTooLong(longestNote);
    default:
      return bad.why satisfies never;
  }
}

async function runningWeek(words: Words, { store, now }: SuggestNeeds): Promise<PrivateAnswer> {
  const desk = await needDesk(store);
  const week = weekAt(now(), desk.homeZone);
  const facts = await store.week(week.from, now());
  const { text, blocks } = summary(week, facts, {
    desk,
    words,
    heading: words.news.summary.running,
    head: null,
  });
  return { response_type: "ephemeral", replace_original: false, text, blocks };
}
