import type { Part, PartState, Post, PostState } from "./post.js";
import type { Suggestion, SuggestionState } from "./suggestion.js";

/**
 * The one table of states. Flows move along it through the functions below, the database's states and docs/lifecycle.md are
 * checked against it by tests. Source: DESIGN «States».
 */
export const suggestionArrows = {
  reading: ["waiting", "rejected", "merged"],
  rejected: [],
  merged: [],
  waiting: ["shown", "withdrawn", "expired"],
  shown: ["waiting", "approved", "declined", "handed_over", "withdrawn", "expired"],
  approved: ["shown"],
  declined: ["shown"],
  handed_over: [],
  withdrawn: [],
  expired: ["waiting"],
} as const satisfies Record<SuggestionState, readonly SuggestionState[]>;

export const postArrows = {
  scheduled: ["running", "cancelled", "missed"],
  running: ["done", "refused", "asking", "scheduled"],
  asking: ["done", "absent", "partial"],
  partial: ["running"],
  done: [],
  cancelled: [],
  missed: [],
  refused: [],
  absent: [],
} as const satisfies Record<PostState, readonly PostState[]>;

export const partArrows = {
  pending: ["publishing"],
  publishing: ["published", "refused", "unknown", "pending"],
  published: ["taking_down"],
  refused: [],
  unknown: ["published", "absent"],
  absent: [],
  taking_down: ["taken_down", "published"],
  taken_down: [],
} as const satisfies Record<PartState, readonly PartState[]>;

type Arrows<S extends string> = Record<S, readonly S[]>;

/** Whether the table has this arrow. Staying is not an arrow. */
export function mayStep<S extends string>(arrows: Arrows<S>, from: S, to: S): boolean {
  return arrows[from].includes(to);
}

/** Moves a suggestion along one arrow. Throws where the table has none: a bug in a flow, never a person's doing. */
export function moveSuggestion(suggestion: Suggestion, to: SuggestionState): Suggestion {
  // Only what waits is put off: whatever moves is so no more.
  return { ...suggestion, state: checked(suggestionArrows, suggestion.state, to), snoozedUntil: null };
}

export function movePost(post: Post, to: PostState): Post {
  return { ...post, state: checked(postArrows, post.state, to) };
}

export function movePart(part: Part, to: PartState): Part {
  return { ...part, state: checked(partArrows, part.state, to) };
}

function checked<S extends string>(arrows: Arrows<S>, from: S, to: S): S {
  if (!mayStep(arrows, from, to)) throw new Error(`no arrow from ${from} to ${to}`);
  return to;
}
