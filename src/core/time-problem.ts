import type { Instant } from "./ids.js";

/** Slack's own limit for anything scheduled. */
const farthestMs = 120 * 86_400_000;

/** What is wrong with a time to post at; null is now, which never is. */
export function timeProblem(postAt: Instant | null, now: Instant): "past" | "too_far" | null {
  if (postAt === null) return null;
  if (postAt <= now) return "past";
  return postAt > now + farthestMs ? "too_far" : null;
}
