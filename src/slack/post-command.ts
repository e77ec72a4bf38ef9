import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs, SlackShortcutMiddlewareArgs } from "@slack/bolt";
import type { SlackTeamId, SlackUserId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import { restoreText } from "../core/restore-text.js";
import { ownWords as ownWordsSubject } from "../core/unfinished.js";
import { needDesk } from "../flows/need-desk.js";
import { longestOwnWords, ownWords } from "../flows/own-words.js";
import type { Words } from "../i18n/words.js";
import { ownPostView } from "./blocks/own-post-view.js";
import type { BotNeeds } from "./bot-needs.js";
import { deliveryOf, presserOf } from "./delivery.js";
import { openFormOnce } from "./open-form.js";
import { type PrivateAnswer, privately } from "./private-answer.js";
import { wordsOf } from "./reader-words.js";
import { tellInDm } from "./tell-in-dm.js";

type Command = SlackCommandMiddlewareArgs["command"];

/** `/post`: her words onto a card, or, alone, the form. Nobody else's are taken. */
export function postCommand(needs: BotNeeds) {
  return async ({ ack, command }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const words = await wordsOf(command.user_id, needs);
    const typed = restoreText(command.text, needs.emojiNames());
    const given = { label: words.answers.youTyped, text: typed.text };
    const answer = await answerTo(command, typed, words, needs).catch((error: unknown) => {
      needs.log("failed", { where: "post_command" });
      const disk = error instanceof Error && error.name === "DiskTrouble";
      return privately(disk ? words.answers.diskTrouble : words.answers.failed, given);
    });
    await (answer ? ack(answer) : ack());
  };
}

/** Null: a form opened, and that is the answer. */
async function answerTo(
  command: Command,
  typed: ReturnType<typeof restoreText>,
  words: Words,
  needs: BotNeeds,
): Promise<PrivateAnswer | null> {
  const { own, answers } = words;
  const given = { label: answers.youTyped, text: typed.text };
  const presser = { teamId: command.team_id as SlackTeamId, userId: command.user_id as SlackUserId };
  const { trigger_id } = command;
  if (typed.text.trim() === "") {
    const refusal = await openOwnPost(trigger_id, presser, words, needs);
    return refusal === null ? null : privately(refusal);
  }
  const delivery = deliveryOf({ trigger_id });
  const settled = await ownWords({ presser, text: typed.text, delivery, once: null }, needs);
  if (settled.kind === "taken") return privately(answers.taken);
  const { answer } = settled;
  switch (answer.kind) {
    case "on_card":
      needs.showNow("card", answer.key.suggestionId).catch(() => undefined);
      return privately(own.onCard);
    case "not_hers":
      return privately(own.onlyHer, given);
    case "too_long":
      return privately(own.tooLong(longestOwnWords), given);
    case "empty":
      return privately(answers.textProblem.empty);
    default:
      return answer satisfies never;
  }
}

/** The shortcut: the form, wherever she is in Slack. */
export function postShortcut(needs: BotNeeds) {
  return async ({ ack, shortcut }: SlackShortcutMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const presser = presserOf(shortcut);
    const words = await wordsOf(presser.userId, needs);
    const refusal = await openOwnPost(shortcut.trigger_id, presser, words, needs);
    if (refusal !== null) await tellInDm(shortcut.user.id as SlackUserId, privately(refusal), needs);
  };
}

/** Null when the form opened, with the words that wait from last time; else why not. */
async function openOwnPost(
  triggerId: string,
  presser: Presser,
  words: Words,
  needs: BotNeeds,
): Promise<string | null> {
  const desk = await needDesk(needs.store);
  if (!mayDecide(desk, presser)) return words.own.onlyHer;
  const unfinished = await needs.store.unfinished(ownWordsSubject);
  const view = ownPostView(unfinished?.text ?? "", desk, needs.holdMs, words);
  return (await openFormOnce(triggerId, view, needs)) ? null : words.answers.pressAgain;
}
