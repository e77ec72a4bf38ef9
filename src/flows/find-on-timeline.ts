import type { Instant, XAccountId } from "../core/ids.js";
import { sameText } from "../core/same-text.js";
import type { LookAtTimeline, Store, TimelinePost } from "./ports.js";

/** X's clock and ours may differ by this much. */
const clockSlackMs = 5_000;

export type Found =
  | { readonly kind: "match"; readonly post: TimelinePost }
  /** Every post since then was read, and it is not among them. It may come to be seen later. */
  | { readonly kind: "none" }
  /** The timeline was not read, or not all of it. */
  | { readonly kind: "unreadable" };

/**
 * Looks at her timeline for a post with these words, sent at `from` or later, that is not known to be another of
 * ours. A match proves; its absence proves nothing.
 */
export async function findOnTimeline(
  sought: { readonly text: string; readonly account: XAccountId; readonly from: Instant },
  { store, look }: { readonly store: Pick<Store, "week">; readonly look: LookAtTimeline },
): Promise<Found> {
  const since = sought.from - clockSlackMs;
  const seen = await look(sought.account, since);
  if (seen.kind === "not_seen") return { kind: "unreadable" };
  const like = seen.posts.filter((post) => post.at >= since && sameText(sought.text, post.text));
  const { posted } = await store.week(since - clockSlackMs, Number.MAX_SAFE_INTEGER);
  const post = like.find(({ id }) => !posted.some(({ xPostId }) => xPostId === id));
  if (post) return { kind: "match", post };
  return seen.whole ? { kind: "none" } : { kind: "unreadable" };
}
