import type { Log } from "../flows/ports.js";

/** Slack shows a press as failed after 3 seconds; the way to Slack needs the rest. */
const latestMs = 2_300;

/**
 * The acknowledgement of a press: when called, or at the latest 2.3 seconds from now, and once. Never rejects: an
 * acknowledgement that does not reach Slack keeps no answer back.
 */
export function ackInTime(ack: () => Promise<void>, log: Log): () => Promise<void> {
  let sent: Promise<void> | null = null;
  const once = () => {
    sent ??= ack().catch(() => log("slack_failed", { method: "ack" }));
    return sent;
  };
  const timer = setTimeout(once, latestMs).unref();
  return () => {
    clearTimeout(timer);
    return once();
  };
}
