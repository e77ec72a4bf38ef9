import { readNoticeKey } from "../core/card-key.js";
import type { NoticeId } from "../core/ids.js";
import { type ResumeAnswer, resume } from "../flows/resume.js";
import type { Words } from "../i18n/words.js";
import type { BotNeeds } from "./bot-needs.js";
import { deliveryOf, presserOf } from "./delivery.js";
import { offItsMessage } from "./off-its-card.js";
import { onPress, type Press, unreadable } from "./on-press.js";
import { answerInView } from "./pause-button.js";

/** «Resume»: in the message that tells of a pause or a standstill, and for a pause on her Home too. */
export function resumeButton(needs: BotNeeds) {
  return onPress(needs, async ({ body, action }, words) => {
    const notice = readNoticeKey(action.value);
    if (!notice) return unreadable(words);
    const off = body.view
      ? await offHome(notice, words, needs)
      : await offItsNotice(body, notice, words, needs);
    if (off !== null) return answerInView(body, off, off, words, needs);
    const settled = await resume({ presser: presserOf(body), delivery: deliveryOf(body), notice }, needs);
    const said = settled.kind === "taken" ? words.answers.goingOn : sayResumed(settled.answer, words);
    return answerInView(body, said, said ?? words.pause.byHer, words, needs);
  });
}

async function offItsNotice(
  body: Press["body"],
  notice: NoticeId,
  { answers: say }: Words,
  needs: BotNeeds,
): Promise<string | null> {
  const off = await offItsMessage(body, { kind: "notice", subject: notice }, needs);
  return off && { not_hers: say.onlyHer, too_soon: say.tooSoon, stale: say.oldNotice }[off];
}

/** A standstill is ended only where she has read why. */
async function offHome(
  id: NoticeId,
  { pause: say }: Words,
  { store }: Pick<BotNeeds, "store">,
): Promise<string | null> {
  const notice = await store.notice(id);
  return notice?.about.kind === "paused" ? null : say.frozenAtHome;
}

function sayResumed(answer: ResumeAnswer, { answers: say, pause }: Words): string | null {
  switch (answer.kind) {
    case "resumed":
      if (answer.still === null) return null;
      return answer.still === "frozen" ? pause.stillFrozen : pause.stillPaused;
    case "going_on":
      return say.goingOn;
    case "old_notice":
      return say.oldNotice;
    case "not_hers":
      return say.onlyHer;
    default:
      return answer satisfies never;
  }
}
