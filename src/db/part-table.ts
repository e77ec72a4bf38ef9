import { and, asc, eq, gte, inArray, lt, min, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Instant, PartId, PostId, XPostId } from "../core/ids.js";
import { type Part, type PartState, partStates } from "../core/post.js";
import { postRefusals } from "../core/suggestion.js";
import type { WeekFacts } from "../flows/ports.js";
import { rowDecoder, textAs } from "./decode-row.js";
import type { OpenDatabase } from "./open-database.js";
import { parts, posts, suggestions } from "./schema.js";
import { decodeSuggestion } from "./stored-suggestion.js";
import { versionedWriter } from "./write-rows.js";

const decode = rowDecoder<Part>(
  "parts",
  z.object({
    id: textAs<PartId>(),
    version: z.number(),
    postId: textAs<PostId>(),
    position: z.number(),
    text: z.string(),
    state: z.enum(partStates),
    attemptedAt: z.number().nullable(),
    xPostId: textAs<XPostId>().nullable(),
    publishedAt: z.number().nullable(),
    refusal: z.enum(postRefusals).nullable(),
    detail: z.string().nullable(),
    otherText: z.string().nullable(),
    takingDownAt: z.number().nullable(),
    takenDownAt: z.number().nullable(),
  }),
);

const decodePublished = rowDecoder(
  "parts",
  z.object({ xPostId: textAs<XPostId>().nullable(), publishedAt: z.number(), state: z.enum(partStates) }),
);

/** It came out, whatever became of it later. */
export const wentOut = ["published", "taking_down", "taken_down"] as const satisfies PartState[];
/** It was sent, and nobody has seen it on X: it may stand there all the same. */
const unclear = ["unknown", "absent"] as const satisfies PartState[];

export function partTable({ drizzle }: OpenDatabase) {
  const p = sql.placeholder;
  const byId = drizzle
    .select()
    .from(parts)
    .where(eq(parts.id, p("id")))
    .prepare();
  const ofPost = drizzle
    .select()
    .from(parts)
    .where(eq(parts.postId, p("post")))
    .orderBy(asc(parts.position))
    .prepare();
  const publishedIn = drizzle
    .select({ part: parts, suggestion: suggestions })
    .from(parts)
    .innerJoin(posts, eq(posts.id, parts.postId))
    .innerJoin(suggestions, eq(suggestions.id, posts.suggestionId))
    .where(
      and(
        eq(parts.position, 0),
        gte(parts.publishedAt, p("from")),
        lt(parts.publishedAt, p("to")),
        inArray(parts.state, wentOut),
      ),
    )
    .orderBy(asc(parts.publishedAt))
    .prepare();

  const unclearSince = drizzle
    .select({ at: min(parts.attemptedAt) })
    .from(parts)
    .where(and(eq(parts.text, p("text")), inArray(parts.state, unclear), ne(parts.postId, p("except"))))
    .prepare();
  const write = versionedWriter(drizzle, parts, parts.id);

  return {
    read(id: PartId): Part | null {
      const row = byId.get({ id });
      return row ? decode(row) : null;
    },
    of: (post: PostId) => ofPost.all({ post }).map(decode),
    unclearSince: (text: string, except: PostId): Instant | null =>
      unclearSince.get({ text, except })?.at ?? null,
    publishedIn(from: Instant, to: Instant): WeekFacts["posted"] {
      return publishedIn.all({ from, to }).map((row) => {
        const { xPostId, publishedAt, state } = decodePublished(row.part);
        const takenDown = state === "taken_down";
        return { suggestion: decodeSuggestion(row.suggestion), xPostId, at: publishedAt, takenDown };
      });
    },
    /** False: stale. */
    write: (row: Part): boolean => write(row),
  };
}
