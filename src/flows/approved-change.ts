import { type Agreed, type Approval, type SealKey, seal, waitsForATime } from "../core/approval.js";
import type { Desk, XAccount } from "../core/desk.js";
import type { ApprovalId, Instant, ReminderId } from "../core/ids.js";
import type { Post } from "../core/post.js";
import type { Revision } from "../core/revision.js";
import type { Suggestion } from "../core/suggestion.js";
import { movePost, moveSuggestion } from "../core/transitions.js";
import type { ApprovePress } from "./approving-press.js";
import { cardOf, newsOf } from "./messages-wanted.js";
import type { Change, NewId, Row } from "./ports.js";
import { postOf } from "./post-of.js";

/** What she agrees to with this press, sealed. */
export function agree(
  press: ApprovePress,
  facts: {
    desk: Desk;
    account: XAccount;
    presser: { teamId: Agreed["teamId"]; userId: Agreed["approvedBy"] };
    revision: Revision;
    now: Instant;
  },
  needs: {
    readonly holdMs: number;
    readonly ring: readonly [SealKey, ...SealKey[]];
    readonly newId: NewId;
  },
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

/** What the approval follows: the wording that stood there, and the scheduled post that ends with it. */
type Before = {
  readonly suggestion: Suggestion;
  readonly shown: Revision;
  readonly replaced: Post | null;
};

/** The approval, the post that exists only through it, and all that changes with them. */
export function approvedChange(
  { suggestion, shown, replaced }: Before,
  revision: Revision,
  approval: Approval,
  desk: Desk,
  newId: NewId,
): { readonly post: Post; readonly change: Change } {
  const at = approval.approvedAt;
  const { post, part } = postOf(approval, newId);
  const approved: Suggestion = {
    // In the place of a scheduled post it stays approved.
    ...(replaced ? suggestion : moveSuggestion(suggestion, "approved")),
    revisionId: revision.id,
    decidedAt: at,
    setback: null,
  };
  const ended: Row[] = replaced
    ? [{ table: "post", row: { ...movePost(replaced, "cancelled"), dueAt: null, settledAt: at } }]
    : [];
  const own: Row[] = revision === shown ? [] : [{ table: "revision", row: revision }];
  const who = approval.approvedBy;
  const change: Change = {
    at,
    expect: [{ table: "desk", id: desk.id, version: desk.version }],
    put: [
      ...ended,
      ...own,
      { table: "suggestion", row: approved },
      { table: "approval", row: approval },
      { table: "post", row: post },
      { table: "part", row: part },
      ...reminderBefore(post, approval, desk, newId),
      { table: "unfinished", row: { subject: suggestion.id, deskId: desk.id, text: "", at } },
    ],
    show: [cardOf(approved, desk), ...newsOf(approved, desk)],
    record: [
      ...(replaced
        ? [{ kind: "cancelled", at, who, about: { suggestion: suggestion.id, post: replaced.id } } as const]
        : []),
      {
        kind: "approved",
        at,
        who,
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
  return { post, change };
}

/** The reminder she asked for, of a post that waits for a time that is far enough away. */
function reminderBefore(post: Post, approval: Approval, { id, settings }: Desk, newId: NewId): Row[] {
  if (settings.remindMinutes === null || !waitsForATime(approval)) return [];
  const dueAt = post.postAt - settings.remindMinutes * 60_000;
  if (dueAt <= approval.approvedAt) return [];
  const reminder = {
    version: 0,
    deskId: id,
    kind: "goes_out_soon",
    subject: post.id,
    dueAt,
    doneAt: null,
  } as const;
  return [{ table: "reminder", row: { id: newId<ReminderId>(), ...reminder } }];
}
