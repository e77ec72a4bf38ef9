import type { DeliveryKey, SlackUserId, SuggestionId } from "../core/ids.js";
import { secondId } from "../core/second.js";
import type { Suggestion } from "../core/suggestion.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { needDesk } from "./need-desk.js";
import type { Now, Store } from "./ports.js";
import { isOpen, secondedBy, secondedChange } from "./repeat-article.js";

/** A team member's press on «Second», checked to come from one. */
export type SecondPress = {
  readonly by: SlackUserId;
  readonly suggestionId: SuggestionId;
  readonly delivery: DeliveryKey;
};

export type SecondAnswer =
  | { readonly kind: "seconded" }
  | { readonly kind: "undone" }
  | { readonly kind: "own" }
  /** Decided or closed: the present state is the answer. */
  | { readonly kind: "too_late"; readonly suggestion: Suggestion | null };

type Needs = { readonly store: Store; readonly now: Now };

/** One second per person, not for one's own; pressing again takes it back. */
export function secondSuggestion(press: SecondPress, needs: Needs): Promise<Settled<SecondAnswer>> {
  return commitDecision(needs.store, () => decide(press, needs));
}

async function decide(
  { by, suggestionId, delivery }: SecondPress,
  { store, now }: Needs,
): Promise<Decision<SecondAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  const nothing = { at, expect: [], put: [], show: [], handled: delivery, record: [] };
  const suggestion = await store.suggestion(suggestionId);
  if (!suggestion || !isOpen(suggestion))
    return { answer: { kind: "too_late", suggestion }, change: nothing };
  if (suggestion.suggestedBy === by) return { answer: { kind: "own" }, change: nothing };
  const before = await store.second(secondId(suggestionId, by));
  if (before !== null && before.undoneAt === null) {
    const fewer = { ...suggestion, seconds: suggestion.seconds - 1 };
    const change = await secondedChange([{ ...before, undoneAt: at }], fewer, desk, at, store);
    return { answer: { kind: "undone" }, change: { ...change, handled: delivery } };
  }
  const { second, counted } = await secondedBy({ by, note: "", at }, suggestion, store);
  const change = await secondedChange([second], counted, desk, at, store);
  return { answer: { kind: "seconded" }, change: { ...change, handled: delivery } };
}
