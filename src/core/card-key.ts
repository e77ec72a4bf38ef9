import type { Digest, NoticeId, PostId, RevisionId, SuggestionId, XAccountId } from "./ids.js";

/**
 * What a card's button carries: which suggestion, which wording and its digest, and the account the card named, all
 * as they were when it was drawn. Never a text.
 */
export type CardKey = {
  readonly suggestionId: SuggestionId;
  readonly revisionId: RevisionId;
  readonly digest: Digest;
  /** Null: the card said that no account is connected. */
  readonly accountId: XAccountId | null;
};

const noAccount = "none";

export function writeCardKey(key: CardKey): string {
  return `${key.suggestionId}.${key.revisionId}.${key.digest}.${key.accountId ?? noAccount}`;
}

/** Null for anything this product did not write. */
export function readCardKey(value: unknown): CardKey | null {
  const match = /^([a-z0-9]{20})\.([a-z0-9]{20})\.([A-Za-z0-9_-]{43})\.(\d{1,19}|none)$/.exec(
    String(value ?? ""),
  );
  if (!match) return null;
  const [, suggestionId, revisionId, digest, accountId] = match;
  return {
    suggestionId: suggestionId as SuggestionId,
    revisionId: revisionId as RevisionId,
    digest: digest as Digest,
    accountId: accountId === noAccount ? null : (accountId as XAccountId),
  };
}

/** What the buttons of a post in flight carry. */
export const readPostKey = (value: unknown): PostId | null => ownId(value);
/** What «Resume» carries. */
export const readNoticeKey = (value: unknown): NoticeId | null => ownId(value);
export const readSuggestionKey = (value: unknown): SuggestionId | null => ownId(value);

function ownId<T extends string>(value: unknown): T | null {
  return /^[a-z0-9]{20}$/.test(String(value ?? "")) ? (value as T) : null;
}
