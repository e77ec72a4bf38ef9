import type { DeliveryKey, Instant, SuggestionId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import type { DeclineReason, Suggestion } from "../core/suggestion.js";
import { moveSuggestion } from "../core/transitions.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardOf, newsOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Now, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";
import { remindersSaid } from "./reminder-facts.js";

/** How long a decline can be taken back: 10 minutes. */
export const takeBackMs = 10 * 60_000;

export type AfterDecliningPress = {
  readonly presser: Presser;
  readonly suggestionId: SuggestionId;
  readonly delivery: DeliveryKey;
  readonly does:
    | { readonly kind: "reason"; readonly reason: DeclineReason }
    | { readonly kind: "note"; readonly note: string }
    | { readonly kind: "take_back" };
};

export type AfterDecliningAnswer =
  | { readonly kind: "told" }
  | { readonly kind: "taken_back" }
  | { readonly kind: "too_late" }
  | { readonly kind: "settled_before" }
  | { readonly kind: "not_hers" };

type Needs = { readonly store: Store; readonly now: Now };

/** What she may add to a decline: a reason, a line of her own, or second thoughts. */
export function afterDeclining(
  press: AfterDecliningPress,
  needs: Needs,
): Promise<Settled<AfterDecliningAnswer>> {
  return commitDecision(needs.store, () => decide(press, needs));
}

async function decide(
  press: AfterDecliningPress,
  { store, now }: Needs,
): Promise<Decision<AfterDecliningAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  const refuse = (answer: AfterDecliningAnswer): Decision<AfterDecliningAnswer> => ({
    answer,
    change: refusedPress({ ...press, key: press }, answer.kind, at),
  });
  if (!mayDecide(desk, press.presser)) return refuse({ kind: "not_hers" });
  const suggestion = await store.suggestion(press.suggestionId);
  if (suggestion?.state !== "declined") return refuse({ kind: "settled_before" });
  // Nobody suggested her own words, so nobody is given a reason.
  if (suggestion.kind === "own" && press.does.kind !== "take_back") return refuse({ kind: "settled_before" });
  if (press.does.kind === "take_back" && !canTakeBack(suggestion, at)) return refuse({ kind: "too_late" });
  const changed = apply(suggestion, press.does);
  return {
    answer: { kind: press.does.kind === "take_back" ? "taken_back" : "told" },
    change: {
      at,
      expect: [],
      put: [{ table: "suggestion", row: changed }],
      show: [cardOf(changed, desk), ...newsOf(changed, desk), ...(await remindersSaid(changed, desk, store))],
      handled: press.delivery,
      record: [
        {
          kind: press.does.kind === "take_back" ? "taken_back" : "declined",
          at,
          who: press.presser.userId,
          about: { suggestion: changed.id, added: press.does.kind },
        },
      ],
    },
  };
}

export function canTakeBack(suggestion: Suggestion, now: Instant): boolean {
  return suggestion.decidedAt !== null && now <= suggestion.decidedAt + takeBackMs;
}

function apply(suggestion: Suggestion, does: AfterDecliningPress["does"]): Suggestion {
  switch (does.kind) {
    case "reason":
      return { ...suggestion, declineReason: does.reason };
    case "note":
      return { ...suggestion, declineNote: does.note };
    case "take_back":
      return {
        ...moveSuggestion(suggestion, "shown"),
        decidedAt: null,
        declineReason: null,
        declineNote: null,
      };
    default:
      return does satisfies never;
  }
}
