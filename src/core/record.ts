import type { Instant, SlackUserId } from "./ids.js";

/** The end of the record: whoever remembers it elsewhere can tell when the end was cut off. */
export type RecordHead = { readonly seq: number; readonly hash: string };

export const auditKinds = [
  "desk_changed",
  "suggested",
  "rejected",
  "revised",
  "press_refused",
  "approved",
  "cancelled",
  "declined",
  "taken_back",
  "snoozed",
  "handed_over",
  "attempted",
  "outcome",
  "frozen",
  "paused",
  "resumed",
  "taking_down",
  "taken_down",
  "seconded",
  "merged",
  "concern_raised",
  "concern_seen",
  "concern_withdrawn",
  "kept_characters",
  "withdrawn",
  "expired",
  "wanted_again",
] as const;

/**
 * One line of the append-only record. The writer replaces `who` by a pseudonym and adds the previous line's hash.
 * `about` holds our ids, states and digests: never a text, a name or a link.
 */
export type AuditEntry = {
  readonly kind: (typeof auditKinds)[number];
  readonly at: Instant;
  readonly who: SlackUserId | null;
  readonly about: Readonly<Record<string, string | number | null>>;
};
