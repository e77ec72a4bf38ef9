import type { SealKey } from "../core/approval.js";
import type { PostId, RevisionId, SlackUserId } from "../core/ids.js";
import { mayDecide } from "../core/may-decide.js";
import type { Message } from "../core/message.js";
import type { Post } from "../core/post.js";
import { type Revision, textRevision } from "../core/revision.js";
import { textProblem } from "../core/text-problem.js";
import { timeProblem } from "../core/time-problem.js";
import { agree, approvedChange } from "./approved-change.js";
import type { ApproveAnswer, ApprovePress } from "./approving-press.js";
import { followedOnCard, pressedCard } from "./card-place.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, NewId, Now, Row, Store } from "./ports.js";
import { refusedPress } from "./refused-press.js";
import { remindersSaid } from "./reminder-facts.js";

export type { ApproveAnswer, ApprovePress, Seen } from "./approving-press.js";

type Needs = {
  readonly store: Store;
  readonly ring: readonly [SealKey, ...SealKey[]];
  readonly holdMs: number;
  readonly now: Now;
  readonly newId: NewId;
  readonly log: Log;
};

/** Her press on exactly one wording becomes a sealed approval and the post that exists only through it. */
export async function approve(press: ApprovePress, needs: Needs): Promise<Settled<ApproveAnswer>> {
  const settled = await commitDecision(needs.store, () => decide(press, needs));
  if (settled.kind === "settled" && settled.answer.kind === "approved") {
    needs.log("approved", {
      suggestion: press.key.suggestionId,
      post: settled.answer.post.id,
      act: press.act,
    });
  }
  return settled;
}

async function decide(press: ApprovePress, needs: Needs): Promise<Decision<ApproveAnswer>> {
  const now = needs.now();
  const desk = await needDesk(needs.store);
  const { presser } = press;
  if (!mayDecide(desk, presser)) {
    return { answer: { kind: "not_hers" }, change: refusedPress(press, "not_hers", now) };
  }
  const refuse = (answer: ApproveAnswer): Decision<ApproveAnswer> => ({
    answer,
    change: refusedPress(press, answer.kind, now),
  });
  const suggestion = await needs.store.suggestion(press.key.suggestionId);
  const replaced = press.instead ? await stillScheduled(press.instead, needs.store) : null;
  const open = press.instead ? replaced?.suggestionId === suggestion?.id : suggestion?.state === "shown";
  if (!suggestion || !open) return refuse({ kind: "settled_before" });
  // What she wrote herself is exact whatever stood on the card meanwhile: it becomes the newest wording.
  const shown =
    press.ownText === null
      ? await pressedCard(press, suggestion, needs.store)
      : await followedOnCard(press, suggestion, needs.store);
  const redraw = (): Decision<ApproveAnswer> => ({
    answer: { kind: "stale_card" },
    change: { ...refusedPress(press, "stale_card", now), show: [cardOf(suggestion, desk)] },
  });
  if (!shown) return redraw();
  const frozen = desk.frozen !== null;
  if (desk.paused || frozen) return refuse({ kind: "stopped", frozen });
  if (!desk.account) return refuse({ kind: "no_account" });
  if (press.key.accountId !== desk.account.id) return redraw();
  const card = await needs.store.message("card", suggestion.id);
  const drawn = asDrawn(press, shown, card);
  // First: a concern draws her card anew, and what she pressed on may be the card as it was before.
  const why = suggestion.concernAt !== null ? "concern" : drawn ? null : "altered_card";
  if (why !== null) {
    // What Slack shows is not what was shown there last: it is drawn again even where nothing new is to be drawn.
    const put: Row[] = card && !drawn ? [{ table: "message", row: { ...card, shownDigest: null } }] : [];
    const change = { ...refusedPress(press, why, now), put, show: [cardOf(suggestion, desk)] };
    return { answer: { kind: why, revision: shown, suggestion }, change };
  }
  const kept = press.ownText === null && suggestion.keptRevisionId === shown.id;
  const problem = textProblem(press.ownText ?? shown.text, kept);
  if (problem) return { answer: { kind: "text", problem }, change: null };
  const time = timeProblem(press.postAt, now);
  if (time) {
    const answer = { kind: "time", problem: time } as const;
    // The time stood on a button of the card, which offers another one now.
    const offered = { ...refusedPress(press, `time_${time}`, now), show: [cardOf(suggestion, desk)] };
    return { answer, change: press.act === "schedule_next" ? offered : null };
  }
  const revision = press.ownText === null ? shown : ownRevision(press.ownText, shown, presser.userId, needs);
  const approval = agree(press, { desk, account: desk.account, presser, revision, now }, needs);
  const { seen, delivery } = press;
  const handled = seen.kind === "form" && seen.once !== null ? [delivery, seen.once] : delivery;
  const before = { suggestion, shown, replaced };
  const { post, change } = approvedChange(before, revision, approval, desk, needs.newId);
  const show = [...change.show, ...(await remindersSaid(suggestion, desk, needs.store))];
  return { answer: { kind: "approved", post }, change: { ...change, show, handled } };
}

/** The post that a new approval may take the place of; null once it has begun or ended. */
async function stillScheduled(id: PostId, store: Pick<Store, "post">): Promise<Post | null> {
  const post = (await store.post(id))?.post;
  return post?.state === "scheduled" ? post : null;
}

/**
 * Whether the card came back with the press as Slack had answered it shows it (trust.md T19), and a form with the very
 * words that its press approves; what she typed into one is what it approves.
 */
function asDrawn({ seen, ownText }: ApprovePress, shown: Revision, card: Message | null): boolean {
  if (seen.kind === "form") return seen.once !== null && (ownText !== null || seen.words === shown.text);
  return card?.returnedDigest != null && card.returnedDigest === seen.digest;
}

function ownRevision(text: string, shown: Revision, author: SlackUserId, needs: Needs): Revision {
  return textRevision({
    id: needs.newId<RevisionId>(),
    deskId: shown.deskId,
    suggestionId: shown.suggestionId,
    number: shown.number + 1,
    text,
    source: "executive",
    author,
    createdAt: needs.now(),
  });
}
