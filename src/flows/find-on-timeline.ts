import type { Instant, XAccountId } from "../core/ids.js";
import { sameText } from "../core/same-text.js";
import type { LookAtTimeline, Store, TimelinePost } from "./ports.js";

/** X's clock and ours may differ by this much. */
const clockSlackMs = 5_000;

/**
 * Looks at her timeline for a post with these words, sent at `from` or later, that is not known to be another of
 * ours. A match proves; its absence proves nothing.
 */
export async function findOnTimeline(
  sought: { readonly text: string; readonly account: XAccountId; readonly from: Instant },
  { store, look }: { readonly store: Pick<Store, "week">; readonly look: LookAtTimeline },
): Promise<TimelinePost | undefined> {
  const since = sought.from - clockSlackMs;
  const seen = await look(sought.account, since);
  if (seen.kind === "not_seen") return undefined;
  const like = seen.posts.filter((post) => post.at >= since && sameText(sought.text, post.text));
  if (like.length === 0) return undefined;
  const { posted } = await store.week(since - clockSlackMs, Number.MAX_SAFE_INTEGER);
  return like.find(({ id }) => !posted.some(({ xPostId }) => xPostId === id));
}
