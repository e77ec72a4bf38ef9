import type { DeliveryKey, Instant, NoticeId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import type { Notice } from "../core/notice.js";
import { type PauseUntil, pauseEnd } from "../core/pause-until.js";
import { cardLimits } from "../core/settings.js";
import type { CardLimits } from "../core/when-seen.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { newsOfLine, noticeTo } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import { pauseOver, scheduledCards } from "./pause-over.js";
import type { Log, NewId, Now, Row, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";

export type PausePress = {
  readonly presser: Presser;
  readonly until: PauseUntil;
  readonly delivery: DeliveryKey;
};

export type PauseAnswer =
  /** `until` null: until she says so. */
  | { readonly kind: "paused"; readonly until: Instant | null }
  /** It is paused already, with the same end. */
  | { readonly kind: "paused_before"; readonly until: Instant | null }
  | { readonly kind: "not_hers" };

type Needs = {
  readonly store: Store;
  readonly limits: CardLimits;
  readonly now: Now;
  readonly newId: NewId;
  readonly log: Log;
};

/** Stops cards and posts at once, whatever else stands still; a pause with another end replaces the one before. */
export async function pause(press: PausePress, needs: Needs): Promise<Settled<PauseAnswer>> {
  const settled = await commitDecision(needs.store, () => decide(press, needs));
  if (settled.kind === "settled" && settled.answer.kind === "paused") needs.log("paused");
  return settled;
}

async function decide(press: PausePress, needs: Needs): Promise<Decision<PauseAnswer>> {
  const { store, now, newId } = needs;
  const at = now();
  const desk = await needDesk(store);
  const refuse = (answer: PauseAnswer): Decision<PauseAnswer> => ({
    answer,
    change: refusedPress({ ...press, key: { suggestionId: desk.id } }, answer.kind, at),
  });
  if (!mayDecide(desk, press.presser)) return refuse({ kind: "not_hers" });
  const { hours } = cardLimits(desk.settings, needs.limits);
  const until = pauseEnd(press.until, desk, hours, at);
  if (desk.paused && desk.pausedUntil === until) return refuse({ kind: "paused_before", until });
  const replaced = await pauseOver("replaced", [], at, store);
  const cards = (await store.countIn("waiting")) - (await store.snoozed()).length;
  const about = { kind: "paused", until, cards, ended: null, overdue: [] } as const;
  const notice: Notice = { id: newId<NoticeId>(), version: 0, deskId: desk.id, at, about, endedAt: null };
  return {
    answer: { kind: "paused", until },
    change: {
      at,
      expect: [],
      put: [
        { table: "desk", row: { ...desk, paused: true, pausedUntil: until } },
        ...replaced.map((row): Row => ({ table: "notice", row })),
        { table: "notice", row: notice },
      ],
      show: [
        ...[...replaced, notice].map(({ id }) => noticeTo(desk.executiveId, id)),
        ...(await newsOfLine(null, store)),
        ...(await scheduledCards(desk, store)),
      ],
      handled: press.delivery,
      record: [{ kind: "paused", at, who: press.presser.userId, about: { desk: desk.id, until } }],
    },
  };
}
