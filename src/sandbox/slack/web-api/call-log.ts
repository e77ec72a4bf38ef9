import type { PlainObject } from "../plain-object.js";

/** One call of the Web API, as it came and as it was answered. Tokens are not kept. */
export type Call = {
  method: string;
  args: PlainObject;
  /** False also when a fault ate the answer. */
  ok: boolean;
  error: string | null;
  /** Unix milliseconds by the workspace's clock. */
  at: number;
};

/** Errors that mean the app broke a rule of Slack's, not that it lost a race or met a fault. */
const BREACHES = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_arguments",
  "invalid_metadata_format",
  "invalid_auth",
  "not_authed",
  "not_allowed_token_type",
  "unknown_method",
  "missing_scope",
  "msg_too_long",
  "no_text",
  "view_too_large",
  "push_limit_reached",
  "duplicate_external_id",
  "exchanged_trigger_id",
  "expired_trigger_id",
  "invalid_trigger_id",
  "invalid_form_data",
  "invalid_json",
]);

/** The sentence for a refused call that broke a rule; null when the refusal is part of life. */
export function breach(method: string, answer: PlainObject): string | null {
  const error = String(answer.error);
  if (answer.ok === true || !BREACHES.has(error)) return null;
  const messages = messagesOf(answer);
  // A picture that cannot be fetched is the picture's fault.
  if (messages.length > 0 && messages.every((each) => each.includes("downloading image failed"))) return null;
  const details = [
    answer.needed ? `needs ${String(answer.needed)}, has ${String(answer.provided)}` : "",
    ...messages,
  ].filter(Boolean);
  return `${method} was refused: ${error}${details.length > 0 ? ` (${details.join("; ")})` : ""}.`;
}

function messagesOf(answer: PlainObject): string[] {
  const metadata = answer.response_metadata as { messages?: string[] } | undefined;
  return metadata?.messages ?? [];
}
