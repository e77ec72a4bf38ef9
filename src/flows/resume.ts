import type { DeliveryKey, NoticeId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { goOn } from "./go-on.js";
import { newsOfLine, noticeTo } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, Now, Row, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";

export type ResumePress = {
  readonly presser: Presser;
  /** The notice whose button was pressed. */
  readonly notice: NoticeId;
  readonly delivery: DeliveryKey;
};

/** Why it stands still besides. */
export type StillStopped = "frozen" | "paused" | null;

export type ResumeAnswer =
  | { readonly kind: "resumed"; readonly still: StillStopped }
  /** Nothing had stopped. */
  | { readonly kind: "going_on" }
  /** The button of an earlier standstill: the newest notice says what is so now. */
  | { readonly kind: "old_notice" }
  | { readonly kind: "not_hers" };

type Needs = { readonly store: Store; readonly now: Now; readonly log: Log };

/**
 * After a pause everything goes on. After a standstill her presses post again; what had been scheduled before it needs
 * a new press. Each is ended by the button of its own notice, and where both stand, the other stays.
 */
export async function resume(press: ResumePress, needs: Needs): Promise<Settled<ResumeAnswer>> {
  const settled = await commitDecision(needs.store, () => decide(press, needs));
  if (settled.kind === "settled" && settled.answer.kind === "resumed") needs.log("resumed");
  return settled;
}

async function decide(press: ResumePress, { store, now }: Needs): Promise<Decision<ResumeAnswer>> {
  const at = now();
  const desk = await needDesk(store);
  const refuse = (answer: ResumeAnswer): Decision<ResumeAnswer> => ({
    answer,
    change: refusedPress({ ...press, key: { suggestionId: desk.id } }, answer.kind, at),
  });
  if (!mayDecide(desk, press.presser)) return refuse({ kind: "not_hers" });
  if (desk.frozen === null && !desk.paused) return refuse({ kind: "going_on" });
  const open = await store.noticesOpen();
  const pressed = open.find(({ id }) => id === press.notice);
  if (pressed?.about.kind === "paused" && desk.paused) {
    const ended = await goOn(desk, press.presser.userId, at, store);
    return {
      answer: { kind: "resumed", still: desk.frozen === null ? null : "frozen" },
      change: { at, expect: [], handled: press.delivery, ...ended },
    };
  }
  const over = open.filter(({ about }) => about.kind === desk.frozen);
  if (!over.some(({ id }) => id === press.notice)) return refuse({ kind: "old_notice" });
  return {
    answer: { kind: "resumed", still: desk.paused ? "paused" : null },
    change: {
      at,
      expect: [],
      put: [
        { table: "desk", row: { ...desk, frozen: null } },
        ...over.map((notice): Row => ({ table: "notice", row: { ...notice, endedAt: at } })),
      ],
      show: [...over.map(({ id }) => noticeTo(desk.executiveId, id)), ...(await newsOfLine(null, store))],
      handled: press.delivery,
      record: [{ kind: "resumed", at, who: press.presser.userId, about: { why: desk.frozen } }],
    },
  };
}
