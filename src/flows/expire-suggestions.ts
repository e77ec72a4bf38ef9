import type { Desk } from "../core/desk.js";
import type { Instant, SuggestionId } from "../core/ids.js";
import { openTimeBetween } from "../core/open-time.js";
import { nextOpen, type PostingHours } from "../core/posting-hours.js";
import { cardLimits } from "../core/settings.js";
import { staysFor } from "../core/stays-for.js";
import type { Suggestion } from "../core/suggestion.js";
import { moveSuggestion } from "../core/transitions.js";
import type { CardLimits } from "../core/when-seen.js";
import { commitDecision, type Decision } from "./commit-decision.js";
import { cardOf, newsOf, newsOfLine, offerOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, Now, Store } from "./ports.js";
import { remindersSaid } from "./reminder-facts.js";

type Needs = {
  readonly store: Store;
  /** Until she sets it herself. */
  readonly limits: CardLimits;
  readonly now: Now;
  readonly log: Log;
};

/**
 * What stood before her undecided for its time expires (decision 0019). Only her open hours count, never a time in
 * which the desk stood still, and expiry itself comes in her open hours. What never had its turn does not expire.
 */
export async function expireSuggestions(needs: Needs): Promise<void> {
  for (const id of await perhapsDue(needs)) {
    const settled = await commitDecision(needs.store, () => expire(id, needs));
    if (settled.kind === "settled" && settled.answer) needs.log("expired", { suggestion: id });
  }
}

/** Those whose time is over, counted from when they first came before her. */
async function perhapsDue(needs: Needs): Promise<SuggestionId[]> {
  const { store, now } = needs;
  const at = now();
  const desk = await needDesk(store);
  const { hours } = cardLimits(desk.settings, needs.limits);
  if (isClosed(desk, hours, at)) return [];
  // Her hours are open no longer than time passes.
  const shown = await store.beenShown(at - staysFor("today", hours));
  const due: SuggestionId[] = [];
  // The longest ago comes first: where its time is not over, it is over for none after it that may stay as long.
  const notOver = new Set<number>();
  for (const { id, urgency, shownAt } of shown) {
    const stays = staysFor(urgency, hours);
    if (shownAt === null || notOver.has(stays)) continue;
    if (await isOver(shownAt, stays, hours, needs)) due.push(id);
    else notOver.add(stays);
  }
  return due;
}

async function expire(id: SuggestionId, needs: Needs): Promise<Decision<boolean>> {
  const { store, now } = needs;
  const nothing = { answer: false, change: null };
  const at = now();
  const desk = await needDesk(store);
  const { hours } = cardLimits(desk.settings, needs.limits);
  const suggestion = await store.suggestion(id);
  if (!suggestion || isClosed(desk, hours, at)) return nothing;
  if (suggestion.state !== "shown" && suggestion.state !== "waiting") return nothing;
  if (suggestion.concernAt !== null) return nothing;
  if (suggestion.snoozedUntil !== null) return nothing;
  const since = await cameBeforeHer(suggestion, store);
  if (since === null || !(await isOver(since, staysFor(suggestion.urgency, hours), hours, needs)))
    return nothing;
  const expired = { ...moveSuggestion(suggestion, "expired"), decidedAt: at };
  return {
    answer: true,
    change: {
      at,
      expect: [{ table: "desk", id: desk.id, version: desk.version }],
      put: [
        { table: "suggestion", row: expired },
        { table: "unfinished", row: { subject: id, deskId: desk.id, text: "", at } },
      ],
      show: [
        cardOf(expired, desk),
        ...newsOf(expired, desk),
        ...offerOf(expired, desk),
        ...(await remindersSaid(suggestion, desk, store)),
        ...(suggestion.state === "waiting" ? await newsOfLine(expired, store) : []),
      ],
      record: [{ kind: "expired", at, who: null, about: { suggestion: id } }],
    },
  };
}

function isClosed(desk: Desk, hours: PostingHours, at: Instant): boolean {
  return desk.paused || desk.frozen !== null || nextOpen(hours, desk.homeZone, at) !== at;
}

/** When she was last asked to decide: when it came, or when what she had approved came back. Null: it had no turn. */
async function cameBeforeHer({ id, shownAt }: Suggestion, store: Store): Promise<Instant | null> {
  const back = (await store.latestPost(id))?.post.settledAt;
  return shownAt === null ? null : Math.max(shownAt, back ?? shownAt);
}

async function isOver(
  since: Instant,
  stays: number,
  hours: PostingHours,
  { store, now }: Needs,
): Promise<boolean> {
  const at = now();
  if (at - since < stays) return false;
  const { homeZone } = await needDesk(store);
  const stops = await store.stopsSince(since);
  return openTimeBetween(since, at, hours, homeZone, stops, stays) >= stays;
}
