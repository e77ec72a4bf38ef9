import type { CardKey } from "../core/card-key.js";
import type { DeliveryKey } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import { moveSuggestion } from "../core/transitions.js";
import { type CardPlace, pressedCard } from "./card-place.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardOf, newsOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, Now, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";
import { remindersSaid } from "./reminder-facts.js";

export type DeclinePress = {
  readonly presser: Presser;
  readonly card: CardPlace;
  readonly key: CardKey;
  readonly delivery: DeliveryKey;
};

export type DeclineAnswer =
  | { readonly kind: "declined" }
  | { readonly kind: "settled_before" }
  | { readonly kind: "stale_card" }
  | { readonly kind: "not_hers" };

type Needs = { readonly store: Store; readonly now: Now; readonly log: Log };

/** One press: settled at once. Reasons may follow, the suggester alone reads them. */
export async function decline(press: DeclinePress, needs: Needs): Promise<Settled<DeclineAnswer>> {
  const settled = await commitDecision(needs.store, () => decide(press, needs));
  if (settled.kind === "settled" && settled.answer.kind === "declined") {
    needs.log("declined", { suggestion: press.key.suggestionId });
  }
  return settled;
}

async function decide(press: DeclinePress, { store, now }: Needs): Promise<Decision<DeclineAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  if (!mayDecide(desk, press.presser)) {
    return { answer: { kind: "not_hers" }, change: refusedPress(press, "not_hers", at) };
  }
  const suggestion = await store.suggestion(press.key.suggestionId);
  if (suggestion?.state !== "shown") {
    return { answer: { kind: "settled_before" }, change: refusedPress(press, "settled_before", at) };
  }
  if (!(await pressedCard(press, suggestion, store))) {
    const redraw = { ...refusedPress(press, "stale_card", at), show: [cardOf(suggestion, desk)] };
    return { answer: { kind: "stale_card" }, change: redraw };
  }
  const declined = {
    ...moveSuggestion(suggestion, "declined"),
    decidedAt: at,
    declineReason: null,
    declineNote: null,
    setback: null,
  };
  const said = await remindersSaid(suggestion, desk, store);
  return {
    answer: { kind: "declined" },
    change: {
      at,
      expect: [],
      put: [
        { table: "suggestion", row: declined },
        { table: "unfinished", row: { subject: declined.id, deskId: desk.id, text: "", at } },
      ],
      show: [cardOf(declined, desk), ...newsOf(declined, desk), ...said],
      handled: press.delivery,
      record: [{ kind: "declined", at, who: press.presser.userId, about: { suggestion: declined.id } }],
    },
  };
}
