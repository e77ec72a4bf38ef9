import type { ConcernId, DeliveryKey, SuggestionId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardIfSent, concernTo, newsOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Now, Row, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";

export type SeenPress = {
  readonly presser: Presser;
  readonly suggestionId: SuggestionId;
  /** Those that stood before her: another one raised meanwhile is not seen with them. */
  readonly concerns: readonly ConcernId[];
  /** Null: a form of hers has just shown them, as the answer to a press that was taken already. */
  readonly delivery: DeliveryKey | null;
};

export type SeenAnswer =
  | { readonly kind: "seen" }
  /** Nothing stood that she had not seen. */
  | { readonly kind: "seen_before" }
  | { readonly kind: "not_hers" };

type Needs = { readonly store: Store; readonly now: Now };

/** She has read what a colleague is concerned about: once none is left, her presses count again and what was scheduled goes out. */
export function seeConcerns(press: SeenPress, needs: Needs): Promise<Settled<SeenAnswer>> {
  return commitDecision(needs.store, () => decide(press, needs));
}

async function decide(
  { presser, suggestionId, concerns, delivery }: SeenPress,
  { store, now }: Needs,
): Promise<Decision<SeenAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  const handled = delivery ?? undefined;
  if (!mayDecide(desk, presser)) {
    const change = delivery && refusedPress({ presser, delivery, key: { suggestionId } }, "not_hers", at);
    return { answer: { kind: "not_hers" }, change };
  }
  const suggestion = await store.suggestion(suggestionId);
  const unseen = (await store.concernsOf(suggestionId)).filter(({ seenAt }) => seenAt === null);
  const seen = unseen.filter(({ id }) => concerns.includes(id));
  if (!suggestion || seen.length === 0) {
    const change = handled ? { at, expect: [], put: [], show: [], handled, record: [] } : null;
    return { answer: { kind: "seen_before" }, change };
  }
  const [left] = unseen.filter((concern) => !seen.includes(concern));
  const freed = { ...suggestion, concernAt: left?.at ?? null };
  return {
    answer: { kind: "seen" },
    change: {
      at,
      expect: [],
      put: [
        ...seen.map((concern): Row => ({ table: "concern", row: { ...concern, seenAt: at } })),
        { table: "suggestion", row: freed },
      ],
      show: [
        ...seen.map(({ id }) => concernTo(desk, id)),
        ...cardIfSent(freed, desk),
        ...newsOf(freed, desk, true),
      ],
      handled,
      record: [{ kind: "concern_seen", at, who: presser.userId, about: { suggestion: suggestionId } }],
    },
  };
}
