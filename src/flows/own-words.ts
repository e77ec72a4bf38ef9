import type { CardKey } from "../core/card-key.js";
import type { Desk } from "../core/desk.js";
import type { DeliveryKey, Instant, RevisionId, SuggestionId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import { type Revision, textRevision } from "../core/revision.js";
import type { Suggestion } from "../core/suggestion.js";
import { ownWords as unfinishedOwnWords } from "../core/unfinished.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, NewId, Now, Row, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";

/** A text of hers, as she saw it when she sent it. */
export type OwnWords = {
  readonly presser: Presser;
  readonly text: string;
  readonly delivery: DeliveryKey;
  /** The form it was written in, which makes one card however often it is handed in; null: it came without a form. */
  readonly once: DeliveryKey | null;
};

export type OwnWordsAnswer =
  /** They stand on a card of hers. `key`: what its buttons carry. Nothing is approved. */
  | { readonly kind: "on_card"; readonly key: CardKey }
  | { readonly kind: "empty" }
  | { readonly kind: "too_long" }
  | { readonly kind: "not_hers" };

type Needs = { readonly store: Store; readonly now: Now; readonly newId: NewId; readonly log: Log };

/** Characters (UTF-16 units) kept at most: what the form to rewrite them holds. */
export const longestOwnWords = 3_000;

/**
 * Words of her own become a card before her, to be approved like any other: nothing is posted by writing. They count
 * in no limit of the team's cards, never expire, and nobody else hears of them before they are posted.
 */
export async function ownWords(words: OwnWords, needs: Needs): Promise<Settled<OwnWordsAnswer>> {
  const settled = await commitDecision(needs.store, () => decide(words, needs));
  if (settled.kind === "settled" && settled.answer.kind === "on_card")
    needs.log("own_words", { suggestion: settled.answer.key.suggestionId });
  return settled;
}

async function decide(
  { presser, text, delivery, once }: OwnWords,
  { store, now, newId }: Needs,
): Promise<Decision<OwnWordsAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  if (!mayDecide(desk, presser)) {
    const press = { presser, delivery, key: { suggestionId: "own_words" } };
    return { answer: { kind: "not_hers" }, change: refusedPress(press, "not_hers", at) };
  }
  if (text.trim() === "") return { answer: { kind: "empty" }, change: null };
  if (text.length > longestOwnWords) return { answer: { kind: "too_long" }, change: null };
  const suggestion = born(newId<SuggestionId>(), desk, at);
  const revision = textRevision({
    id: newId<RevisionId>(),
    deskId: desk.id,
    suggestionId: suggestion.id,
    number: 1,
    text,
    source: "executive",
    author: presser.userId,
    createdAt: at,
  });
  return {
    answer: { kind: "on_card", key: keyOf(revision, desk) },
    change: {
      at,
      expect: [{ table: "desk", id: desk.id, version: desk.version }],
      // Each names the other, so that the suggestion is written twice.
      put: [
        { table: "suggestion", row: suggestion },
        { table: "revision", row: revision },
        { table: "suggestion", row: { ...suggestion, version: 1, revisionId: revision.id } },
        ...(once === null ? [] : [nothingUnfinished(desk, at)]),
      ],
      show: [cardOf(suggestion, desk)],
      handled: once === null ? delivery : [delivery, writtenIn(once)],
      record: [
        {
          kind: "suggested",
          at,
          who: presser.userId,
          about: { suggestion: suggestion.id, revision: revision.id, digest: revision.digest, own: 1 },
        },
      ],
    },
  };
}

/** What was kept of the form while she wrote in it is on the card now. */
function nothingUnfinished({ id }: Desk, at: Instant): Row {
  return { table: "unfinished", row: { subject: unfinishedOwnWords, deskId: id, text: "", at } };
}

function keyOf({ suggestionId, id, digest }: Revision, { account }: Desk): CardKey {
  return { suggestionId, revisionId: id, digest, accountId: account?.id ?? null };
}

function born(id: SuggestionId, desk: Desk, at: Instant): Suggestion {
  return {
    id,
    version: 0,
    deskId: desk.id,
    kind: "own",
    state: "shown",
    link: "",
    cleanLink: "",
    otherCleanLink: null,
    article: null,
    unreadable: null,
    refusal: null,
    note: "",
    reproach: null,
    subject: null,
    urgency: "any_time",
    seconds: 0,
    teamDraft: null,
    suggestedBy: desk.executiveId,
    suggestedAt: at,
    revisionId: null,
    shownAt: at,
    decidedAt: null,
    declineReason: null,
    declineNote: null,
    setback: null,
    concernAt: null,
    keptRevisionId: null,
    mergedInto: null,
    insistsOn: null,
    snoozedUntil: null,
    handedNote: null,
    offeredWeek: null,
  };
}

/** What her words are taken as, once for the form they stood in; its approval is another thing. */
export function writtenIn(form: DeliveryKey): DeliveryKey {
  return `${form} words` as DeliveryKey;
}
