import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { SuggestionId } from "../core/ids.js";
import type { ApproveAnswer } from "../flows/approve.js";
import type { Settled } from "../flows/commit-decision.js";
import type { Words } from "../i18n/words.js";
import { approveRefusal } from "./approve-refusal.js";
import { section, verbatim } from "./blocks/block-parts.js";
import { plain } from "./blocks/form-parts.js";
import type { BotNeeds } from "./bot-needs.js";
import { presentState } from "./present-state.js";

type Submit = SlackViewMiddlewareArgs & AllMiddlewareArgs;
type Outcome = Settled<ApproveAnswer>;

/** Closes a form whose press was taken; where it was not, the form itself says what is so now. */
export async function answerForm(
  { ack }: Submit,
  outcome: Outcome,
  words: Words,
  suggestionId: SuggestionId,
  { store }: Pick<BotNeeds, "store">,
  typed = "",
): Promise<void> {
  if (outcome.kind === "settled" && outcome.answer.kind === "approved") return void (await ack());
  const text = await sayWhy(outcome, words, suggestionId, store);
  return sayInForm(ack, text, words, typed);
}

/** The form becomes one sentence, with nothing left to submit. What had been typed in it is given back. */
export async function sayInForm(ack: Submit["ack"], text: string, words: Words, typed = ""): Promise<void> {
  await ack({ response_action: "update", view: answerView(text, words, typed) });
}

/** One sentence in the place of a form. */
export function answerView(text: string, words: Words, typed = ""): ModalView {
  return {
    type: "modal",
    callback_id: "answer",
    title: plain(words.forms.answerTitle),
    close: plain(words.forms.cancel),
    blocks: [section(text), ...(typed ? [section(words.answers.youTyped), ...verbatim(typed)] : [])],
  };
}

function sayWhy(outcome: Outcome, words: Words, id: SuggestionId, store: BotNeeds["store"]): Promise<string> {
  const refusal = approveRefusal(outcome, words);
  if (refusal) return Promise.resolve(refusal);
  if (outcome.kind === "settled" && outcome.answer.kind === "not_hers")
    return Promise.resolve(words.answers.onlyHer);
  if (outcome.kind === "settled" && outcome.answer.kind === "stale_card") {
    return Promise.resolve(words.answers.staleCard);
  }
  return presentState(id, words, store);
}
