import type { ReminderId, SuggestionId } from "../core/ids.js";
import { openTimeBetween } from "../core/open-time.js";
import { nextOpen, type PostingHours } from "../core/posting-hours.js";
import { cardLimits } from "../core/settings.js";
import { staysFor } from "../core/stays-for.js";
import type { Suggestion } from "../core/suggestion.js";
import type { CardLimits } from "../core/when-seen.js";
import { commitDecision, type Decision } from "./commit-decision.js";
import { needDesk } from "./need-desk.js";
import type { NewId, Now, Store } from "./ports.js";

type Needs = {
  readonly store: Store;
  readonly limits: CardLimits;
  readonly now: Now;
  readonly newId: NewId;
};

/**
 * Once half of the time that a card may stand before her undecided has passed, one gentle reminder is due, and never
 * another. Time counts as it does for its expiry: her open hours, without standstills.
 */
export async function remindUndecided(needs: Needs): Promise<void> {
  const { store, limits, now } = needs;
  const at = now();
  const desk = await needDesk(store);
  const { hours } = cardLimits(desk.settings, limits);
  if (desk.paused || desk.frozen !== null || nextOpen(hours, desk.homeZone, at) !== at) return;
  for (const suggestion of await store.beenShown(at - staysFor("today", hours) / 2))
    if (await isHalfOver(suggestion, hours, desk.homeZone, needs))
      await commitDecision(store, () => remind(suggestion.id, needs));
}

async function isHalfOver(
  { id, urgency, shownAt, state }: Suggestion,
  hours: PostingHours,
  zone: string,
  { store, now }: Needs,
): Promise<boolean> {
  if (state !== "shown" || shownAt === null) return false;
  if ((await store.reminderAbout("undecided", id)) !== null) return false;
  const half = staysFor(urgency, hours) / 2;
  // What she had approved and came back stands before her since then.
  const back = (await store.latestPost(id))?.post.settledAt;
  const since = Math.max(shownAt, back ?? shownAt);
  if (now() - since < half) return false;
  return openTimeBetween(since, now(), hours, zone, await store.stopsSince(since), half) >= half;
}

async function remind(id: SuggestionId, { store, now, newId }: Needs): Promise<Decision<null>> {
  const at = now();
  const desk = await needDesk(store);
  const suggestion = await store.suggestion(id);
  const before = await store.reminderAbout("undecided", id);
  if (suggestion?.state !== "shown" || before !== null) return { answer: null, change: null };
  const row = {
    id: newId<ReminderId>(),
    version: 0,
    deskId: desk.id,
    kind: "undecided",
    subject: id,
    dueAt: at,
    doneAt: null,
  } as const;
  return {
    answer: null,
    change: {
      at,
      expect: [{ table: "suggestion", id, version: suggestion.version }],
      put: [{ table: "reminder", row }],
      show: [],
      record: [],
    },
  };
}
