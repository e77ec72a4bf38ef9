import type { Acted } from "../slack/hands.js";

/** What Slack says to a person when the app did not answer in its 3 seconds, or could not be reached. Null: all went well. */
export function slackTrouble(what: string, error: Acted["slackError"]): string | null {
  if (error === null) return null;
  if (what.startsWith("/")) {
    return error === "operation_timeout"
      ? `${what} failed because the app did not respond within 3 seconds (${error}).`
      : `${what} failed with the error “${error}”.`;
  }
  return error === "operation_timeout"
    ? "⚠ The app did not respond within 3 seconds, so Slack does not know whether this worked."
    : "⚠ The app could not be reached. Try again in a moment.";
}
