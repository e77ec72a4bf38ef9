import type { AllMiddlewareArgs, SlackViewMiddlewareArgs } from "@slack/bolt";
import type { SlackUserId } from "../core/ids.js";
import { mayDecide } from "../core/may-decide.js";
import { keepSettings, type SettingsAnswer } from "../flows/keep-settings.js";
import { needDesk } from "../flows/need-desk.js";
import type { Words } from "../i18n/words.js";
import { sayInForm } from "./answer-form.js";
import { publishHome } from "./app-home.js";
import { firstPages } from "./blocks/home-page.js";
import { settingsView } from "./blocks/settings-view.js";
import type { BotNeeds } from "./bot-needs.js";
import { deliveryOf, type Payload, presserOf } from "./delivery.js";
import { onPress } from "./on-press.js";
import { openFormOnce } from "./open-form.js";
import { answerInView } from "./pause-button.js";
import { privately } from "./private-answer.js";
import { wordsOf } from "./reader-words.js";
import { readSettings } from "./settings-fields.js";
import { tellInDm } from "./tell-in-dm.js";

/** `settings`: the form of her own settings, from her Home or her direct message. */
export function settingsButton(needs: BotNeeds) {
  return onPress(needs, async ({ body }, words) => {
    const desk = await needDesk(needs.store);
    const { onlyHers } = words.settings;
    if (!mayDecide(desk, presserOf(body))) return answerInView(body, onlyHers, onlyHers, words, needs);
    const view = settingsView(desk.settings, needs.limits, words);
    if (await openFormOnce(body.trigger_id, view, needs)) return null;
    const { pressAgain } = words.answers;
    return answerInView(body, pressAgain, pressAgain, words, needs);
  });
}

/** «Save»: closes the form, and the next thing drawn follows it. */
export function settingsSubmitted(needs: BotNeeds) {
  return async ({ ack, body, view }: SlackViewMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const presser = presserOf(body as Payload);
    const words = await wordsOf(presser.userId, needs);
    const read = readSettings(view, words);
    if (read.kind === "wrong")
      return void (await ack({ response_action: "errors", errors: { ...read.errors } }));
    const press = { presser, settings: read.settings, delivery: deliveryOf(body as Payload) };
    const settled = await keepSettings(press, needs).catch((error: unknown) => {
      needs.log("failed", { where: "settings_form" });
      return error instanceof Error && error.name === "DiskTrouble" ? "disk" : "failed";
    });
    if (typeof settled === "string") {
      const { diskTrouble, failed } = words.answers;
      return sayInForm(ack, settled === "disk" ? diskTrouble : failed, words);
    }
    if (settled.kind === "settled" && settled.answer.kind === "not_hers")
      return sayInForm(ack, words.settings.onlyHers, words);
    await ack();
    const user = body.user.id as SlackUserId;
    await publishHome(user, firstPages, needs);
    // In the language she may just have chosen.
    if (settled.kind === "settled")
      await tellInDm(user, privately(sayKept(settled.answer, await wordsOf(user, needs))), needs);
  };
}

function sayKept(answer: SettingsAnswer, { settings: say }: Words): string {
  return answer.kind === "kept" ? say.kept : say.same;
}
