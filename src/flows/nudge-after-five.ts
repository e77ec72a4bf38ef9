import type { ReminderId } from "../core/ids.js";
import { commitDecision } from "./commit-decision.js";
import { measured } from "./her-trend.js";
import { needDesk } from "./need-desk.js";
import type { Now, Store } from "./ports.js";

/** Posts in a row that went out exactly as suggested, before she is asked about it, quietly and once. */
const inARow = 5;

/**
 * Once a post is out: the fifth in a row exactly as suggested brings one reminder, about that post. A longer row asks no
 * more; it begins anew with her next words.
 */
export async function nudgeAfterFive({
  store,
  now,
}: {
  readonly store: Store;
  readonly now: Now;
}): Promise<void> {
  await commitDecision(store, async () => {
    const nothing = { answer: null, change: null };
    const at = now();
    const desk = await needDesk(store);
    const done = await store.postsDone(desk.executiveId, inARow + 1);
    const own = done.findIndex((each) => measured(each, desk).kind !== "as_suggested");
    const [newest] = done;
    if (!newest || (own < 0 ? done.length : own) !== inARow) return nothing;
    if (await store.reminderAbout("as_suggested", newest.post)) return nothing;
    // A post brings one at most, so its id is one for the reminder too.
    const id = newest.post as string as ReminderId;
    const row = {
      id,
      version: 0,
      deskId: desk.id,
      kind: "as_suggested",
      subject: newest.post,
      dueAt: at,
      doneAt: null,
    } as const;
    const put = [{ table: "reminder", row } as const];
    return { answer: null, change: { at, expect: [], put, show: [], record: [] } };
  });
}
