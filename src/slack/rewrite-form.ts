import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import type { KnownBlock, ModalView } from "@slack/types";
import type { DeliveryKey } from "../core/ids.js";
import { restoreText } from "../core/restore-text.js";
import type { Suggestion } from "../core/suggestion.js";
import { weigh } from "../core/text-weight.js";
import { approve } from "../flows/approve.js";
import { keepWording } from "../flows/keep-wording.js";
import { needDesk } from "../flows/need-desk.js";
import type { Words } from "../i18n/words.js";
import { answerForm, sayInForm } from "./answer-form.js";
import { section } from "./blocks/block-parts.js";
import { draftLines, form, mostInField, textInput } from "./blocks/form-parts.js";
import type { BotNeeds } from "./bot-needs.js";
import { type FormFacts, type FormOrigin, opensForm, readOrigin, writeOrigin } from "./card-form.js";
import { confirmView } from "./confirm-form.js";
import { deliveryOf, type Payload, presserOf } from "./delivery.js";
import { fieldText } from "./field-text.js";
import { formSeen } from "./form-seen.js";
import { wordsOf } from "./reader-words.js";
import { textProblemLine } from "./text-problem-line.js";
import { shownToHer, unreadConcerns } from "./unread-concerns.js";
import { whereSheIs } from "./where-she-is.js";

type Submit = SlackViewMiddlewareArgs & AllMiddlewareArgs;

export function rewriteButton(needs: BotNeeds) {
  return opensForm(needs, async (facts) => rewriteView(facts, needs.holdMs));
}

type Drawing = Pick<FormFacts, "desk" | "revision" | "words" | "origin">;

/** @param lead what is said above her words, where something must be */
function rewriteView(
  { desk, revision, words, origin }: Drawing,
  holdMs: number,
  lead: readonly KnownBlock[] = [],
): ModalView {
  const say = words.forms.rewrite;
  const initial = revision.text.slice(0, mostInField);
  return form(
    "rewrite",
    say,
    words,
    [
      ...lead,
      textInput({ name: "text", label: say.text, initial, most: mostInField, counted: true }),
      ...draftLines(revision.text, words),
      section(desk.account ? say.postsAs(desk.account.handle, holdMs / 1000) : words.card.noAccount),
    ],
    writeOrigin("rewrite", origin),
  );
}

/** «Approve and post»: her approval of exactly what she wrote, or, where it had to be restored, one more look first. */
export function rewriteSubmitted(needs: BotNeeds) {
  return async (submit: Submit): Promise<void> => {
    const { body, view } = submit;
    const presser = presserOf(body as Payload);
    const words = await wordsOf(presser.userId, needs);
    const written = "text" in view.state.values;
    const exact = readOrigin(view.private_metadata, "exact");
    if (exact && !written) return approveKept(submit, exact, words, needs);
    const origin = readOrigin(view.private_metadata, "rewrite");
    if (!origin || !written) return sayInForm(submit.ack, words.answers.settledBefore.closed, words);
    const raw = fieldText(view, "text");
    const restored = restoreText(raw, needs.emojiNames());
    const shown = await needs.store.revision(origin.key.revisionId);
    const asSeen = !restored.changed && restored.unknown.length === 0;
    if (asSeen || restored.text === shown?.text)
      return approveText(submit, origin, restored.text, words, needs);
    return askOnceMore(submit, origin, restored.text, words, needs);
  };
}

async function approveText(
  submit: Submit,
  { key, card }: FormOrigin,
  text: string,
  words: Words,
  needs: BotNeeds,
): Promise<void> {
  const body = submit.body as Payload;
  const press = { presser: presserOf(body), delivery: deliveryOf(body), key, card };
  const seen = await formSeen(submit.view, { key, card }, needs);
  const settled = await approve({ ...press, act: "rewrite", seen, ownText: text, postAt: null }, needs);
  if (settled.kind === "settled" && settled.answer.kind === "text") {
    const error = textProblemLine(settled.answer.problem, weigh(text).documented, words);
    return void (await submit.ack({ response_action: "errors", errors: { text: error } }));
  }
  if (settled.kind === "settled" && settled.answer.kind === "concern")
    return askOnceMore(submit, { key, card }, text, words, needs, settled.answer.suggestion);
  return answerForm(submit, settled, words, key.suggestionId, needs, text);
}

