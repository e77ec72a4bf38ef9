import type { Week } from "../core/week.js";
import { weekDue } from "../core/week.js";
import { commitDecision } from "./commit-decision.js";
import { herSummaryOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, Now, Row, Store } from "./ports.js";

/** A Monday may be missed, the bot being down; what expired longer ago than this is old news. */
const oldNewsMs = 8 * 7 * 86_400_000;

type Needs = { readonly store: Store; readonly now: Now; readonly log: Log };

/**
 * Monday from 9:00 in her home zone, once per week: the week's message exists, or it is wanted now. Decided from the
 * database alone, so a restart or a missed minute neither loses nor doubles it. What expired since the last one is
 * offered to her once more in a message of its own, where anything did.
 */
export async function sendWeeklySummary({ store, now, log }: Needs): Promise<void> {
  await commitDecision(store, async () => {
    const at = now();
    const desk = await needDesk(store);
    const week = weekDue(at, desk.homeZone);
    const nothing = { answer: null, change: null };
    if (!week || desk.openedAt >= week.to || (await store.message("summary", week.key))) return nothing;
    log("summary_wanted", { week: week.key });
    const offered = await offeredNow(week, store);
    return {
      answer: null,
      change: {
        at,
        expect: [{ table: "desk", id: desk.id, version: desk.version }],
        put: [{ table: "weekly_head", row: { week: week.key, deskId: desk.id, at } }, ...offered],
        show: [
          { kind: "summary", subject: week.key, to: { kind: "channel", channelId: desk.channelId } },
          ...(offered.length > 0 ? [herSummaryOf(week.key, desk)] : []),
        ],
        record: [],
      },
    };
  });
}

async function offeredNow({ key, dueAt }: Week, store: Store): Promise<Row[]> {
  const expired = await store.unofferedSince(dueAt - oldNewsMs);
  return expired.map((suggestion) => ({ table: "suggestion", row: { ...suggestion, offeredWeek: key } }));
}
