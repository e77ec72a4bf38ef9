import type { Desk } from "../core/desk.js";
import type { Instant, ReminderId } from "../core/ids.js";
import { nextOpen } from "../core/posting-hours.js";
import type { Reminder, ReminderKind } from "../core/reminder.js";
import { cardLimits } from "../core/settings.js";
import type { CardLimits } from "../core/when-seen.js";
import { commitDecision, type Decision } from "./commit-decision.js";
import { reminderTo } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, Now, Row, Store } from "./ports.js";
import { isStillTrue, reminderFacts } from "./reminder-facts.js";

type Needs = {
  readonly store: Store;
  readonly limits: CardLimits;
  readonly now: Now;
  readonly log: Log;
};

/** These wait for her open hours; words of hers that she takes for posted do not. */
const inHerHours: Record<ReminderKind, boolean> = {
  undecided: true,
  goes_out_soon: true,
  as_suggested: true,
  left_unposted: false,
  still_unposted: false,
};

/** While the desk stands still she is left alone; looked at again so much later. */
const laterMs = 60 * 60_000;

/** Says each reminder that is due, once; what is not so any more is let go in silence. */
export async function remindDue(needs: Needs): Promise<void> {
  for (const { id } of await needs.store.remindersDue(needs.now())) {
    const settled = await commitDecision(needs.store, () => decide(id, needs));
    // Of what is not said: that five in a row went out as suggested is hers alone to know.
    if (settled.kind === "settled" && settled.answer === "said") needs.log("reminded");
  }
}

async function decide(id: ReminderId, { store, limits, now }: Needs): Promise<Decision<"said" | "not_said">> {
  const at = now();
  const desk = await needDesk(store);
  const reminder = await store.reminder(id);
  const nothing = { answer: "not_said", change: null } as const;
  if (!reminder || reminder.doneAt !== null || reminder.dueAt > at) return nothing;
  const change = (row: Reminder) => {
    const put: Row[] = [{ table: "reminder", row }];
    return { at, expect: [], put, show: [], record: [] };
  };
  const done = change({ ...reminder, doneAt: at });
  if (!isStillTrue(reminder, await reminderFacts(reminder, store), at))
    return { answer: "not_said", change: done };
  const dueAt = inHerHours[reminder.kind] ? opens(desk, limits, at) : at;
  if (dueAt > at) return { answer: "not_said", change: change({ ...reminder, dueAt }) };
  return { answer: "said", change: { ...done, show: [reminderTo(desk, id)] } };
}

/** When she may be reminded: now, or later. */
function opens(desk: Desk, limits: CardLimits, at: Instant): Instant {
  const { hours } = cardLimits(desk.settings, limits);
  const stands = desk.paused || desk.frozen !== null;
  return nextOpen(hours, desk.homeZone, stands ? at + laterMs : at);
}
