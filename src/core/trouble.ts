import { type Agreed, waitsForATime } from "./approval.js";

/**
 * What keeps a post from going out now. It waits within its ten minutes (rule 4), then it is missed.
 * - `witness_unread`: her direct message has not been read since the start (trust.md T27).
 * - `account_unmet`: X has not said since the start whose access this is; the card may name another account.
 * - `disk`: the database cannot be written, or has no room for what comes after the call.
 * - `wrong_clock`: the machine's clock is more than a minute from Slack's.
 * - `unheard`: Slack's presses do not arrive, so she could not cancel.
 */
export const troubles = ["witness_unread", "account_unmet", "disk", "wrong_clock", "unheard"] as const;
export type Trouble = (typeof troubles)[number];

/** Why this approved post waits; null: nothing keeps it. */
export function heldBy(
  agreed: Pick<Agreed, "act" | "postAt" | "approvedAt">,
  present: ReadonlySet<Trouble>,
): Trouble | null {
  const holds: Record<Trouble, boolean> = {
    witness_unread: true,
    account_unmet: true,
    disk: true,
    // Only what waits for a time is harmed by a wrong one.
    wrong_clock: waitsForATime(agreed),
    // What was pressed for this very moment was never to be cancelled.
    unheard: agreed.postAt > agreed.approvedAt,
  };
  return troubles.find((trouble) => present.has(trouble) && holds[trouble]) ?? null;
}

/** A clock may differ from Slack's by so much, in milliseconds. */
export const clockToleranceMs = 60_000;
