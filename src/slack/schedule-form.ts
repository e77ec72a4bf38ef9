import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import type { KnownBlock, ModalView } from "@slack/types";
import { instantOf, wallAt } from "../core/zone-time.js";
import { approve } from "../flows/approve.js";
import { needDesk } from "../flows/need-desk.js";
import { answerForm, sayInForm } from "./answer-form.js";
import { section } from "./blocks/block-parts.js";
import { form, mostInField, plain, textInput } from "./blocks/form-parts.js";
import { wording } from "./blocks/pressed-blocks.js";
import type { BotNeeds } from "./bot-needs.js";
import { type FormFacts, opensForm, readOrigin, writeOrigin } from "./card-form.js";
import { deliveryOf, type Payload, presserOf } from "./delivery.js";
import { fieldInstant } from "./field-text.js";
import { formSeen } from "./form-seen.js";
import { wordsOf } from "./reader-words.js";
import { shownToHer, unreadConcerns } from "./unread-concerns.js";

export function scheduleButton(needs: BotNeeds) {
  return opensForm(needs, (facts) =>
    scheduleView(facts, tomorrowMorning(needs.now(), facts.desk.homeZone), wording(facts.revision.text)),
  );
}

/** Tomorrow, 8:00, on the wall of her home zone. */
function tomorrowMorning(now: number, zone: string): number {
  const wall = wallAt(now, zone);
  return instantOf({ ...wall, day: wall.day + 1, hour: 8, minute: 0 }, zone);
}

/** @param standing the words that are approved, as they stand in the form */
function scheduleView(
  { desk, words, origin }: Pick<FormFacts, "desk" | "words" | "origin">,
  preset: number,
  standing: readonly KnownBlock[],
): ModalView {
  const say = words.forms.schedule;
  return form(
    "schedule",
    say,
    words,
    [
      section(desk.account ? say.lead(desk.account.handle) : words.card.noAccount),
      ...standing,
      {
        type: "input",
        block_id: "when",
        label: plain(say.when),
        hint: plain(say.whenHint(desk.homeZone)),
        element: { type: "datetimepicker", action_id: "value", initial_date_time: Math.floor(preset / 1000) },
      },
    ],
    writeOrigin("schedule", origin),
  );
}

/** «Approve and schedule»: her approval of the text shown, for the time she chose. */
export function scheduleSubmitted(needs: BotNeeds) {
  return async (submit: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const body = submit.body as Payload;
    const presser = presserOf(body);
    const words = await wordsOf(presser.userId, needs);
    const origin = readOrigin(submit.view.private_metadata, "schedule");
    if (!origin) return sayInForm(submit.ack, words.answers.settledBefore.closed, words);
    const postAt = fieldInstant(submit.view, "when");
    const wrong = (error: string) => submit.ack({ response_action: "errors", errors: { when: error } });
    if (postAt === null) return void (await wrong(words.answers.timePast));
    const press = { presser, delivery: deliveryOf(body), ...origin };
    const seen = await formSeen(submit.view, origin, needs);
    const settled = await approve({ ...press, act: "schedule", seen, ownText: null, postAt }, needs);
    if (settled.kind === "settled" && settled.answer.kind === "altered_card") {
      const { text } = settled.answer.revision;
      const say = words.forms.schedule;
      if ("text" in submit.view.state.values)
        return void (await submit.ack({ response_action: "errors", errors: { text: say.keepWords } }));
      // What stands in a field is what is approved, however Slack hands the rest of a form over.
      const field = textInput({ name: "text", label: say.text, initial: text, most: mostInField });
      const desk = await needDesk(needs.store);
      const lead = section(words.forms.altered.leadForm);
      const view = scheduleView({ desk, words, origin }, postAt, [lead, field]);
      return void (await submit.ack({ response_action: "update", view }));
    }
    if (settled.kind === "settled" && settled.answer.kind === "concern") {
      const { revision, suggestion } = settled.answer;
      const desk = await needDesk(needs.store);
      const concerns = await unreadConcerns(suggestion, words, needs);
      const standing = [...concerns.blocks, ...wording(revision.text)];
      const view = scheduleView({ desk, words, origin }, postAt, standing);
      await submit.ack({ response_action: "update", view });
      return shownToHer(presser, suggestion, concerns.ids, needs);
    }
    if (settled.kind === "settled" && settled.answer.kind === "time") {
      const { problem } = settled.answer;
      return void (await wrong(problem === "past" ? words.answers.timePast : words.answers.timeTooFar));
    }
    return answerForm(submit, settled, words, origin.key.suggestionId, needs);
  };
}
