import type { DeliveryKey, PostId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import { movePost, moveSuggestion } from "../core/transitions.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardOf, newsOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import { pauseTold } from "./pause-over.js";
import type { Log, Now, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";
import { remindersSaid } from "./reminder-facts.js";

export type CancelPress = {
  readonly presser: Presser;
  readonly postId: PostId;
  readonly delivery: DeliveryKey;
};

/** `too_late`: it is on its way, out, or stopped already; the present state is the answer. */
export type CancelAnswer =
  | { readonly kind: "cancelled" }
  | { readonly kind: "too_late" }
  | { readonly kind: "not_hers" };

type Needs = { readonly store: Store; readonly now: Now; readonly log: Log };

/** Stops a post that has not begun, and gives the card back. */
export async function cancel(press: CancelPress, needs: Needs): Promise<Settled<CancelAnswer>> {
  const settled = await commitDecision(needs.store, () => decide(press, needs));
  if (settled.kind === "settled" && settled.answer.kind === "cancelled") {
    needs.log("cancelled", { post: press.postId });
  }
  return settled;
}

async function decide(press: CancelPress, { store, now }: Needs): Promise<Decision<CancelAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  const whole = await store.post(press.postId);
  const key = { suggestionId: whole?.post.suggestionId ?? press.postId };
  if (!mayDecide(desk, press.presser)) {
    return { answer: { kind: "not_hers" }, change: refusedPress({ ...press, key }, "not_hers", at) };
  }
  const suggestion = whole && (await store.suggestion(whole.post.suggestionId));
  if (whole?.post.state !== "scheduled" || !suggestion) {
    return { answer: { kind: "too_late" }, change: refusedPress({ ...press, key }, "too_late", at) };
  }
  const stopped = { ...movePost(whole.post, "cancelled"), dueAt: null, settledAt: at };
  const back = {
    ...moveSuggestion(suggestion, "shown"),
    decidedAt: null,
    setback: { kind: "cancelled" } as const,
  };
  const said = await remindersSaid(suggestion, desk, store);
  return {
    answer: { kind: "cancelled" },
    change: {
      at,
      expect: [],
      put: [
        { table: "post", row: stopped },
        { table: "suggestion", row: back },
      ],
      show: [cardOf(back, desk), ...newsOf(back, desk), ...(await pauseTold(desk, store)), ...said],
      handled: press.delivery,
      record: [
        {
          kind: "cancelled",
          at,
          who: press.presser.userId,
          about: { suggestion: back.id, post: stopped.id },
        },
      ],
    },
  };
}
