import type { DeskId, Instant, SuggestionId } from "./ids.js";

/** What she was writing when she closed a form: of a suggestion, or words of her own. Empty: nothing waits. */
export type Unfinished = {
  readonly subject: SuggestionId | typeof ownWords;
  readonly deskId: DeskId;
  readonly text: string;
  readonly at: Instant;
};

export const ownWords = "own_words";
