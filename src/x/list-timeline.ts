import { z } from "zod";
import type { Instant, XAccountId, XPostId } from "../core/ids.js";
import { type Asking, makeAskX } from "./ask-x.js";
import { sayNoAnswer, xId, xWords } from "./read-x-answer.js";

/** A post as it stands on the account: reposts and answers too. `at` is null where X did not say. */
export type ListedPost = { readonly id: XPostId; readonly at: Instant | null };

export type TimelineListed =
  | {
      readonly kind: "listed";
      /** Newest first. */
      readonly posts: readonly ListedPost[];
      /** False: X gives no more than `mostPosts`, and older ones may stand. */
      readonly whole: boolean;
    }
  /** Nothing can be said: a page that was not read may hold anything. */
  | { readonly kind: "failed"; readonly detail: string };

/** X gives the newest of an account only, in pages of 100 (x.md 2). */
export const mostPosts = 3_200;

const page = z.object({
  data: z
    .array(
      z.object({
        id: xId.transform((id) => id as XPostId),
        created_at: z.iso.datetime({ offset: true }).optional().catch(undefined),
      }),
    )
    .default([]),
  meta: z.object({ result_count: z.number(), next_token: z.string().min(1).optional() }),
});

/** Reads every post of an account since an instant, page by page. Only looks; never throws. */
export async function listTimeline(
  asking: Asking,
  account: XAccountId,
  since: Instant,
): Promise<TimelineListed> {
  const ask = makeAskX(asking);
  const posts = new Map<XPostId, ListedPost>();
  let token: string | undefined;
  while (posts.size < mostPosts) {
    const answer = await ask((v2) =>
      v2.get<unknown>(`users/${account}/tweets`, {
        start_time: `${new Date(since).toISOString().slice(0, 19)}Z`,
        max_results: 100,
        "tweet.fields": "created_at",
        ...(token !== undefined && { pagination_token: token }),
      }),
    );
    if (answer.kind === "no_answer") return { kind: "failed", detail: sayNoAnswer(answer) };
    const read = page.safeParse(answer.body);
    if (answer.status !== 200 || !read.success) {
      return { kind: "failed", detail: `HTTP ${answer.status} ${xWords(answer.body) ?? ""}`.trim() };
    }
    const { data, meta } = read.data;
    const before = posts.size;
    for (const { id, created_at } of data)
      posts.set(id, { id, at: created_at === undefined ? null : Date.parse(created_at) });
    token = meta.next_token;
    if (token === undefined) return { kind: "listed", posts: [...posts.values()], whole: true };
    // A page without anything new that promises another would be asked for without end.
    if (posts.size === before) return { kind: "failed", detail: "X repeats a page" };
  }
  return { kind: "listed", posts: [...posts.values()], whole: false };
}
