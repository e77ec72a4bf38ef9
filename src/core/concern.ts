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

/** What she is asked to read at once: the first raised first. */
const mostToRead = 3;

/** The concerns that she reads next: those she has not seen, in the order they were raised. */
export function toRead(concerns: readonly Concern[]): readonly Concern[] {
  return concerns.filter(({ seenAt }) => seenAt === null).slice(0, mostToRead);
}

/** What a card or a form repeats of them: what she reads next, and before it what she has read last. */
export function toShow(concerns: readonly Concern[]): readonly Concern[] {
  return [...concerns.filter(({ seenAt }) => seenAt !== null), ...toRead(concerns)].slice(-mostToRead);
}

/** What «I have read it» carries: which concerns stood beside it. */
export function writeConcernKey(concerns: readonly Pick<Concern, "id">[]): string {
  return concerns.map(({ id }) => id).join(".");
}

/** Null for anything this product did not write. */
export function readConcernKey(value: unknown): readonly ConcernId[] | null {
  const ids = String(value ?? "").split(".");
  const ours = ids.length <= mostToRead && ids.every((id) => /^[a-z0-9]{20}$/.test(id));
  return ours ? (ids as ConcernId[]) : null;
}
