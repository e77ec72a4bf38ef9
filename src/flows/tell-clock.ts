import type { NoticeId } from "../core/ids.js";
import { clockToleranceMs } from "../core/trouble.js";
import { commitDecision } from "./commit-decision.js";
import { noticeTo } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, NewId, Now, Store } from "./ports.js";

type Needs = { readonly store: Store; readonly now: Now; readonly newId: NewId; readonly log: Log };

/**
 * Tells her that scheduled posts wait because the machine's clock is wrong, once, and that it is right again.
 * @param aheadMs how far the machine is ahead of Slack, below zero behind, in milliseconds
 */
export async function tellClock(aheadMs: number, { store, now, newId, log }: Needs): Promise<void> {
  const wrong = Math.abs(aheadMs) > clockToleranceMs;
  await commitDecision(store, async () => {
    const at = now();
    const told = (await store.noticesOpen()).find(({ about }) => about.kind === "wrong_clock");
    if (wrong === (told !== undefined)) return { answer: null, change: null };
    const desk = await needDesk(store);
    const notice = told
      ? { ...told, endedAt: at }
      : {
          id: newId<NoticeId>(),
          version: 0,
          deskId: desk.id,
          at,
          about: { kind: "wrong_clock", seconds: Math.round(aheadMs / 1000) } as const,
          endedAt: null,
        };
    log(wrong ? "clock_wrong" : "clock_right", { seconds: Math.round(aheadMs / 1000) });
    return {
      answer: null,
      change: {
        at,
        expect: [],
        put: [{ table: "notice", row: notice }],
        show: [noticeTo(desk.executiveId, notice.id)],
        record: [],
      },
    };
  });
}
