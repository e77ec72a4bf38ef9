import type { CardKey } from "../core/card-key.js";
import type { DeliveryKey, ReminderId, RevisionId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import { textRevision } from "../core/revision.js";
import { type TextProblem, textProblem } from "../core/text-problem.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { NewId, Now, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";
import { remindersSaid } from "./reminder-facts.js";

export type Wording = {
  readonly presser: Presser;
  readonly key: CardKey;
  readonly text: string;
  readonly delivery: DeliveryKey;
};

export type KeepAnswer =
  | { readonly kind: "kept"; readonly key: CardKey }
  | { readonly kind: "text"; readonly problem: TextProblem }
  | { readonly kind: "settled_before" }
  | { readonly kind: "not_hers" };

type Needs = { readonly store: Store; readonly now: Now; readonly newId: NewId };

/** Unless she has decided by then, she is told once more that they are not posted. */
const stillMs = 10 * 60_000;

/**
 * Keeps her words as the card's newest wording without approving them: where what Slack handed over had to be
 * restored, she reads it once more before the press that counts (CONTRACT «The acts that approve»).
 */
export function keepWording(wording: Wording, needs: Needs): Promise<Settled<KeepAnswer>> {
  return commitDecision(needs.store, () => decide(wording, needs));
}

async function decide(wording: Wording, needs: Needs): Promise<Decision<KeepAnswer>> {
  const { presser, key, text, delivery } = wording;
  const { store, now, newId } = needs;
  const at = now();
  const desk = await needDesk(store);
  if (!mayDecide(desk, presser)) {
    return { answer: { kind: "not_hers" }, change: refusedPress(wording, "not_hers", at) };
  }
  const problem = textProblem(text);
  if (problem) return { answer: { kind: "text", problem }, change: null };
  const suggestion = await store.suggestion(key.suggestionId);
  const newest = suggestion?.revisionId && (await store.revision(suggestion.revisionId));
  if (suggestion?.state !== "shown" || !newest) return { answer: { kind: "settled_before" }, change: null };
  const revision = textRevision({
    id: newId<RevisionId>(),
    deskId: desk.id,
    suggestionId: suggestion.id,
    number: newest.number + 1,
    text,
    source: "executive",
    author: presser.userId,
    createdAt: at,
  });
  return {
    answer: {
      kind: "kept",
      key: { ...key, revisionId: revision.id, digest: revision.digest },
    },
    change: {
      at,
      expect: [],
      put: [
        { table: "revision", row: revision },
        { table: "suggestion", row: { ...suggestion, revisionId: revision.id } },
        {
          table: "reminder",
          row: {
            id: newId<ReminderId>(),
            version: 0,
            deskId: desk.id,
            kind: "still_unposted",
            subject: revision.id,
            dueAt: at + stillMs,
            doneAt: null,
          },
        },
        { table: "unfinished", row: { subject: suggestion.id, deskId: desk.id, text: "", at } },
      ],
      show: [cardOf(suggestion, desk), ...(await remindersSaid(suggestion, desk, store))],
      handled: delivery,
      record: [
        {
          kind: "revised",
          at,
          who: presser.userId,
          about: { suggestion: suggestion.id, revision: revision.id, digest: revision.digest },
        },
      ],
    },
  };
}
