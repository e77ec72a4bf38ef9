import type { Desk } from "../core/desk.js";
import type { DeliveryKey, SuggestionId } from "../core/ids.js";
import { isPerson, mayDecide, type Presser } from "../core/may-decide.js";
import type { Suggestion } from "../core/suggestion.js";
import { moveSuggestion } from "../core/transitions.js";
import type { CardLimits, WhenSeen } from "../core/when-seen.js";
import { cardAnew } from "./card-anew.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardOf, newsOf, newsOfLine, offerOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Change, Log, Now, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";
import { remindersSaid } from "./reminder-facts.js";
import { seenWhen } from "./seen-when.js";

export type WantAgainPress = {
  readonly presser: Presser;
  readonly suggestionId: SuggestionId;
  /** Where the button stood: on the suggester's own message, or in her weekly one. */
  readonly on: "suggester" | "her_summary";
  readonly delivery: DeliveryKey;
};

export type WantAgainAnswer =
  /** It waits for its turn anew. */
  | { readonly kind: "in_line"; readonly seen: WhenSeen }
  /** She asked for it herself: her card comes at once. */
  | { readonly kind: "shown" }
  /** Somebody suggested the same article since: that one counts, whatever became of it. */
  | { readonly kind: "suggested_anew"; readonly newer: Suggestion }
  | { readonly kind: "settled_before" }
  | { readonly kind: "not_theirs" };

type Needs = { readonly store: Store; readonly limits: CardLimits; readonly now: Now; readonly log: Log };

/** What expired is wanted after all: by whoever suggested it, or by her. */
export async function wantAgain(press: WantAgainPress, needs: Needs): Promise<Settled<WantAgainAnswer>> {
  const settled = await commitDecision(needs.store, () => decide(press, needs));
  const kind = settled.kind === "settled" ? settled.answer.kind : null;
  if (kind === "in_line" || kind === "shown")
    needs.log("wanted_again", { suggestion: press.suggestionId, hers: kind === "shown" });
  return settled;
}

async function decide(press: WantAgainPress, needs: Needs): Promise<Decision<WantAgainAnswer>> {
  const { store, now } = needs;
  const at = now();
  const desk = await needDesk(store);
  const refuse = (answer: WantAgainAnswer): Decision<WantAgainAnswer> => ({
    answer,
    change: refusedPress({ ...press, key: press }, answer.kind, at),
  });
  const suggestion = await store.suggestion(press.suggestionId);
  if (!suggestion || !isTheirs(press, suggestion, desk)) return refuse({ kind: "not_theirs" });
  if (suggestion.state !== "expired") return refuse({ kind: "settled_before" });
  const links = [suggestion.cleanLink, suggestion.otherCleanLink ?? []].flat();
  const newer = await store.newestLinked(links);
  if (newer && newer.id !== suggestion.id) return refuse({ kind: "suggested_anew", newer });

  const waiting: Suggestion = {
    ...moveSuggestion(suggestion, "waiting"),
    shownAt: null,
    decidedAt: null,
    // Why it once came back says nothing of this turn; that it may have been posted unseen still does.
    setback: suggestion.setback?.kind === "restored" ? suggestion.setback : null,
  };
  const change = {
    at,
    expect: [{ table: "links", links, newest: suggestion.id, besides: null }],
    handled: press.delivery,
    record: [{ kind: "wanted_again", at, who: press.presser.userId, about: { suggestion: waiting.id } }],
  } as const satisfies Partial<Change>;
  // The old card may lie far up in her conversation.
  const card = await cardAnew(waiting.id, desk, store);
  if (press.on === "suggester") {
    const show = [...newsOf(waiting, desk), ...offerOf(waiting, desk), ...(await newsOfLine(waiting, store))];
    const put = [{ table: "suggestion", row: waiting } as const, ...card];
    return {
      answer: { kind: "in_line", seen: await seenWhen(waiting, needs) },
      change: { ...change, put, show },
    };
  }
  const shown = { ...moveSuggestion(waiting, "shown"), version: waiting.version + 1, shownAt: at };
  return {
    answer: { kind: "shown" },
    change: {
      ...change,
      put: [{ table: "suggestion", row: waiting }, { table: "suggestion", row: shown }, ...card],
      show: [
        cardOf(shown, desk),
        ...newsOf(shown, desk),
        ...offerOf(shown, desk),
        ...(await remindersSaid(shown, desk, store)),
      ],
    },
  };
}

function isTheirs({ presser, on }: WantAgainPress, { suggestedBy }: Suggestion, desk: Desk): boolean {
  switch (on) {
    case "suggester":
      return isPerson(suggestedBy, desk, presser);
    case "her_summary":
      return mayDecide(desk, presser);
    default:
      return on satisfies never;
  }
}