/** The words are kept on the card, and the form becomes the exact text with one button. */
async function askOnceMore(
  submit: Submit,
  { key, card }: FormOrigin,
  text: string,
  words: Words,
  needs: BotNeeds,
  concerned: Suggestion | null = null,
): Promise<void> {
  const body = submit.body as Payload;
  // A press that met a concern was taken; what is kept now is its words.
  const delivery = concerned ? (`${deliveryOf(body)} kept` as DeliveryKey) : deliveryOf(body);
  const press = { presser: presserOf(body), delivery };
  const kept = await keepWording({ ...press, key, text }, needs);
  if (kept.kind === "settled" && kept.answer.kind === "kept") {
    const exact = await exactly({ key: kept.answer.key, card }, text, needs);
    if (concerned) return readFirst(submit, concerned, exact, words, needs);
    const view = confirmView("confirm", exact, words);
    return void (await submit.ack({ response_action: "update", view }));
  }
  if (kept.kind === "settled" && kept.answer.kind === "text") {
    const error = textProblemLine(kept.answer.problem, weigh(text).documented, words);
    return void (await submit.ack({ response_action: "errors", errors: { text: error } }));
  }
  const notHers = kept.kind === "settled" && kept.answer.kind === "not_hers";
  const answer = { kind: notHers ? "not_hers" : "settled_before" } as const;
  return answerForm(submit, { kind: "settled", answer }, words, key.suggestionId, needs, text);
}

/** The form becomes the concern with the exact text below it; its next press counts. */
async function readFirst(
  submit: Submit,
  suggestion: Suggestion,
  exact: Parameters<typeof confirmView>[1],
  words: Words,
  needs: BotNeeds,
): Promise<void> {
  const concerns = await unreadConcerns(suggestion, words, needs);
  const view = confirmView("concern", exact, words, concerns.blocks);
  await submit.ack({ response_action: "update", view });
  await shownToHer(presserOf(submit.body as Payload), suggestion, concerns.ids, needs);
}

/** The second press: on the wording kept, by its digest. */
async function approveKept(submit: Submit, origin: FormOrigin, words: Words, needs: BotNeeds): Promise<void> {
  const body = submit.body as Payload;
  const press = { presser: presserOf(body), delivery: deliveryOf(body), ...origin };
  const seen = await formSeen(submit.view, origin, needs);
  const postAt = origin.at ?? null;
  const settled = await approve({ ...press, act: "rewrite", seen, ownText: null, postAt }, needs);
  if (settled.kind === "settled" && settled.answer.kind === "altered_card") {
    // What stands in a field is what is approved, however Slack hands the rest of a form over.
    const facts = { desk: await needDesk(needs.store), revision: settled.answer.revision, words, origin };
    const view = rewriteView(facts, needs.holdMs, [section(words.forms.altered.leadForm)]);
    return void (await submit.ack({ response_action: "update", view }));
  }
  if (settled.kind === "settled" && settled.answer.kind === "concern") {
    const { revision, suggestion } = settled.answer;
    return readFirst(submit, suggestion, await exactly(origin, revision.text, needs), words, needs);
  }
  return answerForm(submit, settled, words, origin.key.suggestionId, needs);
}

/** What the form that asks once more shows: these words, and when they would go out. */
async function exactly(origin: FormOrigin, text: string, needs: BotNeeds) {
  const desk = await needDesk(needs.store);
  const zones = await whereSheIs(desk, needs);
  return { origin, text, handle: desk.account?.handle ?? "", holdMs: needs.holdMs, zones };
}
