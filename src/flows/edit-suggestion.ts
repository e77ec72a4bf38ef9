import { headlineDraft } from "../core/headline-draft.js";
import type { DeliveryKey, RevisionId, SlackUserId, SuggestionId } from "../core/ids.js";
import { type Revision, textRevision } from "../core/revision.js";
import type { Suggestion, Urgency } from "../core/suggestion.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardIfShown, newsOf, newsOfLine } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { NewId, Now, Row, Store } from "./ports.js";

/** What the suggester wants it to say from now on. The link stays: another article is another suggestion. */
export type SuggestionEdit = {
  readonly by: SlackUserId;
  readonly suggestionId: SuggestionId;
  readonly note: string;
  readonly reproach: string | null;
  readonly subject: string | null;
  readonly urgency: Urgency;
  /** Null leaves the quoted headline. */
  readonly draft: string | null;
  readonly delivery: DeliveryKey;
};

export type EditAnswer =
  | { readonly kind: "edited" }
  /** She has words of her own on the card: they stay, all else was taken over. */
  | { readonly kind: "edited_but_draft" }
  | { readonly kind: "unchanged" }
  /** Decided, closed, or still being read: the present state is the answer. */
  | { readonly kind: "too_late"; readonly suggestion: Suggestion }
  | { readonly kind: "not_yours" };

type Needs = { readonly store: Store; readonly now: Now; readonly newId: NewId };

/**
 * A new wording of a suggestion she has not decided on: an older card of hers counts no more and is drawn anew. Her own
 * words are never written over.
 */
export function editSuggestion(edit: SuggestionEdit, needs: Needs): Promise<Settled<EditAnswer>> {
  return commitDecision(needs.store, () => decide(edit, needs));
}

async function decide(edit: SuggestionEdit, needs: Needs): Promise<Decision<EditAnswer>> {
  const { store, now } = needs;
  const at = now();
  const desk = await needDesk(store);
  const nothing = { at, expect: [], put: [], show: [], handled: edit.delivery, record: [] };
  const suggestion = await store.suggestion(edit.suggestionId);
  if (suggestion?.suggestedBy !== edit.by) return { answer: { kind: "not_yours" }, change: nothing };
  const newest = suggestion.revisionId && (await store.revision(suggestion.revisionId));
  if ((suggestion.state !== "waiting" && suggestion.state !== "shown") || !newest)
    return { answer: { kind: "too_late", suggestion }, change: nothing };
  const { note, reproach, subject, urgency, draft } = edit;
  const text = draft ?? headlineDraft(suggestion.article, suggestion.link);
  const hers = newest.source === "executive";
  const redrafted = draft !== suggestion.teamDraft;
  const revision = redrafted && !hers && text !== newest.text ? follow(newest, text, edit, needs) : null;
  const edited: Suggestion = {
    ...suggestion,
    note,
    reproach,
    subject,
    urgency,
    teamDraft: hers ? suggestion.teamDraft : draft,
    revisionId: revision?.id ?? newest.id,
  };
  if (JSON.stringify(edited) === JSON.stringify(suggestion))
    return { answer: { kind: redrafted ? "edited_but_draft" : "unchanged" }, change: nothing };
  const put: Row[] = [
    ...(revision ? [{ table: "revision", row: revision } as const] : []),
    { table: "suggestion", row: edited },
  ];
  const words = revision ? { revision: revision.id, digest: revision.digest } : {};
  return {
    answer: { kind: redrafted && hers ? "edited_but_draft" : "edited" },
    change: {
      ...nothing,
      put,
      show: [...cardIfShown(edited, desk), ...newsOf(edited, desk), ...(await newsOfLine(edited, store))],
      record: [{ kind: "revised", at, who: edit.by, about: { suggestion: edited.id, ...words } }],
    },
  };
}

function follow(newest: Revision, text: string, { by, draft }: SuggestionEdit, needs: Needs): Revision {
  return textRevision({
    id: needs.newId<RevisionId>(),
    deskId: newest.deskId,
    suggestionId: newest.suggestionId,
    number: newest.number + 1,
    text,
    source: draft === null ? "headline" : "team",
    author: draft === null ? null : by,
    createdAt: needs.now(),
  });
}
