import type { CardKey } from "../core/card-key.js";
import type { DeliveryKey, ReminderId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import type { Reminder } from "../core/reminder.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { needDesk } from "./need-desk.js";
import type { NewId, Now, Store } from "./ports.js";

export type ClosedForm = {
  readonly presser: Presser;
  /** The wording that one press more would have posted. */
  readonly key: CardKey;
  readonly delivery: DeliveryKey;
};

type Needs = { readonly store: Store; readonly now: Now; readonly newId: NewId };

/** She closed the form that asked for one press more: she must not take her words for posted. Said once for each wording. */
export function leftUnposted(closed: ClosedForm, needs: Needs): Promise<Settled<"left" | "nothing">> {
  return commitDecision(needs.store, () => decide(closed, needs));
}

async function decide(
  { presser, key, delivery }: ClosedForm,
  { store, now, newId }: Needs,
): Promise<Decision<"left" | "nothing">> {
  const at = now();
  const desk = await needDesk(store);
  const nothing = { answer: "nothing", change: null } as const;
  if (!mayDecide(desk, presser)) return nothing;
  const suggestion = await store.suggestion(key.suggestionId);
  if (suggestion?.state !== "shown" || suggestion.revisionId !== key.revisionId) return nothing;
  if (await store.reminderAbout("left_unposted", key.revisionId)) return nothing;
  const reminder: Reminder = {
    id: newId<ReminderId>(),
    version: 0,
    deskId: desk.id,
    kind: "left_unposted",
    subject: key.revisionId,
    dueAt: at,
    doneAt: null,
  };
  const put = [{ table: "reminder", row: reminder } as const];
  return { answer: "left", change: { at, expect: [], put, show: [], handled: delivery, record: [] } };
}
