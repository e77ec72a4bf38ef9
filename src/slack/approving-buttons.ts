import type { ApprovingAct } from "../core/approval.js";
import { readCardKey, readPostedKey, readTimedKey } from "../core/card-key.js";
import { approve } from "../flows/approve.js";
import { needDesk } from "../flows/need-desk.js";
import { approveRefusal } from "./approve-refusal.js";
import type { BotNeeds } from "./bot-needs.js";
import type { FormOrigin } from "./card-form.js";
import { cardStands } from "./card-stands.js";
import { deliveryOf, placeOf, presserOf } from "./delivery.js";
import { onPress, reply, unreadable } from "./on-press.js";
import { readOnceMore } from "./read-once-more.js";
import { seenDigest } from "./seen-digest.js";
import { whereSheIs } from "./where-she-is.js";

/** What a button that approves with one press carries. */
type Carried = Pick<FormOrigin, "key" | "at" | "instead">;

/** «Approve and post». */
export function approveButton(needs: BotNeeds) {
  return approvingButton(needs, "approve", (value) => {
    const key = readCardKey(value);
    return key && { key };
  });
}

/** Exactly the time on the button. */
export function scheduleNextButton(needs: BotNeeds) {
  return approvingButton(needs, "schedule_next", readTimedKey);
}

/** A scheduled post, now. */
export function postNowButton(needs: BotNeeds) {
  return approvingButton(needs, "post_now", (value) => {
    const posted = readPostedKey(value);
    return posted && { key: posted.key, instead: posted.postId };
  });
}

function approvingButton(needs: BotNeeds, act: ApprovingAct, read: (value: unknown) => Carried | null) {
  return onPress(needs, async ({ body, action }, words) => {
    const carried = read(action.value);
    if (!carried) return unreadable(words);
    const { key, at, instead } = carried;
    await cardStands(key.suggestionId, needs);
    // Where she is now is told on the card that this press redraws.
    if (at !== undefined) await whereSheIs(await needDesk(needs.store), needs, "fresh");
    const card = placeOf(body);
    const seen = { kind: "card", digest: await seenDigest(body, key.suggestionId, action, needs) } as const;
    const press = { presser: presserOf(body), delivery: deliveryOf(body), card, key, instead, seen };
    const settled = await approve({ ...press, act, ownText: null, postAt: at ?? null }, needs);
    const answer = settled.kind === "settled" ? settled.answer : null;
    if (answer?.kind === "altered_card" || answer?.kind === "concern")
      return readOnceMore(body, answer, { ...carried, card }, words, needs);
    if (answer?.kind === "time" && answer.problem === "past") return words.times.passed;
    return approveRefusal(settled, words) ?? (await reply(settled, key.suggestionId, words, needs));
  });
}
