import { type Approval, type SealKey, unseal } from "../core/approval.js";
import type { Desk } from "../core/desk.js";
import type { PostId } from "../core/ids.js";
import { latestMs, type Part, type Post } from "../core/post.js";
import { revisionDigest } from "../core/revision.js";
import { movePart, movePost } from "../core/transitions.js";
import { commitDecision, type Decision } from "./commit-decision.js";
import { giveCardBack } from "./give-card-back.js";
import { cardOf } from "./messages-wanted.js";
import { needDesk } from "./need-desk.js";
import type { Log, Now, PostWhole, Publish, ShowNow, Store } from "./ports.js";
import { recordOutcome } from "./record-outcome.js";

type Needs = {
  readonly store: Store;
  readonly ring: readonly SealKey[];
  readonly publish: Publish;
  readonly showNow: ShowNow;
  readonly now: Now;
  readonly log: Log;
};

/**
 * The one way to X, for a press just made and for a time that has come. Each due post: checked once more, committed
 * as `publishing`, witnessed by her card, then sent with one call. Run one at a time.
 */
export async function publishDue(needs: Needs): Promise<void> {
  for (const { post } of await needs.store.postsIn("scheduled")) {
    if (post.dueAt !== null && post.dueAt <= needs.now()) await publishOne(post.id, needs);
  }
}

type Begun =
  | { readonly kind: "begun"; readonly approval: Approval; readonly part: Part; readonly post: Post }
  | { readonly kind: "not_begun" };

async function publishOne(id: PostId, needs: Needs): Promise<void> {
  const begun = await commitDecision<Begun>(needs.store, () => begin(id, needs));
  if (begun.kind === "taken" || begun.answer.kind === "not_begun") return;
  const { approval, part, post } = begun.answer;
  needs.log("posting", { post: post.id });
  const witnessed = await needs.showNow("card", post.suggestionId);
  // Slack may have taken its time: rule 4 is about the call itself.
  const inTime = needs.now() <= post.postAt + latestMs;
  const answer =
    witnessed && inTime
      ? await needs.publish(approval, part)
      : ({ kind: "not_sent", detail: witnessed ? "too late" : "her card could not say «Posting…»" } as const);
  await recordOutcome(post.id, answer, needs);
}

/** Everything that must hold at the very moment of sending, read again and guarded by the commit. */
async function begin(id: PostId, { store, ring, now, log }: Needs): Promise<Decision<Begun>> {
  const nothing: Decision<Begun> = { answer: { kind: "not_begun" }, change: null };
  const at = now();
  const desk = await needDesk(store);
  const whole = await store.post(id);
  if (whole?.post.state !== "scheduled") return nothing;
  if (at > whole.post.postAt + latestMs) {
    log("post_missed", { post: id });
    return { ...nothing, change: await giveCardBack(whole, "missed", { kind: "missed" }, desk, at, store) };
  }
  if (desk.paused || desk.frozen !== null) return nothing;
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
  const running = { ...movePost(whole.post, "running"), dueAt: null };
  const publishing: Part = { ...movePart(part, "publishing"), attemptedAt: at };
  return {
    answer: { kind: "begun", approval, part: publishing, post: running },
    change: {
      at,
      expect: [{ table: "desk", id: desk.id, version: desk.version }],
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
