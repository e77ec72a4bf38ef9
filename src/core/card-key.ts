import type { Digest, Instant, NoticeId, PostId, RevisionId, SuggestionId, XAccountId } from "./ids.js";

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

/** What a button that names a time carries: the card as it was drawn, and exactly that time. */
export type TimedKey = { readonly key: CardKey; readonly at: Instant };

export function writeTimedKey({ key, at }: TimedKey): string {
  return `${writeCardKey(key)}.${at.toString(36)}`;
}

/** Null for anything this product did not write. */
export function readTimedKey(value: unknown): TimedKey | null {
  const [, card, time] = /^(.+)\.([0-9a-z]{1,9})$/.exec(String(value ?? "")) ?? [];
  const key = readCardKey(card);
  return key && time ? { key, at: Number.parseInt(time, 36) } : null;
}

/** What the buttons carry that put another approval in the place of a scheduled post. */
export type PostedKey = { readonly key: CardKey; readonly postId: PostId };

export function writePostedKey({ key, postId }: PostedKey): string {
  return `${writeCardKey(key)} ${postId}`;
}

/** Null for anything this product did not write. */
export function readPostedKey(value: unknown): PostedKey | null {
  const [card, post, ...rest] = String(value ?? "").split(" ");
  const [key, postId] = [readCardKey(card), readPostKey(post)];
  return key && postId && rest.length === 0 ? { key, postId } : null;
}

/** What the buttons of a post in flight carry. */
export const readPostKey = (value: unknown): PostId | null => ownId(value);
/** What «Resume» carries. */
export const readNoticeKey = (value: unknown): NoticeId | null => ownId(value);
export const readSuggestionKey = (value: unknown): SuggestionId | null => ownId(value);

function ownId<T extends string>(value: unknown): T | null {
  return /^[a-z0-9]{20}$/.test(String(value ?? "")) ? (value as T) : null;
}
