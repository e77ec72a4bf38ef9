import { isRecord } from "./is-record.js";

/** Why a delivery says nothing to this bot. */
export type OddDelivery = "rate_limited" | "unreadable";

/** Interactions that name neither a command nor actions. */
const otherInteractions: readonly unknown[] = [
  "shortcut",
  "message_action",
  "view_submission",
  "view_closed",
  "block_suggestion",
];

/**
 * Null for a body of one of the shapes in which people and events reach the bot. Slack also sends bodies of no such
 * shape (`app_rate_limited` has no inner event), on which Bolt throws or never answers.
 */
export function oddDelivery(body: unknown): OddDelivery | null {
  if (!isRecord(body)) return "unreadable";
  if (body.type === "app_rate_limited") return "rate_limited";
  const { event } = body;
  if (event !== undefined) return isRecord(event) && typeof event.type === "string" ? null : "unreadable";
  if (typeof body.command === "string" || otherInteractions.includes(body.type)) return null;
  return Array.isArray(body.actions) && isRecord(body.actions[0]) ? null : "unreadable";
}
