import type { Desk } from "../core/desk.js";
import type { Instant, SlackUserId, SuggestionId } from "../core/ids.js";
import type { PauseEnded } from "../core/notice.js";
import { commitDecision } from "./commit-decision.js";
import { giveCardBack } from "./give-card-back.js";
import { newsOfLine, noticeTo } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import { pauseOver, scheduledCards } from "./pause-over.js";
import type { Change, Log, Now, Row, Store } from "./ports.js";

type Ended = Pick<Change, "put" | "show" | "record">;

/**
 * The end of a pause. Whatever became due in it is not sent late by itself, however little late: its card asks her
 * again, and the notice names it. Everything else goes on.
 * @param who pressed; null: its time was over
 */
export async function goOn(desk: Desk, who: SlackUserId | null, at: Instant, store: Store): Promise<Ended> {
  const due = (await store.postsIn("scheduled")).filter(({ post }) => post.postAt <= at);
  const going = { ...desk, paused: false, pausedUntil: null };
  const back = await Promise.all(
    due.map((whole) => giveCardBack(whole, "missed", { kind: "missed" }, going, at, store)),
  );
  const overdue = [
    ...(await missedInIt(at, store)),
    ...due.map(({ post }): SuggestionId => post.suggestionId),
  ];
  const ended: PauseEnded = who === null ? "by_itself" : "by_her";
  const over = await pauseOver(ended, overdue, at, store);
  return {
    put: [
      { table: "desk", row: going },
      ...over.map((row): Row => ({ table: "notice", row })),
      ...back.flatMap(({ put }) => put),
    ],
    show: [
      ...over.map(({ id }) => noticeTo(desk.executiveId, id)),
      ...back.flatMap(({ show }) => show),
      ...(await newsOfLine(null, store)),
      ...(await scheduledCards(desk, store)).filter(({ subject }) => !overdue.some((id) => id === subject)),
    ],
    record: [
      { kind: "resumed", at, who, about: { why: "paused", overdue: overdue.length } },
      ...back.flatMap(({ record }) => record),
    ],
  };
}

/** What stands before her because its time passed while everything stood still. */
async function missedInIt(at: Instant, store: Store): Promise<SuggestionId[]> {
  const since = (await store.stopsSince(at)).find(({ to }) => to === null)?.from ?? at;
  const missed = (await store.suggestionsIn("shown")).filter(({ setback }) => setback?.kind === "missed");
  const posts = await Promise.all(missed.map(({ id }) => store.latestPost(id)));
  return posts.flatMap((whole) =>
    whole && (whole.post.settledAt ?? 0) >= since ? [whole.post.suggestionId] : [],
  );
}

type Needs = { readonly store: Store; readonly now: Now; readonly log: Log };

/** A pause whose time is over ends by itself, once. */
export async function endPause({ store, now, log }: Needs): Promise<void> {
  const settled = await commitDecision(store, async () => {
    const at = now();
    const desk = await needDesk(store);
    if (!desk.paused || desk.pausedUntil === null || at < desk.pausedUntil)
      return { answer: false, change: null };
    const ended = await goOn(desk, null, at, store);
    return { answer: true, change: { at, expect: [], ...ended } };
  });
  if (settled.kind === "settled" && settled.answer) log("resumed");
}
