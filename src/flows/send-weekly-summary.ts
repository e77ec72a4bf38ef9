import { weekDue } from "../core/week.js";
import { commitDecision } from "./commit-decision.js";
import { needDesk } from "./need-desk.js";
import type { Log, Now, Store } from "./ports.js";

type Needs = { readonly store: Store; readonly now: Now; readonly log: Log };

/**
 * Monday from 9:00 in her home zone, once per week: the week's message exists, or it is wanted now. Decided from the
 * database alone, so a restart or a missed minute neither loses nor doubles it.
 */
export async function sendWeeklySummary({ store, now, log }: Needs): Promise<void> {
  await commitDecision(store, async () => {
    const at = now();
    const desk = await needDesk(store);
    const week = weekDue(at, desk.homeZone);
    const nothing = { answer: null, change: null };
    if (!week || desk.openedAt >= week.to || (await store.message("summary", week.key))) return nothing;
    log("summary_wanted", { week: week.key });
    return {
      answer: null,
      change: {
        at,
        expect: [{ table: "desk", id: desk.id, version: desk.version }],
        put: [{ table: "weekly_head", row: { week: week.key, deskId: desk.id, at } }],
        show: [{ kind: "summary", subject: week.key, to: { kind: "channel", channelId: desk.channelId } }],
        record: [],
      },
    };
  });
}
