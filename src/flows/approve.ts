import { type Agreed, type Approval, type ApprovingAct, type SealKey, seal } from "../core/approval.js";
import type { CardKey } from "../core/card-key.js";
import type { Desk, XAccount } from "../core/desk.js";
import type { ApprovalId, DeliveryKey, Digest, Instant, RevisionId, SlackUserId } from "../core/ids.js";
import { mayDecide, type Presser } from "../core/may-decide.js";
import type { Message } from "../core/message.js";
import type { Post } from "../core/post.js";
import { type Revision, textRevision } from "../core/revision.js";
import type { Suggestion } from "../core/suggestion.js";
import { type TextProblem, textProblem } from "../core/text-problem.js";
import { moveSuggestion } from "../core/transitions.js";
import { type CardPlace, followedOnCard, pressedCard } from "./card-place.js";
import { commitDecision, type Decision, type Settled } from "./commit-decision.js";
import { cardOf, newsOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Change, Log, NewId, Now, Row, Store } from "./ports.js";
import { postOf } from "./post-of.js";
import { refusedPress } from "./refused-press.js";

/** One approving act of the executive, as Slack delivered it. */
export type ApprovePress = {
  readonly act: ApprovingAct;
  readonly presser: Presser;
  readonly card: CardPlace;
  readonly key: CardKey;
  /** Where the words stood that she pressed on, and as what they came back from Slack. */
  readonly seen: Seen;
  /** Her own wording, exactly as she confirmed it; null approves the wording on the card. */
  readonly ownText: string | null;
  /** Null: now, plus the hold. */
  readonly postAt: Instant | null;
  readonly delivery: DeliveryKey;
};

/**
 * `card`: the digest of its wording and buttons as the press brought them along (null: it brought none). `form`: the
 * words that stood in it when it was handed in (null: it holds none), and the form itself, accepted once (null: it has
 * no id, and is none of Slack's).
 */
export type Seen =
  | { readonly kind: "card"; readonly digest: Digest | null }
  | { readonly kind: "form"; readonly words: string | null; readonly once: DeliveryKey | null };

export type ApproveAnswer =
  | { readonly kind: "approved"; readonly post: Post }
  | { readonly kind: "not_hers" }
  /** Decided already, or given up: the present state is the answer. */
  | { readonly kind: "settled_before" }
  /** The card she pressed on is not the card of this wording any more: it is drawn anew. */
  | { readonly kind: "stale_card" }
  /** The right card or form, but not with what it showed when it was drawn: she reads the exact words first. */
  | { readonly kind: "altered_card"; readonly revision: Revision; readonly suggestion: Suggestion }
  /** A colleague raised a concern that she has not seen: she reads it first. */
  | { readonly kind: "concern"; readonly revision: Revision; readonly suggestion: Suggestion }
  | { readonly kind: "text"; readonly problem: TextProblem }
  | { readonly kind: "time"; readonly problem: "past" | "too_far" }
  | { readonly kind: "no_account" }
  | { readonly kind: "stopped"; readonly frozen: boolean };

type Needs = {
  readonly store: Store;
  readonly ring: readonly [SealKey, ...SealKey[]];
  readonly holdMs: number;
  readonly now: Now;
  readonly newId: NewId;
  readonly log: Log;
};

/** Slack's own limit for anything scheduled. */
const farthestMs = 120 * 86_400_000;

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
  if (suggestion?.state !== "shown") return refuse({ kind: "settled_before" });
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
  if (time) return { answer: { kind: "time", problem: time }, change: null };
  const revision = press.ownText === null ? shown : ownRevision(press.ownText, shown, presser.userId, needs);
  const approval = agree(press, { desk, account: desk.account, presser, revision, now }, needs);
  const { seen, delivery } = press;
  const handled = seen.kind === "form" && seen.once !== null ? [delivery, seen.once] : delivery;
  const approved = approvedChange(suggestion, shown, revision, approval, desk, needs);
  return { ...approved, change: approved.change && { ...approved.change, handled } };
}

/**
 * Whether the card came back with the press as Slack had answered it shows it (trust.md T19), and a form with the very
 * words that its press approves; what she typed into one is what it approves.
 */
function asDrawn({ seen, ownText }: ApprovePress, shown: Revision, card: Message | null): boolean {
  if (seen.kind === "form") return seen.once !== null && (ownText !== null || seen.words === shown.text);
  return card?.returnedDigest != null && card.returnedDigest === seen.digest;
}

function timeProblem(postAt: Instant | null, now: Instant): "past" | "too_far" | null {
  if (postAt === null) return null;
  if (postAt <= now) return "past";
  return postAt > now + farthestMs ? "too_far" : null;
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

function agree(
  press: ApprovePress,
  facts: {
    desk: Desk;
    account: XAccount;
    presser: { teamId: Agreed["teamId"]; userId: Agreed["approvedBy"] };
    revision: Revision;
    now: Instant;
  },
  needs: Needs,
): Approval {
  const { desk, account, presser, revision, now } = facts;
  return seal(
    {
      id: needs.newId<ApprovalId>(),
      deskId: desk.id,
      suggestionId: revision.suggestionId,
      revisionId: revision.id,
      revisionDigest: revision.digest,
      text: revision.text,
      media: revision.media,
      accountId: account.id,
      postAt: press.postAt ?? now + needs.holdMs,
      act: press.act,
      teamId: presser.teamId,
      approvedBy: presser.userId,
      approvedAt: now,
      cardChannel: press.card.channel,
      cardTs: press.card.ts,
      delivery: press.delivery,
    },
    needs.ring,
  );
}

function approvedChange(
  suggestion: Suggestion,
  shown: Revision,
  revision: Revision,
  approval: Approval,
  desk: Desk,
  needs: Needs,
): Decision<ApproveAnswer> {
  const at = approval.approvedAt;
  const { post, part } = postOf(approval, needs.newId);
  const approved: Suggestion = {
    ...moveSuggestion(suggestion, "approved"),
    revisionId: revision.id,
    decidedAt: at,
    setback: null,
  };
  const own: Row[] = revision === shown ? [] : [{ table: "revision", row: revision }];
  const change: Change = {
    at,
    expect: [{ table: "desk", id: desk.id, version: desk.version }],
    put: [
      ...own,
      { table: "suggestion", row: approved },
      { table: "approval", row: approval },
      { table: "post", row: post },
      { table: "part", row: part },
    ],
    show: [cardOf(approved, desk), ...newsOf(approved, desk)],
    record: [
      {
        kind: "approved",
        at,
        who: approval.approvedBy,
        about: {
          suggestion: suggestion.id,
          approval: approval.id,
          digest: approval.revisionDigest,
          post: post.id,
          postAt: approval.postAt,
          act: approval.act,
        },
      },
    ],
  };
  return { answer: { kind: "approved", post }, change };
}
