import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import { adviceFor } from "../core/advice.js";
import type { SlackUserId } from "../core/ids.js";
import { mayDecide } from "../core/may-decide.js";
import { cardLimits } from "../core/settings.js";
import { keepProfile } from "../flows/keep-profile.js";
import { needDesk } from "../flows/need-desk.js";
import { sayInForm } from "./answer-form.js";
import { publishHome } from "./app-home.js";
import { adviceView } from "./blocks/advice-view.js";
import { firstPages } from "./blocks/home-page.js";
import { profileView } from "./blocks/profile-view.js";
import type { BotNeeds } from "./bot-needs.js";
import { deliveryOf, type Payload, presserOf } from "./delivery.js";
import { onPress } from "./on-press.js";
import { openFormOnce } from "./open-form.js";
import { answerInView } from "./pause-button.js";
import { readProfile } from "./profile-fields.js";
import { wordsOf } from "./reader-words.js";

/** `profile`: «How social can you be?», from the message that offers it or from her Home. */
export function profileButton(needs: BotNeeds) {
  return onPress(needs, async ({ body }, words) => {
    const desk = await needDesk(needs.store);
    const { onlyHers } = words.profile;
    if (!mayDecide(desk, presserOf(body))) return answerInView(body, onlyHers, onlyHers, words, needs);
    const view = profileView(desk, needs.limits, words);
    if (await openFormOnce(body.trigger_id, view, needs)) return null;
    const { pressAgain } = words.answers;
    return answerInView(body, pressAgain, pressAgain, words, needs);
  });
}

/** «Save»: the form becomes an honest word about her answers. */
export function profileSubmitted(needs: BotNeeds) {
  return async ({ ack, body, view }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const presser = presserOf(body as Payload);
    const words = await wordsOf(presser.userId, needs);
    const read = readProfile(view, words, needs);
    if (read.kind === "wrong")
      return void (await ack({ response_action: "errors", errors: { ...read.errors } }));
    const { answers, hours } = read;
    const press = { presser, answers, hours, delivery: deliveryOf(body as Payload) };
    const settled = await keepProfile(press, needs).catch((error: unknown) => {
      needs.log("failed", { where: "profile_form" });
      return error instanceof Error && error.name === "DiskTrouble" ? "disk" : "failed";
    });
    if (typeof settled === "string") {
      const { diskTrouble, failed } = words.answers;
      return sayInForm(ack, settled === "disk" ? diskTrouble : failed, words, typedIn(answers));
    }
    if (settled.kind === "taken") return void (await ack());
    if (settled.answer.kind === "not_hers") return sayInForm(ack, words.profile.onlyHers, words);
    const desk = await needDesk(needs.store);
    const advice = adviceFor(settled.answer.profile, cardLimits(desk.settings, needs.limits).hours);
    await ack({ response_action: "update", view: adviceView(advice, words) });
    await publishHome(body.user.id as SlackUserId, firstPages, needs);
  };
}

/** Everything that was typed, to be given back. */
function typedIn(answers: Extract<ReturnType<typeof readProfile>, { kind: "read" }>["answers"]): string {
  const { subjects, notSubjects, tone, neverAnswer, reproach } = answers;
  return [subjects.join(", "), notSubjects.join(", "), tone, neverAnswer, reproach]
    .filter((each) => each !== "")
    .join("\n");
}
