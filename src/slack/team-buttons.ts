import { readSuggestionKey } from "../core/card-key.js";
import { readConcernKey } from "../core/concern.js";
import type { ConcernId, SlackUserId, SuggestionId } from "../core/ids.js";
import { mayDecide } from "../core/may-decide.js";
import { needDesk } from "../flows/need-desk.js";
import { secondSuggestion } from "../flows/second-suggestion.js";
import { seeConcerns } from "../flows/see-concerns.js";
import { withdrawSuggestion } from "../flows/withdraw-suggestion.js";
import type { Words } from "../i18n/words.js";
import { channelMention } from "./blocks/mrkdwn.js";
import type { BotNeeds } from "./bot-needs.js";
import { messageStands } from "./card-stands.js";
import { deliveryOf, type Payload, placeOf, presserOf } from "./delivery.js";
import { onPress, unreadable } from "./on-press.js";
import { presentState } from "./present-state.js";

/** Null for a member of the team; for anybody else what to say to them. */
export async function offTheTeam(
  body: Payload,
  { team: say }: Words,
  { members, teamId, teamChannelId }: Pick<BotNeeds, "members" | "teamId" | "teamChannelId">,
): Promise<string | null> {
  const { teamId: from, userId } = presserOf(body);
  const channel = channelMention(teamChannelId);
  if (from !== teamId || userId === null) return say.onlyMembers(channel);
  const membership = await members.isMember(userId);
  if (membership === "member") return null;
  return membership === "unknown" ? say.membershipUnknown(channel) : say.onlyMembers(channel);
}

/** `second`: the voice of a colleague, taken back by pressing again. */
export function secondButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const suggestionId = readSuggestionKey(action.value);
    if (!suggestionId) return unreadable(words);
    const off = await offTheTeam(body, words, needs);
    if (off !== null) return off;
    const by = body.user.id as SlackUserId;
    const settled = await secondSuggestion({ by, suggestionId, delivery: deliveryOf(body) }, needs);
    if (settled.kind === "taken") return words.answers.taken;
    const say = words.team;
    switch (settled.answer.kind) {
      case "seconded":
        return say.seconded;
      case "undone":
        return say.secondUndone;
      case "own":
        return say.secondOwn;
      case "too_late":
        return presentState(suggestionId, words, needs.store, "colleague");
      default:
        return settled.answer satisfies never;
    }
  });
}

/** `withdraw`: the suggester takes it back while she has not decided. */
export function withdrawButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const suggestionId = readSuggestionKey(action.value);
    if (!suggestionId) return unreadable(words);
    const { teamId, userId } = presserOf(body);
    if (teamId !== needs.teamId || userId === null) return words.team.onlySuggester;
    const press = { by: userId, suggestionId, delivery: deliveryOf(body) };
    const settled = await withdrawSuggestion(press, needs);
    if (settled.kind === "settled" && settled.answer.kind === "withdrawn") return null;
    if (settled.kind === "settled" && settled.answer.kind === "not_yours") return words.team.onlySuggester;
    return presentState(suggestionId, words, needs.store);
  });
}

/** `concern_seen`: she has read what a colleague is concerned about, on her card or in the message that told her. */
export function concernSeenButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const concerns = readConcernKey(action.value);
    const [first] = concerns ?? [];
    const told = first && (await needs.store.concern(first));
    if (!concerns || !told) return unreadable(words);
    const presser = presserOf(body);
    const { suggestionId } = told;
    if (mayDecide(await needDesk(needs.store), presser)) {
      await Promise.all([
        messageStands("card", suggestionId, needs),
        ...concerns.map((id) => messageStands("concern", id, needs)),
      ]);
      if (!(await standsOn(body, suggestionId, concerns, needs))) return words.answers.staleCard;
    }
    const press = { presser, suggestionId, concerns, delivery: deliveryOf(body) };
    const settled = await seeConcerns(press, needs);
    if (settled.kind === "settled" && settled.answer.kind === "not_hers") return words.answers.onlyHer;
    return settled.kind === "settled" && settled.answer.kind === "seen" ? null : words.team.concernRead;
  });
}

/** Whether the message that was pressed on is the recorded card of this suggestion, or the one that told of its one concern. */
async function standsOn(
  body: Payload,
  suggestion: SuggestionId,
  concerns: readonly ConcernId[],
  { store }: Pick<BotNeeds, "store">,
): Promise<boolean> {
  const { channel, ts } = placeOf(body);
  const message = await store.messageAt(channel, ts);
  if (message?.kind === "card") return message.subject === suggestion;
  return message?.kind === "concern" && concerns.length === 1 && message.subject === concerns[0];
}
