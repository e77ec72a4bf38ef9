import { and, desc, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { DeskId, Digest, RevisionId, SlackUserId, SuggestionId } from "../core/ids.js";
import { type Revision, revisionDigest, revisionSources } from "../core/revision.js";
import { jsonText, rowDecoder, textAs } from "./decode-row.js";
import type { OpenDatabase } from "./open-database.js";
import { revisions } from "./schema.js";
import { rowInserter } from "./write-rows.js";

const decode = rowDecoder<Revision>(
  "revisions",
  z.object({
    id: textAs<RevisionId>(),
    deskId: textAs<DeskId>(),
    suggestionId: textAs<SuggestionId>(),
    number: z.number(),
    text: z.string(),
    media: jsonText(z.array(textAs<Digest>())),
    source: z.enum(revisionSources),
    author: textAs<SlackUserId>().nullable(),
    createdAt: z.number(),
    digest: textAs<Digest>(),
  }),
);

export function revisionTable({ drizzle }: OpenDatabase) {
  const byId = drizzle
    .select()
    .from(revisions)
    .where(eq(revisions.id, sql.placeholder("id")))
    .prepare();
  const given = drizzle
    .select()
    .from(revisions)
    .where(and(eq(revisions.suggestionId, sql.placeholder("id")), ne(revisions.source, "executive")))
    .orderBy(desc(revisions.number))
    .limit(1)
    .prepare();
  const insert = rowInserter(drizzle, revisions);

  return {
    read(id: RevisionId): Revision | null {
      const row = byId.get({ id });
      return row ? decode(row) : null;
    },
    given(id: SuggestionId): Revision | null {
      const row = given.get({ id });
      return row ? decode(row) : null;
    },
    /** False: another revision has this number. Throws when the digest is not that of the wording. */
    write(revision: Revision): boolean {
      // SQLite has no digest of its own, so the fence can only compare them: a wrong one must not get in.
      if (revisionDigest(revision) !== revision.digest) {
        throw new Error("the digest of a revision is not that of its wording");
      }
      return insert({ ...revision, media: JSON.stringify(revision.media) });
    },
  };
}
