import type { Desk } from "../core/desk.js";
import type { Instant, PostId } from "../core/ids.js";
import { type OwnShare, ownShare } from "../core/own-share.js";
import type { PostDone, Store } from "./ports.js";

/** One post of hers, and how much of it is hers. */
export type HerPost = { readonly post: PostId; readonly at: Instant } & OwnShare;

export type HerTrend = {
  /** The newest first. */
  readonly posts: readonly HerPost[];
  /** How the newer half compares with the older one; null while there are too few to say. */
  readonly direction: "more_hers" | "less_hers" | "as_before" | null;
};

/** Posts looked at; half of them must be there before anything is said of a direction. */
const mostPosts = 10;
/** Shares that differ by less are alike. */
const alike = 0.15;

/** Her last posts, measured for her alone: no other reader may be given this (rule 7). */
export async function herTrend(desk: Desk, store: Pick<Store, "postsDone">): Promise<HerTrend> {
  const posts = (await store.postsDone(desk.executiveId, mostPosts)).map((done) => measured(done, desk));
  return { posts, direction: directionOf(posts.map(({ share }) => share)) };
}

export function measured(
  { post, at, posted, given, language }: PostDone,
  desk: Pick<Desk, "locale">,
): HerPost {
  return { post, at, ...ownShare(given, posted, language ?? desk.locale) };
}

function directionOf(shares: readonly number[]): HerTrend["direction"] {
  if (shares.length < mostPosts / 2 + 1) return null;
  const half = Math.floor(shares.length / 2);
  const difference = average(shares.slice(0, half)) - average(shares.slice(half));
  if (Math.abs(difference) < alike) return "as_before";
  return difference > 0 ? "more_hers" : "less_hers";
}

function average(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
