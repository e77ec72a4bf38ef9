import type { DeskId, Digest, Instant, MessageId, SlackChannelId, SlackTs, SlackUserId } from "./ids.js";

/**
 * What a Slack message is for; one message per kind and subject.
 * - `card`: the executive's DM, one per suggestion. Below it in its thread, one per post: `card_line` (posted),
 *   `card_asking` (did it appear?), `card_down` (taken down).
 * - `suggester`: the suggester's DM, one per suggestion.
 * - `team`: the team channel, one per suggestion. Below it, one per post: `team_line`, `team_asking`, `team_down`.
 * - `concern`: the executive's DM, one per concern.
 * - `summary`: the team channel, one per week. `her_summary`: the executive's DM, one per week in which something expired.
 * - `corporate`: the company's channel, one per suggestion handed over.
 * - `reminder`: the executive's DM, one per reminder.
 * - `notice`: a person's DM, one per notice.
 */
export const messageKinds = [
  "card",
  "card_line",
  "card_asking",
  "card_down",
  "suggester",
  "team",
  "team_line",
  "team_asking",
  "team_down",
  "concern",
  "summary",
  "her_summary",
  "corporate",
  "reminder",
  "notice",
] as const;
export type MessageKind = (typeof messageKinds)[number];

export type Recipient =
  | { readonly kind: "person"; readonly userId: SlackUserId }
  | { readonly kind: "channel"; readonly channelId: SlackChannelId };

/** One Slack message: the version wanted and the version shown. Rendered when sent, so the newest state is what goes. */
export type Message = {
  readonly id: MessageId;
  readonly version: number;
  readonly deskId: DeskId;
  readonly kind: MessageKind;
  /** The id of a suggestion, a post, a concern, a reminder or a notice, or a week («2026-W48»), by kind. */
  readonly subject: string;
  readonly to: Recipient;
  /** Where it stands in Slack; null until it does. */
  readonly channel: SlackChannelId | null;
  readonly ts: SlackTs | null;
  readonly wanted: number;
  readonly shown: number;
  /** Failed sends of the version now wanted. */
  readonly attempts: number;
  /** Not sent again before this. */
  readonly dueAt: Instant;
  /** A first send began then and its answer was never recorded: it is looked for before it is sent again. */
  readonly sendingSince: Instant | null;
  /** What was shown last, as a digest of the rendered content: an update that changes nothing is not sent. */
  readonly shownDigest: string | null;
  /** The wording and the buttons as Slack gave them back when they were shown last: what a press must bring along. */
  readonly returnedDigest: Digest | null;
};

/** A message that must be brought up to date. Made when it does not exist yet. */
export type MessageWanted = Pick<Message, "kind" | "subject" | "to">;
