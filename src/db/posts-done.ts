import { and, desc, eq, gt, inArray, lt, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { PostId, SlackUserId, SuggestionId } from "../core/ids.js";
import type { PostDone } from "../flows/ports.js";
import { rowDecoder, textAs } from "./decode-row.js";
import type { OpenDatabase } from "./open-database.js";
import { wentOut } from "./part-table.js";
import { approvals, parts, posts, revisions, suggestions } from "./schema.js";
import { decodeSuggestion } from "./stored-suggestion.js";

const decode = rowDecoder(
  "posts",
  z.object({
    post: textAs<PostId>(),
    suggestionId: textAs<SuggestionId>(),
    number: z.number(),
    posted: z.string(),
    at: z.number(),
  }),
);

/** What one executive posted, each with the draft she was given: read for her alone. */
export function postsDone({ drizzle }: OpenDatabase) {
  const p = sql.placeholder;
  const newest = drizzle
    .select({
      done: {
        post: posts.id,
        suggestionId: posts.suggestionId,
        number: revisions.number,
        posted: approvals.text,
        at: parts.publishedAt,
      },
      suggestion: suggestions,
    })
    .from(parts)
    .innerJoin(posts, eq(posts.id, parts.postId))
    .innerJoin(approvals, eq(approvals.id, posts.approvalId))
    .innerJoin(revisions, eq(revisions.id, approvals.revisionId))
    .innerJoin(suggestions, eq(suggestions.id, posts.suggestionId))
    .where(
      and(
        gt(parts.publishedAt, 0),
        eq(parts.position, 0),
        inArray(parts.state, wentOut),
        eq(approvals.approvedBy, p("by")),
      ),
    )
    .orderBy(desc(parts.publishedAt), sql`${parts}.rowid desc`)
    .limit(p("most"))
    .prepare();
  const given = drizzle
    .select({ text: revisions.text })
    .from(revisions)
    .where(
      and(
        eq(revisions.suggestionId, p("suggestion")),
        ne(revisions.source, "executive"),
        // The posted wording itself may be the draft.
        lt(revisions.number, p("before")),
      ),
    )
    .orderBy(desc(revisions.number))
    .limit(1)
    .prepare();

  return (by: SlackUserId, most: number): PostDone[] =>
    newest.all({ by, most }).map((row) => {
      const { post, suggestionId, number, posted, at } = decode(row.done);
      const { kind, article } = decodeSuggestion(row.suggestion);
      const draft = given.get({ suggestion: suggestionId, before: number + 1 })?.text ?? null;
      const language = article?.language ?? null;
      return { post, at, posted, given: kind === "own" ? null : draft, language };
    });
}
