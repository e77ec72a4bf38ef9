import type { ConcernId, DeskId, Instant, SlackUserId, SuggestionId } from "./ids.js";

/** A team member's reason to look again before, or after, something stands under her name. It never publishes and never deletes. */
export type Concern = {
  readonly id: ConcernId;
  readonly version: number;
  readonly deskId: DeskId;
  readonly suggestionId: SuggestionId;
  readonly userId: SlackUserId;
  readonly reason: string;
  readonly at: Instant;
  /** When she said that she has read it. */
  readonly seenAt: Instant | null;
  readonly withdrawnAt: Instant | null;
};

/** Characters (UTF-16 units). */
export const longestConcern = 1000;
