import type { Instant } from "./ids.js";

/** How much contradiction she is ready for under her posts. */
export const challenges = ["none", "little", "some", "plenty"] as const;
export type Challenge = (typeof challenges)[number];

/**
 * «How social can you be?», as she answered it. Suggesters see `subjects`, `notSubjects`, `tone` and her hours only; the rest is
 * hers alone.
 */
export type Profile = {
  readonly subjects: readonly string[];
  readonly notSubjects: readonly string[];
  readonly tone: string;
  /** Accounts or kinds of people she never answers. */
  readonly neverAnswer: string;
  readonly challenge: Challenge | null;
  /** What she may be reproached for. */
  readonly reproach: string;
  readonly answeredAt: Instant;
};
