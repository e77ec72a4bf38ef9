import type { Instant, XPostId } from "../core/ids.js";
import type { OurPosts } from "../db/read-our-posts.js";
import type { ListedPost } from "../x/list-timeline.js";

export type TimelineCompared = {
  /** On X, and not sent by this desk: by hand, or by somebody who has the keys. */
  readonly foreign: readonly ListedPost[];
  /** Sent by this desk and not taken down by it, and not seen on X. */
  readonly notSeen: readonly XPostId[];
};

/**
 * @param listed.readAt when the timeline was asked for: what went out later cannot be on it.
 */
export function compareTimeline(
  listed: { readonly posts: readonly ListedPost[]; readonly whole: boolean; readonly readAt: Instant },
  { known }: Pick<OurPosts, "known">,
): TimelineCompared {
  const ours = new Set(known.map(({ id }) => id));
  const seen = new Set(listed.posts.map(({ id }) => id));
  // Of an account with more posts than X gives, only the part it gave can be missed in.
  const oldest = listed.whole
    ? 0n
    : listed.posts.map(({ id }) => BigInt(id)).reduce((a, b) => (a < b ? a : b), 1n << 64n);
  const due = known.filter(
    ({ id, publishedAt, down }) =>
      !down && (publishedAt === null || publishedAt < listed.readAt) && BigInt(id) >= oldest,
  );
  return {
    foreign: listed.posts.filter(({ id }) => !ours.has(id)),
    notSeen: due.map(({ id }) => id).filter((id) => !seen.has(id)),
  };
}
