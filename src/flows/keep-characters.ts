import type { CardKey } from "../core/card-key.js";
import type { DeliveryKey } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import { type CardPlace, pressedCard } from "./card-place.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Now, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";

export type KeepPress = {
  readonly presser: Presser;
  readonly card: CardPlace;
  readonly key: CardKey;
  readonly delivery: DeliveryKey;
};

export type KeepCharactersAnswer =
  | { readonly kind: "kept" }
  | { readonly kind: "settled_before" }
  | { readonly kind: "stale_card" }
  | { readonly kind: "not_hers" };

type Needs = { readonly store: Store; readonly now: Now };

/**
 * She keeps the hidden or look-alike characters of exactly this wording on purpose (rule 8): its one-press approval comes
 * back. It approves nothing, and another wording is looked at anew.
 */
export function keepCharacters(press: KeepPress, needs: Needs): Promise<Settled<KeepCharactersAnswer>> {
  return commitDecision(needs.store, () => decide(press, needs));
}

async function decide(press: KeepPress, { store, now }: Needs): Promise<Decision<KeepCharactersAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  const refuse = (kind: Exclude<KeepCharactersAnswer["kind"], "kept">): Decision<KeepCharactersAnswer> => ({
    answer: { kind },
    change: refusedPress(press, kind, at),
  });
  if (!mayDecide(desk, press.presser)) return refuse("not_hers");
  const suggestion = await store.suggestion(press.key.suggestionId);
  if (suggestion?.state !== "shown") return refuse("settled_before");
  const revision = await pressedCard(press, suggestion, store);
  if (!revision) {
    const redraw = { ...refusedPress(press, "stale_card", at), show: [cardOf(suggestion, desk)] };
    return { answer: { kind: "stale_card" }, change: redraw };
  }
  const about = { suggestion: suggestion.id, revision: revision.id, digest: revision.digest };
  return {
    answer: { kind: "kept" },
    change: {
      at,
      expect: [],
      put: [{ table: "suggestion", row: { ...suggestion, keptRevisionId: revision.id } }],
      show: [cardOf(suggestion, desk)],
      handled: press.delivery,
      record: [{ kind: "kept_characters", at, who: press.presser.userId, about }],
    },
  };
}
