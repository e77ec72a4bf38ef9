import { z } from "zod";
import type { HiddenPosts } from "./hidden-posts.js";
import type { LocalPost, PostKeeper } from "./keep-posts.js";
import { readPostFields } from "./post-fields.js";
import { presentPost, wholeSeconds } from "./present-post.js";
import { invalidRequest, notFound } from "./problem.js";
import { strangeParameters } from "./strange-parameters.js";
import type { XAccount } from "./x-account.js";
import { jsonAnswer, type XAnswer } from "./x-answer.js";
import type { XRequest } from "./x-request.js";

const time = z.iso.datetime().transform((text) => wholeSeconds(Date.parse(text)));
const postId = z
  .string()
  .regex(/^[0-9]{1,19}$/)
  .transform(BigInt);

const timelineQuery = z.object({
  max_results: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(5).max(100)).default(10),
  start_time: time.optional(),
  end_time: time.optional(),
  since_id: postId.optional(),
  until_id: postId.optional(),
  pagination_token: postId.optional(),
  exclude: z
    .string()
    .transform((list) => list.split(","))
    .pipe(z.array(z.enum(["replies", "retweets"])))
    .default([]),
});
type TimelineQuery = z.infer<typeof timelineQuery>;

const known = [
  ...Object.keys(timelineQuery.shape),
  "tweet.fields",
  "post.fields",
  "expansions",
  "user.fields",
];

/** GET /2/users/:id/tweets: newest first; times count by whole seconds, ids are exclusive. */
export function readTimeline(
  needs: { keeper: PostKeeper; hidden: HiddenPosts; accounts: readonly XAccount[] },
  request: XRequest,
  accountId: string,
): XAnswer {
  const strange = strangeParameters(request.query, known);
  if (strange.length > 0) return invalidRequest(strange);
  const fields = readPostFields(request.query);
  if ("wrong" in fields) return invalidRequest([fields.wrong]);
  const query = timelineQuery.safeParse(Object.fromEntries(request.query));
  if (!query.success) {
    return invalidRequest(
      query.error.issues.map(({ path }) => {
        const name = String(path[0]);
        return `The \`${name}\` query parameter value [${request.query.get(name)}] is not valid`;
      }),
    );
  }
  if (!needs.accounts.some(({ id }) => id === accountId)) return notFound("user", accountId);

  const found = needs.keeper.posts
    .filter((post) => post.accountId === accountId && !needs.hidden.has(post.id) && wanted(post, query.data))
    .reverse();
  needs.hidden.read(accountId);
  const page = found.slice(0, query.data.max_results);
  const [newest, oldest] = [page[0]?.id, page.at(-1)?.id];
  const meta = {
    result_count: page.length,
    ...(newest !== undefined && { newest_id: newest }),
    ...(oldest !== undefined && { oldest_id: oldest }),
    // X's own token is opaque; here it is the last id of the page.
    ...(page.length < found.length && { next_token: oldest }),
  };
  const data = page.map((post) => presentPost(post, fields, needs.keeper));
  return jsonAnswer(200, page.length > 0 ? { data, meta } : { meta });
}

function wanted(post: LocalPost, query: TimelineQuery): boolean {
  const id = BigInt(post.id);
  const at = wholeSeconds(post.createdAt);
  if (post.deletedAt !== null) return false;
  if (query.start_time !== undefined && at < query.start_time) return false;
  if (query.end_time !== undefined && at >= query.end_time) return false;
  if (query.since_id !== undefined && id <= query.since_id) return false;
  if (query.until_id !== undefined && id >= query.until_id) return false;
  if (query.pagination_token !== undefined && id >= query.pagination_token) return false;
  return !(query.exclude.includes("replies") && post.inReplyTo !== null);
}
