import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import { readSuggestionKey } from "../core/card-key.js";
import { mayDecide } from "../core/may-decide.js";
import { afterDeclining } from "../flows/after-declining.js";
import { noteHandedOver } from "../flows/hand-over.js";
import { needDesk } from "../flows/need-desk.js";
import { sayInForm } from "./answer-form.js";
import { form, textInput } from "./blocks/form-parts.js";
import type { BotNeeds } from "./bot-needs.js";
import { deliveryOf, type Payload, presserOf } from "./delivery.js";
import { fieldText } from "./field-text.js";
import { isButton } from "./is-button.js";
import type { Press } from "./on-press.js";
import { openFormOnce } from "./open-form.js";
import { presentState } from "./present-state.js";
import { tellPrivately } from "./private-answer.js";
import { wordsOf } from "./reader-words.js";
import { restoreTyped } from "./restore-typed.js";

const longestReason = 500;

/** `add_reason`: a line of her own, for the suggester alone; or for the company, beside what she handed over to it. */
export function addReasonButton(needs: BotNeeds) {
  return async ({ ack, body, action, respond }: Press): Promise<void> => {
    await ack();
    const presser = presserOf(body);
    const words = await wordsOf(presser.userId, needs);
    const tell = (text: string) =>
      tellPrivately(text, body, { respond, client: needs.slack.patient, log: needs.log });
    if (!mayDecide(await needDesk(needs.store), presser)) return tell(words.answers.onlyHer);
    const id = isButton(action) ? readSuggestionKey(action.value) : null;
    const suggestion = id && (await needs.store.suggestion(id));
    if (!suggestion) return tell(words.answers.settledBefore.closed);
    const { state } = suggestion;
    if (state !== "declined" && state !== "handed_over")
      return tell(await presentState(suggestion.id, words, needs.store));
    const say = state === "declined" ? words.forms.reason : words.desk.handedNote;
    const field = textInput({
      name: "reason",
      label: "reason" in say ? say.reason : say.label,
      hint: say.hint,
      most: longestReason,
    });
    const view = form("decline", say, words, [field], suggestion.id);
    if (!(await openFormOnce(body.trigger_id, view, needs))) await tell(words.answers.pressAgain);
  };
}

export function reasonSubmitted(needs: BotNeeds) {
  return async ({ ack, body, view }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const presser = presserOf(body as Payload);
    const words = await wordsOf(presser.userId, needs);
    const suggestionId = readSuggestionKey(view.private_metadata);
    if (!suggestionId) return sayInForm(ack, words.answers.settledBefore.closed, words);
    const note = restoreTyped(fieldText(view, "reason"), needs).trim();
    if (note === "") {
      return void (await ack({
        response_action: "errors",
        errors: { reason: words.answers.textProblem.empty },
      }));
    }
    const press = {
      presser,
      delivery: deliveryOf(body as Payload),
      suggestionId,
      does: { kind: "note", note } as const,
    };
    const handed = (await needs.store.suggestion(suggestionId))?.state === "handed_over";
    const settled = await (handed ? noteHandedOver({ ...press, note }, needs) : afterDeclining(press, needs));
    if (settled.kind === "settled" && settled.answer.kind === "told") return void (await ack());
    const text =
      settled.kind === "settled" && settled.answer.kind === "not_hers"
        ? words.answers.onlyHer
        : await presentState(suggestionId, words, needs.store);
    return sayInForm(ack, text, words);
  };
}
