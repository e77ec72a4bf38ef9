import { type CardKey, readCardKey, readPostKey, readSuggestionKey } from "../core/card-key.js";
import { declineReasons } from "../core/suggestion.js";
import { type AfterDecliningPress, afterDeclining } from "../flows/after-declining.js";
import { cancel } from "../flows/cancel.js";
import { decline } from "../flows/decline.js";
import { keepCharacters } from "../flows/keep-characters.js";
import { answerUnknown, type SettlePress } from "../flows/settle-unknown.js";
import { undo } from "../flows/take-down.js";
import type { BotNeeds } from "./bot-needs.js";
import { cardStands } from "./card-stands.js";
import { deliveryOf, placeOf, presserOf } from "./delivery.js";
import { offItsCard } from "./off-its-card.js";
import { onPress, type Press, reply, unreadable } from "./on-press.js";

/** She keeps hidden characters on purpose; the card is drawn anew with its one-press approval. */
export function keepCharactersButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const key = readCardKey(action.value);
    if (!key) return unreadable(words);
    await cardStands(key.suggestionId, needs);
    return reply(await keepCharacters(pressed(body, key), needs), key.suggestionId, words, needs);
  });
}

export function declineButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const key = readCardKey(action.value);
    if (!key) return unreadable(words);
    await cardStands(key.suggestionId, needs);
    return reply(await decline(pressed(body, key), needs), key.suggestionId, words, needs);
  });
}

export function cancelButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const postId = readPostKey(action.value);
    const post = postId && (await needs.store.post(postId));
    if (!postId || !post) return unreadable(words);
    const settled = await cancel({ presser: presserOf(body), delivery: deliveryOf(body), postId }, needs);
    const said = await reply(settled, post.post.suggestionId, words, needs);
    const late = settled.kind === "settled" && settled.answer.kind === "too_late";
    return late ? `${words.answers.tooLateToStop} ${said}` : said;
  });
}

export function settleButton(needs: BotNeeds, says: SettlePress["says"]) {
  return onPress(needs, async ({ body, action }, words) => {
    const postId = readPostKey(action.value);
    const post = postId && (await needs.store.post(postId));
    if (!postId || !post) return unreadable(words);
    const off = await offItsCard(body, post.post.suggestionId, words, needs);
    if (off !== null) return off;
    const press = { presser: presserOf(body), delivery: deliveryOf(body), postId, says };
    const settled = await answerUnknown(press, needs);
    // The card stays as it is until something is found: the press itself must be answered.
    if (settled.kind === "settled" && settled.answer.kind === "looking") return words.card.looking;
    return reply(settled, post.post.suggestionId, words, needs);
  });
}

export function undoButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const postId = readPostKey(action.value);
    const post = postId && (await needs.store.post(postId));
    if (!postId || !post) return unreadable(words);
    const off = await offItsCard(body, post.post.suggestionId, words, needs);
    if (off !== null) return off;
    const settled = await undo({ presser: presserOf(body), delivery: deliveryOf(body), postId }, needs);
    if (settled.kind === "settled" && settled.answer.kind === "no_link") return words.answers.undoNoLink;
    if (settled.kind === "settled" && settled.answer.kind === "other_account") {
      return words.answers.undoOtherAccount;
    }
    return reply(settled, post.post.suggestionId, words, needs);
  });
}

/** `take_back`, and the one-press reasons. */
export function afterDeclineButton(needs: BotNeeds, does: AfterDecliningPress["does"]) {
  return onPress(needs, async ({ body, action }, words) => {
    const suggestionId = readSuggestionKey(action.value);
    if (!suggestionId) return unreadable(words);
    const press = { presser: presserOf(body), delivery: deliveryOf(body), suggestionId, does };
    const settled = await afterDeclining(press, needs);
    if (settled.kind === "settled" && settled.answer.kind === "too_late")
      return words.answers.tooLateToTakeBack;
    return reply(settled, suggestionId, words, needs);
  });
}

export const reasonButtons = declineReasons.map(
  (reason) => [`reason_${reason}`, { kind: "reason", reason }] as const,
);

function pressed(body: Press["body"], key: CardKey) {
  return { presser: presserOf(body), card: placeOf(body), delivery: deliveryOf(body), key };
}
