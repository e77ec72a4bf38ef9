import type { Concern } from "../core/concern.js";
import type { Desk } from "../core/desk.js";
import type { ConcernId, DeliveryKey, Instant, SlackUserId, SuggestionId } from "../core/ids.js";
import type { Suggestion, SuggestionState } from "../core/suggestion.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardIfSent, concernTo, newsOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Change, Log, NewId, Now, Store } from "./ports.js";
import { hourBefore, liftsAt } from "./within-the-hour.js";

/** A team member's concern, checked to come from one. */
export type RaisedConcern = {
  readonly by: SlackUserId;
  readonly suggestionId: SuggestionId;
  readonly reason: string;
  readonly delivery: DeliveryKey;
};

export type ConcernAnswer =
  | { readonly kind: "raised" }
  | { readonly kind: "withdrawn" }
  /** This person's concern about it stands already: one at a time. */
  | { readonly kind: "stands"; readonly concern: Concern }
  /** Closed: nothing waits and nothing stands of it. */
  | { readonly kind: "too_late"; readonly suggestion: Suggestion | null }
  /** Each of them interrupts her. */
  | { readonly kind: "too_many"; readonly most: number; readonly liftsAt: Instant }
  /** Nothing of theirs to withdraw. */
  | { readonly kind: "none" };

type Needs = {
  readonly store: Store;
  /** Concerns a person may raise within the hour, as many as suggestions; 0: no limit. */
  readonly limits: { readonly perHour: number };
  readonly now: Now;
  readonly newId: NewId;
  readonly log: Log;
};

const touchable: readonly SuggestionState[] = ["waiting", "shown", "approved"];

/**
 * Whether there is something to be concerned about: it waits, stands before her, is on its way, or stands on X. Of her
 * own words the team learns when they stand there.
 */
export function mayRaiseConcern({ kind, state }: Suggestion): boolean {
  return kind === "own" ? state === "approved" : touchable.includes(state);
}

/**
 * Anyone on the team can stop a mistake: she reads the reason at once, and until she has, nothing of it is approved and
 * nothing scheduled goes out. It never publishes and never deletes.
 */
export async function raiseConcern(raised: RaisedConcern, needs: Needs): Promise<Settled<ConcernAnswer>> {
  const settled = await commitDecision(needs.store, () => raise(raised, needs));
  if (settled.kind === "settled" && settled.answer.kind === "raised")
    needs.log("concern_raised", { suggestion: raised.suggestionId });
  return settled;
}

/** Who raised it thinks better of it: it stands in nobody's way any more. */
export function withdrawConcern(
  press: Omit<RaisedConcern, "reason">,
  needs: Pick<Needs, "store" | "now">,
): Promise<Settled<ConcernAnswer>> {
  return commitDecision(needs.store, () => withdraw(press, needs));
}

async function raise(raised: RaisedConcern, needs: Needs): Promise<Decision<ConcernAnswer>> {
  const { store, now, newId } = needs;
  const { by, suggestionId, reason, delivery } = raised;
  const at = now();
  const desk = await needDesk(store);
  const suggestion = await store.suggestion(suggestionId);
  if (!suggestion || !mayRaiseConcern(suggestion) || (await isUnheardOf(suggestion, store)))
    return { answer: { kind: "too_late", suggestion }, change: handledOnly(delivery, at) };
  const standing = (await store.concernsOf(suggestionId)).find(({ userId }) => userId === by);
  if (standing) return { answer: { kind: "stands", concern: standing }, change: handledOnly(delivery, at) };
  const most = needs.limits.perHour;
  const recent = (await store.concernsBy(by, hourBefore(at))).map((raised) => raised.at);
  const lifts = liftsAt(recent, most);
  if (lifts !== null)
    return { answer: { kind: "too_many", most, liftsAt: lifts }, change: handledOnly(delivery, at) };
  const concern: Concern = {
    id: newId<ConcernId>(),
    version: 0,
    deskId: desk.id,
    suggestionId,
    userId: by,
    reason,
    at,
    seenAt: null,
    withdrawnAt: null,
  };
  const stopped = { ...suggestion, concernAt: suggestion.concernAt ?? at };
  return {
    answer: { kind: "raised" },
    change: {
      ...concernChange(concern, stopped, desk, at),
      ...recorded("concern_raised", concern, at, delivery),
    },
  };
}

async function withdraw(
  { by, suggestionId, delivery }: Omit<RaisedConcern, "reason">,
  { store, now }: Pick<Needs, "store" | "now">,
): Promise<Decision<ConcernAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  const suggestion = await store.suggestion(suggestionId);
  const concerns = await store.concernsOf(suggestionId);
  const mine = concerns.find(({ userId }) => userId === by);
  if (!suggestion || !mine) return { answer: { kind: "none" }, change: handledOnly(delivery, at) };
  const withdrawn = { ...mine, withdrawnAt: at };
  const rest = concerns.filter(({ id, seenAt }) => id !== mine.id && seenAt === null);
  const freed = { ...suggestion, concernAt: rest[0]?.at ?? null };
  return {
    answer: { kind: "withdrawn" },
    change: {
      ...concernChange(withdrawn, freed, desk, at),
      ...recorded("concern_withdrawn", withdrawn, at, delivery),
    },
  };
}

/** Words of her own that are not posted: an id of theirs in another's hands is none that we handed out. */
async function isUnheardOf({ id, kind }: Suggestion, store: Pick<Store, "latestPost">): Promise<boolean> {
  return kind === "own" && (await store.latestPost(id))?.post.state !== "done";
}

function handledOnly(handled: DeliveryKey, at: Instant): Change {
  return { at, expect: [], put: [], show: [], handled, record: [] };
}

function recorded(
  kind: "concern_raised" | "concern_withdrawn",
  { id, userId, suggestionId }: Concern,
  at: Instant,
  handled: DeliveryKey,
): Pick<Change, "handled" | "record"> {
  return { handled, record: [{ kind, at, who: userId, about: { suggestion: suggestionId, concern: id } }] };
}

function concernChange(concern: Concern, suggestion: Suggestion, desk: Desk, at: Instant): Change {
  return {
    at,
    expect: [],
    // The fences ask for the concern first: what she has not seen keeps `concernAt` standing.
    put: [
      { table: "concern", row: concern },
      { table: "suggestion", row: suggestion },
    ],
    show: [concernTo(desk, concern.id), ...cardIfSent(suggestion, desk), ...newsOf(suggestion, desk, true)],
    record: [],
  };
}
