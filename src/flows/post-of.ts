import type { Approval } from "../core/approval.js";
import type { PartId, PostId } from "../core/ids.js";
import type { Part, Post } from "../core/post.js";
import type { NewId } from "./ports.js";

/** The post that exists only through this approval, due at the time approved, and its one part. */
export function postOf(approval: Approval, newId: NewId): { readonly post: Post; readonly part: Part } {
  const post: Post = {
    id: newId<PostId>(),
    version: 0,
    deskId: approval.deskId,
    suggestionId: approval.suggestionId,
    approvalId: approval.id,
    state: "scheduled",
    postAt: approval.postAt,
    dueAt: approval.postAt,
    looks: 0,
    settledAt: null,
  };
  const part: Part = {
    id: newId<PartId>(),
    version: 0,
    postId: post.id,
    position: 0,
    text: approval.text,
    state: "pending",
    attemptedAt: null,
    xPostId: null,
    publishedAt: null,
    refusal: null,
    detail: null,
    otherText: null,
    takingDownAt: null,
    takenDownAt: null,
  };
  return { post, part };
}
