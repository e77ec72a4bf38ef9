import { and, asc, eq, inArray, lte, min, sql } from "drizzle-orm";
import { z } from "zod";
import type { ApprovalId, DeskId, Instant, PostId, SuggestionId } from "../core/ids.js";
import { type Post, type PostState, postStates } from "../core/post.js";
import { rowDecoder, textAs } from "./decode-row.js";
import type { OpenDatabase } from "./open-database.js";
import { posts } from "./schema.js";
import { versionedWriter } from "./write-rows.js";

const decode = rowDecoder<Post>(
  "posts",
  z.object({
    id: textAs<PostId>(),
    version: z.number(),
    deskId: textAs<DeskId>(),
    suggestionId: textAs<SuggestionId>(),
    approvalId: textAs<ApprovalId>(),
    state: z.enum(postStates),
    postAt: z.number(),
    dueAt: z.number().nullable(),
    looks: z.number(),
    settledAt: z.number().nullable(),
  }),
);

/** States in which time alone brings the next step. */
const timed = ["scheduled", "asking", "done"] as const satisfies PostState[];

export function postTable({ drizzle }: OpenDatabase) {
  const p = sql.placeholder;
  const byId = drizzle
    .select()
    .from(posts)
    .where(eq(posts.id, p("id")))
    .prepare();
  // The row written later is the newer, whatever the clock said.
  const newest = drizzle
    .select()
    .from(posts)
    .where(eq(posts.suggestionId, p("suggestion")))
    .orderBy(sql`rowid desc`)
    .limit(1)
    .prepare();
  const byState = drizzle
    .select()
    .from(posts)
    .where(eq(posts.state, p("state")))
    .orderBy(asc(posts.dueAt), sql`rowid`)
    .prepare();
  const byDue = drizzle
    .select()
    .from(posts)
    .where(and(eq(posts.state, p("state")), lte(posts.dueAt, p("now"))))
    .orderBy(asc(posts.dueAt), sql`rowid`)
    .prepare();
  const nextDue = drizzle
    .select({ at: min(posts.dueAt) })
    .from(posts)
    .where(inArray(posts.state, timed))
    .prepare();
  const write = versionedWriter(drizzle, posts, posts.id);

  return {
    read(id: PostId): Post | null {
      const row = byId.get({ id });
      return row ? decode(row) : null;
    },
    latest(suggestion: SuggestionId): Post | null {
      const row = newest.get({ suggestion });
      return row ? decode(row) : null;
    },
    in: (state: PostState) => byState.all({ state }).map(decode),
    due: (state: PostState, now: Instant) => byDue.all({ state, now }).map(decode),
    nextDue: (): Instant | null => nextDue.get()?.at ?? null,
    /** False: stale, or another post of this suggestion is live. */
    write: (row: Post): boolean => write(row),
  };
}
