import type { DeskId, Instant, SlackUserId, SuggestionId } from "./ids.js";

/** A colleague's voice for a suggestion: one per person, never the suggester's own. */
export type Second = {
  /** Of the suggestion and the person: see `secondId`. */
  readonly id: string;
  readonly version: number;
  readonly deskId: DeskId;
  readonly suggestionId: SuggestionId;
  readonly userId: SlackUserId;
  /** Why it matters, in their words; empty when they only pressed. */
  readonly note: string;
  readonly at: Instant;
  /** Taken back by pressing again. */
  readonly undoneAt: Instant | null;
};

export function secondId(suggestionId: SuggestionId, userId: SlackUserId): string {
  return `${suggestionId} ${userId}`;
}
