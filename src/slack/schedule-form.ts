import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { instantOf, wallAt } from "../core/zone-time.js";
import { approve } from "../flows/approve.js";
import { answerForm, sayInForm } from "./answer-form.js";
import { section, verbatim } from "./blocks/block-parts.js";
import { form, plain } from "./blocks/form-parts.js";
import type { BotNeeds } from "./bot-needs.js";
import { type FormFacts, opensForm, readOrigin, writeOrigin } from "./card-form.js";
import { deliveryOf, type Payload, presserOf } from "./delivery.js";
import { fieldInstant } from "./field-text.js";
import { wordsOf } from "./reader-words.js";

/** The words she presses on stand in the form itself. */
const inForm = { kind: "form" } as const;

export function scheduleButton(needs: BotNeeds) {
  return opensForm(needs, (facts) => scheduleView(facts, needs.now()));
}

/** Tomorrow, 8:00, on the wall of her home zone. */
function tomorrowMorning(now: number, zone: string): number {
  const wall = wallAt(now, zone);
  return instantOf({ ...wall, day: wall.day + 1, hour: 8, minute: 0 }, zone);
}

function scheduleView({ desk, revision, words, origin }: FormFacts, now: number): ModalView {
  const say = words.forms.schedule;
  const preset = Math.floor(tomorrowMorning(now, desk.homeZone) / 1000);
  return form(
    "schedule",
    say,
    words,
    [
      section(desk.account ? say.lead(desk.account.handle) : words.card.noAccount),
      ...verbatim(revision.text),
      {
        type: "input",
        block_id: "when",
        label: plain(say.when),
        hint: plain(say.whenHint(desk.homeZone)),
        element: { type: "datetimepicker", action_id: "value", initial_date_time: preset },
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
    const settled = await approve({ ...press, act: "schedule", seen: inForm, ownText: null, postAt }, needs);
    if (settled.kind === "settled" && settled.answer.kind === "time") {
      const { problem } = settled.answer;
      return void (await wrong(problem === "past" ? words.answers.timePast : words.answers.timeTooFar));
    }
    return answerForm(submit, settled, words, origin.key.suggestionId, needs);
  };
}
