import type { Acted } from "./hands.js";
import type { Delivered } from "./transport.js";

export const NOTHING_SENT: Acted = { slackError: null, ackMs: 0, fieldErrors: null };

/** What Slack tells the person after their act reached the app, or did not. */
export function actedOn(delivered: Delivered, fieldErrors: Record<string, string> | null = null): Acted {
  const ackMs = Math.round(delivered.ms);
  switch (delivered.kind) {
    case "acked":
      return { slackError: null, ackMs, fieldErrors };
    case "late":
      return { slackError: "operation_timeout", ackMs, fieldErrors };
    case "unreachable":
      return { slackError: "app_not_reachable", ackMs, fieldErrors };
    case "refused":
      return { slackError: "dispatch_failed", ackMs, fieldErrors };
    default:
      return delivered satisfies never;
  }
}

/** Nobody sees whether an event was taken, so no error is shown. */
export function actedUnseen(delivered: Delivered | null): Acted {
  return delivered ? { ...actedOn(delivered), slackError: null } : NOTHING_SENT;
}
