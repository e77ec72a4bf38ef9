import type { Desk } from "../core/desk.js";
import type { Instant } from "../core/ids.js";
import type { PostState } from "../core/post.js";
import type { Setback } from "../core/suggestion.js";
import { movePost, moveSuggestion } from "../core/transitions.js";
import { cardOf, newsOf } from "./messages-wanted.js";
import { pauseTold } from "./pause-over.js";
import type { Change, PostWhole, Row, Store } from "./ports.js";
import { remindersSaid } from "./reminder-facts.js";

/** Ends a post without anything standing on X, and puts the card before her again, saying why. */
export async function giveCardBack(
  { post }: PostWhole,
  to: Extract<PostState, "missed" | "cancelled" | "refused" | "absent">,
  setback: Setback,
  desk: Desk,
  at: Instant,
  store: Pick<Store, "suggestion" | "noticesOpen" | "reminderAbout" | "message" | "latestPost">,
  parts: readonly Row[] = [],
): Promise<Change> {
  const suggestion = await store.suggestion(post.suggestionId);
  if (!suggestion) throw new Error("a post without its suggestion");
  const ended = { ...movePost(post, to), dueAt: null, settledAt: at };
  const back = { ...moveSuggestion(suggestion, "shown"), decidedAt: null, setback };
  return {
    at,
    expect: [],
    put: [...parts, { table: "post", row: ended }, { table: "suggestion", row: back }],
    show: [
      cardOf(back, desk),
      ...newsOf(back, desk),
      ...(await pauseTold(desk, store)),
      ...(await remindersSaid(back, desk, store)),
    ],
    record: [{ kind: "outcome", at, who: null, about: { post: post.id, outcome: to } }],
  };
}
