import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { readSuggestionKey } from "../core/card-key.js";
import { type Concern, longestConcern } from "../core/concern.js";
import type { SlackUserId, SuggestionId } from "../core/ids.js";
import { withoutHidden } from "../core/show-hidden.js";
import { needDesk } from "../flows/need-desk.js";
import {
  type ConcernAnswer,
  mayRaiseConcern,
  raiseConcern,
  withdrawConcern,
} from "../flows/raise-concern.js";
import type { Words } from "../i18n/words.js";
import { sayInForm } from "./answer-form.js";
import { quote, section } from "./blocks/block-parts.js";
import { form, textInput } from "./blocks/form-parts.js";
import type { BotNeeds } from "./bot-needs.js";
import { deliveryOf, type Payload } from "./delivery.js";
import { fieldText } from "./field-text.js";
import { onPress, unreadable } from "./on-press.js";
import { openFormOnce } from "./open-form.js";
import { presentState } from "./present-state.js";
import { wordsOf } from "./reader-words.js";
import { restoreTyped } from "./restore-typed.js";
import { offTheTeam } from "./team-buttons.js";

/** `concern`: a form for the reason; for who has raised one already, the form that withdraws it. */
export function concernButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const id = readSuggestionKey(action.value);
    if (!id) return unreadable(words);
    const off = await offTheTeam(body, words, needs);
    if (off !== null) return off;
    const suggestion = await needs.store.suggestion(id);
    const mine = (await needs.store.concernsOf(id)).find(({ userId }) => userId === body.user.id);
    if (!mine && (!suggestion || !mayRaiseConcern(suggestion)))
      return `${words.team.concernTooLate} ${await presentState(id, words, needs.store, "colleague")}`;
    const view = mine ? withdrawView(mine, words) : raiseView(id, words);
    return (await openFormOnce(body.trigger_id, view, needs)) ? null : words.answers.pressAgain;
  });
}

export function raiseView(id: SuggestionId, words: Words): ModalView {
  const say = words.team.concernForm;
  const field = textInput({ name: "reason", label: say.reason, hint: say.hint, most: longestConcern });
  return form("concern", say, words, [section(say.lead), field], id);
}

export function withdrawView({ suggestionId, reason }: Concern, words: Words): ModalView {
  const say = words.team.withdrawForm;
  return form("concern", say, words, [section(say.lead), quote(reason)], suggestionId);
}

/** Handed in: raised, or, where it held no field, withdrawn. What was typed is given back where it was not taken. */
export function concernSubmitted(needs: BotNeeds) {
  return async ({ ack, body, view }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const by = body.user.id as SlackUserId;
    const words = await wordsOf(by, needs);
    const suggestionId = readSuggestionKey(view.private_metadata);
    if (!suggestionId) return sayInForm(ack, words.answers.settledBefore.closed, words);
    const raises = "reason" in view.state.values;
    const { text } = withoutHidden(restoreTyped(fieldText(view, "reason"), needs));
    const reason = text.trim();
    const wrong = (error: string) => ack({ response_action: "errors", errors: { reason: error } });
    if (raises && reason === "") return void (await wrong(words.team.concernForm.noReason));
    const off = await offTheTeam(body as Payload, words, needs);
    if (off !== null) return raises ? void (await wrong(off)) : sayInForm(ack, off, words);
    const delivery = deliveryOf(body as Payload);
    const settled = raises
      ? await raiseConcern({ by, suggestionId, reason, delivery }, needs)
      : await withdrawConcern({ by, suggestionId, delivery }, needs);
    const said =
      settled.kind === "taken"
        ? words.answers.taken
        : await sayAnswer(settled.answer, suggestionId, words, needs);
    const taken = settled.kind === "settled" && settled.answer.kind === "raised";
    return sayInForm(ack, said, words, taken ? "" : reason);
  };
}

async function sayAnswer(
  answer: ConcernAnswer,
  id: SuggestionId,
  words: Words,
  { store }: Pick<BotNeeds, "store">,
): Promise<string> {
  const say = words.team;
  switch (answer.kind) {
    case "raised":
      return say.concernRaised;
    case "withdrawn":
      return say.concernWithdrawn;
    case "stands":
      return say.concernStands;
    case "too_many": {
      const { homeZone } = await needDesk(store);
      return say.concernTooMany(answer.most, words.dates.time(answer.liftsAt, homeZone));
    }
    case "none":
      return say.concernNone;
    case "too_late":
      return `${say.concernTooLate} ${await presentState(id, words, store, "colleague")}`;
    default:
      return answer satisfies never;
  }
}
