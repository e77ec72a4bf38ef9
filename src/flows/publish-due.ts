import { type Approval, type SealKey, unseal } from "../core/approval.js";
import type { Desk } from "../core/desk.js";
import type { PostId } from "../core/ids.js";
import { latestMs, type Part, type Post } from "../core/post.js";
import { revisionDigest } from "../core/revision.js";
import { movePart, movePost } from "../core/transitions.js";
import { heldBy } from "../core/trouble.js";
import { commitDecision, type Decision } from "./commit-decision.js";
import { firstAttempt } from "./earlier-attempts.js";
import { findOnTimeline } from "./find-on-timeline.js";
import { giveCardBack } from "./give-card-back.js";
import { cardOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type {
  AnswersHeard,
  CreateAnswer,
  Log,
  LookAtTimeline,
  Now,
  PostWhole,
  Publish,
  ShowNow,
  Store,
  Troubles,
} from "./ports.js";
import { recordOutcome } from "./record-outcome.js";

type Needs = {
  readonly store: Store;
  readonly ring: readonly SealKey[];
  readonly publish: Publish;
  readonly look: LookAtTimeline;
  readonly troubles: Troubles;
  readonly answers: AnswersHeard;
  readonly showNow: ShowNow;
  readonly now: Now;
  readonly log: Log;
};

/**
 * The one way to X, for a press just made and for a time that has come. Each due post: checked once more, committed
 * as `publishing`, witnessed by her card, then sent with one call. Run one at a time.
 */
export async function publishDue(needs: Needs): Promise<void> {
  for (const { post } of await needs.store.postsDue("scheduled", needs.now()))
    await publishOne(post.id, needs);
}

type Begun =
  | { readonly kind: "begun"; readonly approval: Approval; readonly part: Part; readonly post: Post }
  | { readonly kind: "not_begun" };

async function publishOne(id: PostId, needs: Needs): Promise<void> {
  const begun = await commitDecision<Begun>(needs.store, () => begin(id, needs));
  if (begun.kind === "taken" || begun.answer.kind === "not_begun") return;
  needs.log("posting", { post: begun.answer.post.id });
  const answer = await send(begun.answer, needs);
  const { id: postId } = begun.answer.post;
  // Heard once: where it cannot be written down now, it is remembered until it can (recover-interrupted.ts).
  needs.answers.set(postId, answer);
  await recordOutcome(postId, answer, needs);
  needs.answers.delete(postId);
}

/** The witness first, then the one call; before words that may stand there already, one look. */
async function send(
  { approval, part, post }: Extract<Begun, { kind: "begun" }>,
  needs: Needs,
): Promise<CreateAnswer> {
  const notSent = (detail: string): CreateAnswer => ({ kind: "not_sent", detail });
  if (!(await needs.showNow("card", post.suggestionId))) return notSent("her card could not say «Posting…»");
  const whole = await needs.store.post(post.id);
  const before = whole && (await firstAttempt(whole, needs.store));
  if (before !== null) {
    const sought = { text: part.text, account: approval.accountId, from: before };
    const found = await findOnTimeline(sought, needs);
    if (found.kind === "match") {
      return { kind: "published", xPostId: found.post.id, storedText: part.text };
    }
    if (found.kind === "unreadable") return notSent("her timeline could not be read");
  }
  // Slack and X may have taken their time: rule 4, and what keeps a post back, are about the call itself.
  if (needs.now() > post.postAt + latestMs) return notSent("too late");
  const desk = await needDesk(needs.store);
  if (desk.paused || desk.frozen !== null) return notSent("paused");
  if ((await needs.store.suggestion(post.suggestionId))?.concernAt !== null) return notSent("a concern");
  const held = heldBy(approval, needs.troubles());
  return held ? notSent(held) : needs.publish(approval, part);
}

/** Everything that must hold at the very moment of sending, read again and guarded by the commit. */
async function begin(id: PostId, needs: Needs): Promise<Decision<Begun>> {
  const { store, ring, now, log } = needs;
  const nothing: Decision<Begun> = { answer: { kind: "not_begun" }, change: null };
  const at = now();
  const desk = await needDesk(store);
  const whole = await store.post(id);
  if (whole?.post.state !== "scheduled") return nothing;
  const held = heldBy(whole.approval.agreed, needs.troubles());
  // Of an older copy of the database even «missed» could be untrue: it may stand on X since.
  if (held === "witness_unread") return nothing;
  if (at > whole.post.postAt + latestMs) {
    log("post_missed", { post: id });
    return { ...nothing, change: await giveCardBack(whole, "missed", { kind: "missed" }, desk, at, store) };
  }
  if (desk.paused || desk.frozen !== null || held) return nothing;
  const [part] = whole.parts;
  const approval = await standingApproval(whole, desk, ring, store);
  if (!approval || !part || whole.parts.length !== 1 || part.text !== approval.text) {
    log("seal_broken", { post: id });
    return {
      ...nothing,
      change: await giveCardBack(whole, "cancelled", { kind: "lapsed" }, desk, at, store),
    };
  }
  const suggestion = await store.suggestion(whole.post.suggestionId);
  if (!suggestion) return nothing;
  if (suggestion.concernAt !== null) {
    return {
      ...nothing,
      change: await giveCardBack(whole, "cancelled", { kind: "concern" }, desk, at, store),
    };
  }
  const running = { ...movePost(whole.post, "running"), dueAt: null };
  const publishing: Part = { ...movePart(part, "publishing"), attemptedAt: at };
  return {
    answer: { kind: "begun", approval, part: publishing, post: running },
    change: {
      at,
      expect: [
        { table: "desk", id: desk.id, version: desk.version },
        { table: "suggestion", id: suggestion.id, version: suggestion.version },
      ],
      put: [
        { table: "post", row: running },
        { table: "part", row: publishing },
      ],
      show: [cardOf(suggestion, desk)],
      record: [
        { kind: "attempted", at, who: null, about: { post: id, part: part.id, approval: approval.id } },
      ],
    },
  };
}

/** The approval behind a post, when its seal holds and it is still this executive's, for this account and wording. */
async function standingApproval(
  { post, approval }: PostWhole,
  desk: Desk,
  ring: readonly SealKey[],
  store: Pick<Store, "revision">,
): Promise<Approval | null> {
  const sealed = unseal(approval.agreed, approval, ring);
  if (!sealed || sealed.id !== post.approvalId || sealed.suggestionId !== post.suggestionId) return null;
  if (sealed.approvedBy !== desk.executiveId || sealed.teamId !== desk.teamId) return null;
  if (sealed.accountId !== desk.account?.id || sealed.postAt !== post.postAt) return null;
  const revision = await store.revision(sealed.revisionId);
  if (!revision || revision.text !== sealed.text) return null;
  return revisionDigest(revision) === sealed.revisionDigest ? sealed : null;
}
