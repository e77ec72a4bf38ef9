import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { SuggestionId } from "../core/ids.js";
import type { Settled } from "../flows/commit-decision.js";
import type { Words } from "../i18n/words.js";
import { ackInTime } from "./ack-in-time.js";
import type { BotNeeds } from "./bot-needs.js";
import { presserOf } from "./delivery.js";
import { isButton } from "./is-button.js";
import { presentState } from "./present-state.js";
import { tellPrivately } from "./private-answer.js";
import { wordsOf } from "./reader-words.js";

export type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/**
 * One button: what it carries is read, the flow decides, and only then Slack hears that the press arrived, or when it
 * cannot wait any longer. The card itself is the answer; words are needed only where nothing changed, and go to the presser alone.
 */
export function onPress(needs: BotNeeds, act: (press: Press, words: Words) => Promise<string | null>) {
  return async (press: Press): Promise<void> => {
    const { body, respond } = press;
    const ack = ackInTime(() => press.ack(), needs.log);
    const words = await wordsOf(presserOf(body).userId, needs);
    const read = isButton(press.action) ? act(press, words) : Promise.resolve(unreadable(words));
    const answer = await read.catch((error: unknown) => {
      needs.log("failed", {
        where: press.action.action_id,
        error: error instanceof Error ? error.name : "unknown",
      });
      return error instanceof Error && error.name === "DiskTrouble"
        ? words.answers.diskTrouble
        : words.answers.failed;
    });
    await ack();
    if (answer === null) return;
    needs.log("press_answered", { action: press.action.action_id });
    await tellPrivately(answer, body, { respond, client: needs.slack.patient, log: needs.log });
  };
}

/** A button that this product did not draw, or drew in another shape: nothing is known of it. */
export const unreadable = (words: Words) => words.answers.settledBefore.closed;

type Quiet =
  | "approved"
  | "declined"
  | "cancelled"
  | "told"
  | "taken_back"
  | "settled"
  | "taking_down"
  | "kept"
  | "dropped"
  | "snoozed"
  | "handed_over"
  | "back";

/** What to say to the presser: null when the card says it. */
export async function reply<A extends { kind: string }>(
  settled: Settled<A>,
  suggestionId: SuggestionId | null,
  words: Words,
  needs: BotNeeds,
): Promise<string | null> {
  const quiet: readonly string[] = [
    "approved",
    "declined",
    "cancelled",
    "told",
    "taken_back",
    "settled",
    "taking_down",
    "kept",
    "dropped",
    "snoozed",
    "handed_over",
    "back",
  ] satisfies Quiet[];
  const state = () =>
    suggestionId ? presentState(suggestionId, words, needs.store) : Promise.resolve(unreadable(words));
  if (settled.kind === "taken") return state();
  const { kind } = settled.answer;
  if (quiet.includes(kind)) return null;
  if (kind === "not_hers") return words.answers.onlyHer;
  if (kind === "stale_card") {
    const card = suggestionId && (await needs.store.message("card", suggestionId));
    return card && card.ts === null ? words.answers.tooSoon : words.answers.staleCard;
  }
  return state();
}
