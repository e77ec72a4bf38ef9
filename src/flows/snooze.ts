import { type Snooze, snoozedTill } from "../core/card-choice.js";
import type { CardKey } from "../core/card-key.js";
import type { DeliveryKey, Instant, SuggestionId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import { cardLimits } from "../core/settings.js";
import type { Suggestion } from "../core/suggestion.js";
import { moveSuggestion } from "../core/transitions.js";
import type { CardLimits } from "../core/when-seen.js";
import { type CardPlace, pressedCard } from "./card-place.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardOf, newsOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, Now, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";
import { remindersSaid } from "./reminder-facts.js";

export type SnoozePress = {
  readonly presser: Presser;
  readonly card: CardPlace;
  readonly until: Snooze;
  readonly delivery: DeliveryKey;
} & (
  | { readonly on: "undecided"; readonly key: CardKey }
  /** It is put off already: another time, or back now. */
  | { readonly on: "snoozed"; readonly key: { readonly suggestionId: SuggestionId } }
);

export type SnoozeAnswer =
  | { readonly kind: "snoozed"; readonly till: Instant }
  | { readonly kind: "back" }
  /** The evening is over already. */
  | { readonly kind: "no_evening" }
  | { readonly kind: "settled_before" }
  | { readonly kind: "stale_card" }
  | { readonly kind: "not_hers" };

type Needs = {
  readonly store: Store;
  readonly limits: CardLimits;
  readonly now: Now;
  readonly log: Log;
};

/** She looks at it another time: until then it is in nobody's line, nothing expires, and it takes no place of another's. */
export async function snooze(press: SnoozePress, needs: Needs): Promise<Settled<SnoozeAnswer>> {
  const settled = await commitDecision(needs.store, () => decide(press, needs));
  if (settled.kind === "settled" && settled.answer.kind === "snoozed")
    needs.log("snoozed", { suggestion: press.key.suggestionId });
  return settled;
}

async function decide(press: SnoozePress, needs: Needs): Promise<Decision<SnoozeAnswer>> {
  const { store, limits, now } = needs;
  const at = now();
  const desk = await needDesk(store);
  const refuse = (kind: Exclude<SnoozeAnswer["kind"], "snoozed" | "back">): Decision<SnoozeAnswer> => ({
    answer: { kind },
    change: refusedPress(press, kind, at),
  });
  if (!mayDecide(desk, press.presser)) return refuse("not_hers");
  const suggestion = await store.suggestion(press.key.suggestionId);
  if (!suggestion || !isOn(press.on, suggestion)) return refuse("settled_before");
  if (!(await isItsCard(press, suggestion, store))) {
    const redraw = { ...refusedPress(press, "stale_card", at), show: [cardOf(suggestion, desk)] };
    return { answer: { kind: "stale_card" }, change: redraw };
  }
  const { hours } = cardLimits(desk.settings, limits);
  const till = snoozedTill(press.until, at, desk.homeZone, hours);
  if (till === null && press.until !== "now") return refuse("no_evening");
  const moved = till === null ? backNow(suggestion, at) : putOff(suggestion, till);
  const about = { suggestion: suggestion.id, until: till };
  return {
    answer: till === null ? { kind: "back" } : { kind: "snoozed", till },
    change: {
      at,
      expect: [{ table: "desk", id: desk.id, version: desk.version }],
      put: [{ table: "suggestion", row: moved }],
      show: [cardOf(moved, desk), ...newsOf(moved, desk), ...(await remindersSaid(moved, desk, store))],
      handled: press.delivery,
      record: [{ kind: "snoozed", at, who: press.presser.userId, about }],
    },
  };
}

function isOn(on: SnoozePress["on"], { state, snoozedUntil }: Suggestion): boolean {
  return on === "undecided" ? state === "shown" : state === "waiting" && snoozedUntil !== null;
}

async function isItsCard(press: SnoozePress, suggestion: Suggestion, store: Store): Promise<boolean> {
  if (press.on === "undecided") return (await pressedCard(press, suggestion, store)) !== null;
  const card = await store.message("card", suggestion.id);
  return card?.channel === press.card.channel && card.ts === press.card.ts;
}

function putOff(suggestion: Suggestion, till: Instant): Suggestion {
  const waiting = suggestion.state === "shown" ? moveSuggestion(suggestion, "waiting") : suggestion;
  return { ...waiting, snoozedUntil: till };
}

/** It stands before her again; its days count from here. */
export function backNow(suggestion: Suggestion, at: Instant): Suggestion {
  return { ...moveSuggestion(suggestion, "shown"), shownAt: at };
}
