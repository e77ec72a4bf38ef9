import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from "@slack/bolt";
import type { DeliveryKey, Instant, SlackTeamId, SlackUserId } from "../core/ids.js";
import { mayDecide } from "../core/may-decide.js";
import { namedIn, slackMessageToText } from "../core/slack-message-to-text.js";
import { needDesk } from "../flows/need-desk.js";
import { longestOwnWords, ownWords } from "../flows/own-words.js";
import type { Words } from "../i18n/words.js";
import { channelMention } from "./blocks/mrkdwn.js";
import type { BotNeeds } from "./bot-needs.js";
import { privately } from "./private-answer.js";
import { wordsOf } from "./reader-words.js";
import { tellInDm } from "./tell-in-dm.js";

type Heard = SlackEventMiddlewareArgs<"message">["event"];
/** What a person wrote, with files or without. */
type Written = {
  readonly user: string;
  readonly channel: string;
  readonly ts: string;
  readonly team?: string;
  readonly text?: string;
  readonly files?: readonly unknown[];
};

/** Somebody else is told how to suggest at most so often. */
const toldMs = 3_600_000;
/** People a message names who are looked up. */
const mostNamed = 5;

/** Somebody writes to the bot: her words become a card, and nothing is posted by writing. Anybody else is told what this is for. */
export function writtenToBot(needs: BotNeeds) {
  const told = new Map<string, Instant>();
  return async (heard: SlackEventMiddlewareArgs<"message"> & AllMiddlewareArgs): Promise<void> => {
    const event = writtenIn(heard.event);
    if (event === null) return;
    const user = event.user as SlackUserId;
    const presser = { teamId: (event.team ?? heard.body.team_id) as SlackTeamId, userId: user };
    const desk = await needDesk(needs.store);
    if (mayDecide(desk, presser)) return takeHers(event, presser, needs);
    const at = needs.now();
    for (const [who, since] of told) if (at - since >= toldMs) told.delete(who);
    if (told.has(user)) return;
    told.set(user, at);
    const { own } = await wordsOf(user, needs);
    await tellInDm(user, privately(own.howToSuggest(channelMention(needs.teamChannelId))), needs);
  };
}

/** Null for edits, deletions and what apps write: those come in other shapes. */
function writtenIn(event: Heard): Written | null {
  if (event.channel_type !== "im") return null;
  if (event.subtype !== undefined && event.subtype !== "file_share") return null;
  const { user, bot_id } = event as { readonly user?: unknown; readonly bot_id?: unknown };
  return typeof user === "string" && bot_id === undefined ? (event as Written) : null;
}

async function takeHers(
  event: Written,
  presser: { readonly teamId: SlackTeamId; readonly userId: SlackUserId },
  needs: BotNeeds,
): Promise<void> {
  const words = await wordsOf(presser.userId, needs);
  const says = await onCard(event, presser, words, needs).catch((error: unknown) => {
    needs.log("failed", { where: "own_words_message" });
    const disk = error instanceof Error && error.name === "DiskTrouble";
    return disk ? words.answers.diskTrouble : words.answers.failed;
  });
  if (says !== null) await tellInDm(presser.userId, privately(says), needs);
}

/** What is said besides the card; null: the card says it all. */
async function onCard(
  event: Written,
  presser: { readonly teamId: SlackTeamId; readonly userId: SlackUserId },
  { own }: Words,
  needs: BotNeeds,
): Promise<string | null> {
  const raw = event.text ?? "";
  const emojiByName = needs.emojiNames();
  const text = slackMessageToText(raw, { emojiByName, people: await peopleNamedIn(raw, needs) });
  const files = (event.files?.length ?? 0) > 0;
  // The message itself, however often and in whatever delivery Slack tells of it.
  const delivery = `message ${event.channel} ${event.ts}` as DeliveryKey;
  const settled = await ownWords({ presser, text, delivery, once: null }, needs);
  if (settled.kind === "taken") return null;
  const { answer } = settled;
  switch (answer.kind) {
    case "on_card":
      await needs.showNow("card", answer.key.suggestionId);
      return files ? own.pictures : null;
    case "empty":
      return files ? own.onlyPictures : null;
    case "too_long":
      return own.tooLong(longestOwnWords);
    case "not_hers":
      return own.onlyHer;
    default:
      return answer satisfies never;
  }
}

/** What those are called whom a message names by id. Whom Slack does not describe stays an id: she sees it on the card. */
async function peopleNamedIn(raw: string, { slack }: BotNeeds): Promise<ReadonlyMap<string, string>> {
  const asked = namedIn(raw)
    .slice(0, mostNamed)
    .map(async (user) => {
      const { user: found } = await slack.prompt.users.info({ user }).catch(() => ({ user: undefined }));
      const name = found?.profile?.display_name || found?.real_name || found?.name;
      return name ? [[user, name] as const] : [];
    });
  return new Map((await Promise.all(asked)).flat());
}
