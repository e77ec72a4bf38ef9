import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import type { KnownBlock, ModalView } from "@slack/types";
import { readPostedKey } from "../core/card-key.js";
import { type OfferedTime, offeredTimes } from "../core/offered-times.js";
import { tomorrowMorning } from "../core/posting-times.js";
import { type ApproveAnswer, approve } from "../flows/approve.js";
import { needDesk } from "../flows/need-desk.js";
import { habitsOf } from "../flows/offered-slot.js";
import type { Words } from "../i18n/words.js";
import { answerForm, sayInForm } from "./answer-form.js";
import { section } from "./blocks/block-parts.js";
import { form, mostInField, textInput } from "./blocks/form-parts.js";
import { wording } from "./blocks/pressed-blocks.js";
import { sayTime } from "./blocks/say-time.js";
import { timeFields } from "./blocks/time-fields.js";
import type { BotNeeds } from "./bot-needs.js";
import { type FormFacts, type FormOrigin, opensForm, readOrigin, writeOrigin } from "./card-form.js";
import { chosenTime } from "./chosen-time.js";
import { deliveryOf, type Payload, presserOf } from "./delivery.js";
import { formSeen } from "./form-seen.js";
import { wordsOf } from "./reader-words.js";
import { shownToHer, unreadConcerns } from "./unread-concerns.js";
import { whereSheIs } from "./where-she-is.js";

type Drawn = Pick<BotNeeds, "store" | "limits" | "now">;
type Submit = SlackViewMiddlewareArgs & AllMiddlewareArgs;

export function scheduleButton(needs: BotNeeds) {
  return opensForm(needs, (facts) => scheduleForm(facts, needs));
}

/** The same form for a post that waits already: its new time is a new approval in its place. */
export function rescheduleButton(needs: BotNeeds) {
  return opensForm(
    needs,
    (facts) => scheduleForm(facts, needs),
    (value) => {
      const posted = readPostedKey(value);
      return posted && { key: posted.key, instead: posted.postId };
    },
  );
}

/** The form as the card's button opens it. */
export async function scheduleForm(facts: FormFacts, needs: Drawn): Promise<ModalView> {
  const standing = wording(facts.revision.text);
  const now = needs.now();
  const { instead = null } = facts.origin;
  const waiting = instead && (await needs.store.post(instead));
  if (!waiting) return scheduleView(facts, tomorrowMorning(now, facts.desk.homeZone), standing, needs);
  const { postAt } = waiting.post;
  const taken = section(facts.words.times.insteadOf(sayTime(postAt, facts.zones, facts.words)));
  return scheduleView(facts, postAt, [...standing, taken], needs);
}

type Drawing = Pick<FormFacts, "desk" | "words" | "zones" | "origin">;

/** @param standing the words that are approved, as they stand in the form */
async function scheduleView(
  { desk, words, zones, origin }: Drawing,
  preset: number,
  standing: readonly KnownBlock[],
  needs: Drawn,
): Promise<ModalView> {
  const say = words.forms.schedule;
  const habits = await habitsOf(desk, needs, origin.instead);
  const offered: readonly OfferedTime[] = offeredTimes(needs.now(), habits);
  return form(
    "schedule",
    say,
    words,
    [
      section(desk.account ? say.lead(desk.account.handle) : words.card.noAccount),
      ...standing,
      ...timeFields({ first: words.times.pickedBelow, offered, preset, zones }, words),
    ],
    writeOrigin("schedule", origin),
  );
}

/** «Approve and schedule»: her approval of the text shown, for the time she chose. */
export function scheduleSubmitted(needs: BotNeeds) {
  return async (submit: Submit): Promise<void> => {
    const body = submit.body as Payload;
    const presser = presserOf(body);
    const words = await wordsOf(presser.userId, needs);
    const origin = readOrigin(submit.view.private_metadata, "schedule");
    if (!origin) return sayInForm(submit.ack, words.answers.settledBefore.closed, words);
    const { at: postAt, field } = chosenTime(submit.view);
    const wrong = (error: string) => submit.ack({ response_action: "errors", errors: { [field]: error } });
    if (postAt === null) return void (await wrong(words.answers.timePast));
    const press = { presser, delivery: deliveryOf(body), ...origin };
    const seen = await formSeen(submit.view, origin, needs);
    const settled = await approve({ ...press, act: "schedule", seen, ownText: null, postAt }, needs);
    const answer = settled.kind === "settled" ? settled.answer : null;
    if (answer?.kind === "altered_card" || answer?.kind === "concern")
      return redrawn(submit, answer, { origin, postAt }, words, needs);
    if (answer?.kind === "time")
      return void (await wrong(
        answer.problem === "past" ? words.answers.timePast : words.answers.timeTooFar,
      ));
    return answerForm(submit, settled, words, origin.key.suggestionId, needs);
  };
}

/** The form with what she reads first, or with the words in a field; its next press counts. */
async function redrawn(
  submit: Submit,
  { kind, revision, suggestion }: Extract<ApproveAnswer, { kind: "altered_card" | "concern" }>,
  { origin, postAt }: { readonly origin: FormOrigin; readonly postAt: number },
  words: Words,
  needs: BotNeeds,
): Promise<void> {
  const say = words.forms.schedule;
  if (kind === "altered_card" && "text" in submit.view.state.values)
    return void (await submit.ack({ response_action: "errors", errors: { text: say.keepWords } }));
  const desk = await needDesk(needs.store);
  const facts = { desk, words, origin, zones: await whereSheIs(desk, needs) };
  const become = async (standing: readonly KnownBlock[]) =>
    submit.ack({ response_action: "update", view: await scheduleView(facts, postAt, standing, needs) });
  if (kind === "altered_card") {
    // What stands in a field is what is approved, however Slack hands the rest of a form over.
    const field = textInput({ name: "text", label: say.text, initial: revision.text, most: mostInField });
    return void (await become([section(words.forms.altered.leadForm), field]));
  }
  const concerns = await unreadConcerns(suggestion, words, needs);
  await become([...concerns.blocks, ...wording(revision.text)]);
  await shownToHer(presserOf(submit.body as Payload), suggestion, concerns.ids, needs);
}
