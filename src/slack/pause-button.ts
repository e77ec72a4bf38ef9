import type { SlackUserId } from "../core/ids.js";
import { type PauseUntil, pauseUntils } from "../core/pause-until.js";
import { pause } from "../flows/pause.js";
import type { Words } from "../i18n/words.js";
import { answerView } from "./answer-form.js";
import { publishHome } from "./app-home.js";
import { firstPages } from "./blocks/home-page.js";
import type { BotNeeds } from "./bot-needs.js";
import { deliveryOf, presserOf } from "./delivery.js";
import { onPress, type Press, unreadable } from "./on-press.js";
import { privately } from "./private-answer.js";
import { tellInDm } from "./tell-in-dm.js";

/** `pause`, wherever it stands: in her direct message, on her Home or in a form that advised it. */
export function pauseButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const until = pauseUntils.find((each) => each === action.value);
    return until ? pausePressed(body, until, words, needs) : unreadable(words);
  });
}

/** Her press on one of the ways to pause. Answers what to say beside the notice; null: that says it. */
export async function pausePressed(
  body: Press["body"],
  until: PauseUntil,
  words: Words,
  needs: BotNeeds,
): Promise<string | null> {
  const press = { presser: presserOf(body), until, delivery: deliveryOf(body) };
  const settled = await pause(press, needs);
  if (settled.kind === "taken") return null;
  const said = {
    paused: null,
    paused_before: words.pause.pausedBefore,
    not_hers: words.answers.onlyHer,
  }[settled.answer.kind];
  return answerInView(body, said, said ?? words.pause.pausedNow, words, needs);
}

/**
 * Where a button stands in a view there is nobody to whisper to: her Home is drawn anew, and what more there is to say
 * comes in the direct message; a form becomes one sentence.
 */
export async function answerInView(
  body: Press["body"],
  said: string | null,
  inForm: string,
  words: Words,
  needs: BotNeeds,
): Promise<string | null> {
  const { view } = body;
  if (!view) return said;
  const user = body.user.id as SlackUserId;
  if (view.type === "home") {
    await publishHome(user, firstPages, needs);
    if (said !== null) await tellInDm(user, privately(said), needs);
  } else {
    await needs.slack.prompt.views
      .update({ view_id: view.id, view: answerView(inForm, words) })
      .catch(() => needs.log("slack_failed", { method: "views.update" }));
  }
  return null;
}
