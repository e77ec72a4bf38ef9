import type { DeliveryKey, SlackUserId, SuggestionId } from "../core/ids.js";
import type { Suggestion } from "../core/suggestion.js";
import { moveSuggestion } from "../core/transitions.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardIfShown, newsOf, newsOfLine } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, Now, Store } from "./ports.js";
import { remindersSaid } from "./reminder-facts.js";

export type Withdrawal = {
  readonly by: SlackUserId;
  readonly suggestionId: SuggestionId;
  readonly delivery: DeliveryKey;
};

export type WithdrawAnswer =
  | { readonly kind: "withdrawn" }
  /** Decided or closed: the present state is the answer. */
  | { readonly kind: "too_late"; readonly suggestion: Suggestion }
  | { readonly kind: "not_yours" };

type Needs = { readonly store: Store; readonly now: Now; readonly log: Log };

/** The suggester takes a suggestion back that she has not decided on. */
export async function withdrawSuggestion(press: Withdrawal, needs: Needs): Promise<Settled<WithdrawAnswer>> {
  const settled = await commitDecision(needs.store, () => decide(press, needs));
  if (settled.kind === "settled" && settled.answer.kind === "withdrawn")
    needs.log("withdrawn", { suggestion: press.suggestionId });
  return settled;
}

async function decide(
  { by, suggestionId, delivery }: Withdrawal,
  { store, now }: Needs,
): Promise<Decision<WithdrawAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  const nothing = { at, expect: [], put: [], show: [], handled: delivery, record: [] };
  const suggestion = await store.suggestion(suggestionId);
  if (suggestion?.suggestedBy !== by) return { answer: { kind: "not_yours" }, change: nothing };
  if (suggestion.state !== "waiting" && suggestion.state !== "shown")
    return { answer: { kind: "too_late", suggestion }, change: nothing };
  const withdrawn: Suggestion = { ...moveSuggestion(suggestion, "withdrawn"), decidedAt: at, setback: null };
  return {
    answer: { kind: "withdrawn" },
    change: {
      ...nothing,
      put: [
        { table: "suggestion", row: withdrawn },
        { table: "unfinished", row: { subject: withdrawn.id, deskId: desk.id, text: "", at } },
      ],
      show: [
        ...cardIfShown(suggestion, desk),
        ...newsOf(withdrawn, desk),
        ...(await newsOfLine(withdrawn, store)),
        ...(await remindersSaid(suggestion, desk, store)),
      ],
      record: [{ kind: "withdrawn", at, who: by, about: { suggestion: suggestionId } }],
    },
  };
}
