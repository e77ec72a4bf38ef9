import type { DeskId, Instant, ReminderId } from "./ids.js";

/**
 * What she is told once at a time of its own, in her direct message. `subject` by kind:
 * - `undecided`, a suggestion: a card has stood before her for half of its time. At most one each.
 * - `left_unposted`, `still_unposted`, a revision: words she submitted that wait for one press more; said when she closes the
 *   form, and ten minutes later.
 * - `goes_out_soon`, a post: the reminder she asked for before a scheduled post.
 * - `as_suggested`, a post: the fifth in a row that went out exactly as suggested.
 */
export const reminderKinds = [
  "undecided",
  "left_unposted",
  "still_unposted",
  "goes_out_soon",
  "as_suggested",
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** One of each kind and subject. */
export type Reminder = {
  readonly id: ReminderId;
  readonly version: number;
  readonly deskId: DeskId;
  readonly kind: ReminderKind;
  readonly subject: string;
  readonly dueAt: Instant;
  /** When it was said, or found to be over; null: not yet. */
  readonly doneAt: Instant | null;
};
