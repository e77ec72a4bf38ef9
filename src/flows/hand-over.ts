import type { CardKey } from "../core/card-key.js";
import type { DeliveryKey, SlackChannelId, SuggestionId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import { moveSuggestion } from "../core/transitions.js";
import { type CardPlace, pressedCard } from "./card-place.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardOf, corporateTo, newsOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, Now, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";
import { remindersSaid } from "./reminder-facts.js";

export type HandOverPress = {
  readonly presser: Presser;
  readonly card: CardPlace;
  readonly key: CardKey;
  readonly delivery: DeliveryKey;
};

export type HandOverAnswer =
  | { readonly kind: "handed_over" }
  /** The company has no channel here. */
  | { readonly kind: "no_channel" }
  | { readonly kind: "settled_before" }
  | { readonly kind: "stale_card" }
  | { readonly kind: "not_hers" };

type Needs = {
  readonly store: Store;
  readonly corporateChannelId: SlackChannelId | null;
  readonly now: Now;
  readonly log: Log;
};

/** It belongs on the company's account, she says: settled with one press, told in the company's channel and to the suggester. */
export async function handOver(press: HandOverPress, needs: Needs): Promise<Settled<HandOverAnswer>> {
  const settled = await commitDecision(needs.store, () => decide(press, needs));
  if (settled.kind === "settled" && settled.answer.kind === "handed_over")
    needs.log("handed_over", { suggestion: press.key.suggestionId });
  return settled;
}

async function decide(press: HandOverPress, needs: Needs): Promise<Decision<HandOverAnswer>> {
  const { store, now, corporateChannelId } = needs;
  const at = now();
  const desk = await needDesk(store);
  const refuse = (kind: Exclude<HandOverAnswer["kind"], "handed_over">): Decision<HandOverAnswer> => ({
    answer: { kind },
    change: refusedPress(press, kind, at),
  });
  if (!mayDecide(desk, press.presser)) return refuse("not_hers");
  const suggestion = await store.suggestion(press.key.suggestionId);
  if (suggestion?.state !== "shown") return refuse("settled_before");
  if (!(await pressedCard(press, suggestion, store))) {
    const redraw = { ...refusedPress(press, "stale_card", at), show: [cardOf(suggestion, desk)] };
    return { answer: { kind: "stale_card" }, change: redraw };
  }
  if (corporateChannelId === null) return refuse("no_channel");
  const given = { ...moveSuggestion(suggestion, "handed_over"), decidedAt: at, setback: null };
  return {
    answer: { kind: "handed_over" },
    change: {
      at,
      expect: [],
      put: [{ table: "suggestion", row: given }],
      show: [
        cardOf(given, desk),
        ...newsOf(given, desk),
        corporateTo(corporateChannelId, given),
        ...(await remindersSaid(given, desk, store)),
      ],
      handled: press.delivery,
      record: [{ kind: "handed_over", at, who: press.presser.userId, about: { suggestion: given.id } }],
    },
  };
}

export type HandedNote = {
  readonly presser: Presser;
  readonly suggestionId: SuggestionId;
  readonly note: string;
  readonly delivery: DeliveryKey;
};

export type HandedNoteAnswer = { readonly kind: "told" | "settled_before" | "not_hers" };

/** A line of her own beside what she handed over, for the company's channel. */
export function noteHandedOver(
  { presser, suggestionId, note, delivery }: HandedNote,
  { store, now }: Pick<Needs, "store" | "now">,
): Promise<Settled<HandedNoteAnswer>> {
  return commitDecision<HandedNoteAnswer>(store, async () => {
    const at = now();
    const desk = await needDesk(store);
    const refuse = (kind: HandedNoteAnswer["kind"]): Decision<HandedNoteAnswer> => ({
      answer: { kind },
      change: refusedPress({ presser, delivery, key: { suggestionId } }, kind, at),
    });
    if (!mayDecide(desk, presser)) return refuse("not_hers");
    const suggestion = await store.suggestion(suggestionId);
    const message = await store.message("corporate", suggestionId);
    if (suggestion?.state !== "handed_over" || message === null) return refuse("settled_before");
    const noted = { ...suggestion, handedNote: note };
    const { kind, subject, to } = message;
    return {
      answer: { kind: "told" },
      change: {
        at,
        expect: [],
        put: [{ table: "suggestion", row: noted }],
        show: [cardOf(noted, desk), { kind, subject, to }],
        handled: delivery,
        record: [
          {
            kind: "handed_over",
            at,
            who: presser.userId,
            about: { suggestion: suggestionId, added: "note" },
          },
        ],
      },
    };
  });
}
