import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import type { DeliveryKey, Instant } from "../core/ids.js";
import { restoreText } from "../core/restore-text.js";
import type { Suggestion } from "../core/suggestion.js";
import { weigh } from "../core/text-weight.js";
import { timeProblem } from "../core/time-problem.js";
import { withoutLink } from "../core/without-link.js";
import { approve } from "../flows/approve.js";
import { keepWording } from "../flows/keep-wording.js";
import { needDesk } from "../flows/need-desk.js";
import type { Words } from "../i18n/words.js";
import { answerForm, sayInForm } from "./answer-form.js";
import { section } from "./blocks/block-parts.js";
import type { BotNeeds } from "./bot-needs.js";
import { type FormOrigin, readOrigin } from "./card-form.js";
import { chosenTime } from "./chosen-time.js";
import { confirmView } from "./confirm-form.js";
import { deliveryOf, type Payload, presserOf } from "./delivery.js";
import { fieldText, isUnticked } from "./field-text.js";
import { formSeen } from "./form-seen.js";
import { wordsOf } from "./reader-words.js";
import { rewriteView } from "./rewrite-form.js";
import { textProblemLine } from "./text-problem-line.js";
import { shownToHer, unreadConcerns } from "./unread-concerns.js";
import { whereSheIs } from "./where-she-is.js";

type Submit = SlackViewMiddlewareArgs & AllMiddlewareArgs;

/** Names that fit into the answer in a field. */
const mostNames = 5;

/**
 * «Approve and post»: her approval of exactly what she wrote, for the time she chose; where what X would get is not what
 * the form last showed, one more look first.
 */
export function rewriteSubmitted(needs: BotNeeds) {
  return async (submit: Submit): Promise<void> => {
    const { body, view } = submit;
    const presser = presserOf(body as Payload);
    const words = await wordsOf(presser.userId, needs);
    const written = "text" in view.state.values;
    const exact = readOrigin(view.private_metadata, "exact");
    if (exact && !written) return approveKept(submit, exact, words, needs);
    const opened = readOrigin(view.private_metadata, "rewrite");
    if (!opened || !written) return sayInForm(submit.ack, words.answers.settledBefore.closed, words);
    const time = chosenTime(view);
    const wrong = timeError(time, words, needs.now());
    if (wrong) return inField(submit, wrong);
    const raw = fieldText(view, "text");
    const restored = restoreText(raw, needs.emojiNames());
    const shown = await needs.store.revision(opened.key.revisionId);
    const asShown = restored.text === shown?.text;
    if (!asShown && restored.unknown.length > 0) {
      const names = restored.unknown.slice(0, mostNames).map((name) => `:${name}:`);
      return inField(submit, { text: words.times.ownEmoji(names.join(", ")) });
    }
    const link = isUnticked(view, "link_kept") ? await linkOf(opened, needs) : "";
    const text = withoutLink(restored.text, link);
    const origin = { ...opened, at: time.at ?? undefined };
    if ((text === raw && !restored.changed) || text === shown?.text)
      return approveText(submit, origin, text, words, needs);
    return askOnceMore(submit, origin, text, words, needs);
  };
}

type FieldErrors = Readonly<Record<string, string>>;

/** «Now» where nothing was picked: only a choice that cannot be read is none. */
function timeError(
  { at, field }: ReturnType<typeof chosenTime>,
  { answers: say }: Words,
  now: Instant,
): FieldErrors | null {
  if (at === null && field === "when") return null;
  const problem = at === null ? "past" : timeProblem(at, now);
  return problem && { [field]: problem === "past" ? say.timePast : say.timeTooFar };
}

async function inField({ ack }: Submit, errors: FieldErrors): Promise<void> {
  await ack({ response_action: "errors", errors: { ...errors } });
}

async function linkOf({ key }: FormOrigin, { store }: Pick<BotNeeds, "store">): Promise<string> {
  return (await store.suggestion(key.suggestionId))?.link ?? "";
}

async function approveText(
  submit: Submit,
  origin: FormOrigin,
  text: string,
  words: Words,
  needs: BotNeeds,
): Promise<void> {
  const body = submit.body as Payload;
  const { key, card, instead, at = null } = origin;
  const press = { presser: presserOf(body), delivery: deliveryOf(body), key, card, instead };
  const seen = await formSeen(submit.view, origin, needs);
  const settled = await approve({ ...press, act: "rewrite", seen, ownText: text, postAt: at }, needs);
  if (settled.kind === "settled" && settled.answer.kind === "text")
    return inField(submit, { text: textProblemLine(settled.answer.problem, weigh(text).documented, words) });
  if (settled.kind === "settled" && settled.answer.kind === "concern")
    return askOnceMore(submit, origin, text, words, needs, settled.answer.suggestion);
  return answerForm(submit, settled, words, key.suggestionId, needs, text);
}

/** The words are kept on the card, and the form becomes the exact text with one button. */
async function askOnceMore(
  submit: Submit,
  { key, card, at }: FormOrigin,
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
    const exact = await exactly({ key: kept.answer.key, card, at }, text, needs);
    if (concerned) return readFirst(submit, concerned, exact, words, needs);
    const view = confirmView("confirm", exact, words);
    return void (await submit.ack({ response_action: "update", view }));
  }
  if (kept.kind === "settled" && kept.answer.kind === "text")
    return inField(submit, { text: textProblemLine(kept.answer.problem, weigh(text).documented, words) });
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
  const { key, card, instead, at = null } = origin;
  const press = { presser: presserOf(body), delivery: deliveryOf(body), key, card, instead };
  const seen = await formSeen(submit.view, origin, needs);
  const settled = await approve({ ...press, act: "rewrite", seen, ownText: null, postAt: at }, needs);
  const answer = settled.kind === "settled" ? settled.answer : null;
  if (answer?.kind === "altered_card") {
    // What stands in a field is what is approved, however Slack hands the rest of a form over.
    const desk = await needDesk(needs.store);
    const zones = await whereSheIs(desk, needs);
    const facts = { desk, suggestion: answer.suggestion, words, zones, origin };
    const lead = [section(words.forms.altered.leadForm)];
    const view = await rewriteView(facts, answer.revision.text, needs, lead);
    return void (await submit.ack({ response_action: "update", view }));
  }
  if (answer?.kind === "concern") {
    const exact = await exactly(origin, answer.revision.text, needs);
    return readFirst(submit, answer.suggestion, exact, words, needs);
  }
  return answerForm(submit, settled, words, key.suggestionId, needs);
}

/** What the form that asks once more shows: these words, and when they would go out. */
async function exactly(origin: FormOrigin, text: string, needs: BotNeeds) {
  const desk = await needDesk(needs.store);
  const zones = await whereSheIs(desk, needs);
  return { origin, text, handle: desk.account?.handle ?? "", holdMs: needs.holdMs, zones };
}
