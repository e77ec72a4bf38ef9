import type { ApprovalId, DeskId, Instant, PartId, PostId, SuggestionId, XPostId } from "./ids.js";
import type { PostRefusal } from "./suggestion.js";

export const postStates = [
  "scheduled",
  "running",
  "asking",
  "partial",
  "done",
  "cancelled",
  "missed",
  "refused",
  "absent",
] as const;
export type PostState = (typeof postStates)[number];

/** A post in one of these may still reach X, or may already stand there: at most one per suggestion. */
export const livePostStates = [
  "scheduled",
  "running",
  "asking",
  "partial",
  "done",
] as const satisfies PostState[];

/** Exists only through one approval. Posting now is `scheduled` for now plus the hold. */
export type Post = {
  readonly id: PostId;
  readonly version: number;
  readonly deskId: DeskId;
  readonly suggestionId: SuggestionId;
  readonly approvalId: ApprovalId;
  readonly state: PostState;
  /** When she wants it out: lateness is counted from here (rule 4). */
  readonly postAt: Instant;
  /** When it is next looked at: later than postAt after «surely not sent» or a 429; the next look-up while asking. */
  readonly dueAt: Instant | null;
  /** Looks at the timeline so far, while the outcome is unknown. */
  readonly looks: number;
  readonly settledAt: Instant | null;
};

export const partStates = [
  "pending",
  "publishing",
  "published",
  "refused",
  "unknown",
  "absent",
  "taking_down",
  "taken_down",
] as const;
export type PartState = (typeof partStates)[number];

/** One create at X. A single post has one; a thread has several. */
export type Part = {
  readonly id: PartId;
  readonly version: number;
  readonly postId: PostId;
  /** 0, 1, 2 … in the order they are sent. */
  readonly position: number;
  readonly text: string;
  readonly state: PartState;
  readonly attemptedAt: Instant | null;
  readonly xPostId: XPostId | null;
  readonly publishedAt: Instant | null;
  readonly refusal: PostRefusal | null;
  /** X's own words for a refusal, cut to 300 characters. */
  readonly detail: string | null;
  /** What X says it stored, where that is not what was sent; null while nothing is wrong. */
  readonly otherText: string | null;
  /** When she pressed `undo`; null: never. */
  readonly takingDownAt: Instant | null;
  readonly takenDownAt: Instant | null;
};

/** Rule 4: a post later than this is missed, not sent. */
export const latestMs = 10 * 60_000;
