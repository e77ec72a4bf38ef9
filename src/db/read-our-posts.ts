import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Instant, XAccountId, XPostId } from "../core/ids.js";
import { deskTable } from "./desk-table.js";
import type { OpenDatabase } from "./open-database.js";
import { approvals, parts, posts } from "./schema.js";

/** What this desk sent to its X account, as the database knows it. */
export type OurPosts = {
  readonly account: XAccountId;
  readonly openedAt: Instant;
  readonly known: readonly {
    readonly id: XPostId;
    readonly publishedAt: Instant | null;
    readonly down: boolean;
  }[];
  /** Sent, or perhaps sent, without that we know the id X gave. */
  readonly withoutId: number;
};

/** Null while the desk knows no X account. */
export function readOurPosts(database: OpenDatabase): OurPosts | null {
  const desk = deskTable(database).read();
  if (!desk?.account) return null;
  const ours = (which: Parameters<typeof and>[0]) =>
    database.drizzle
      .select({ id: parts.xPostId, publishedAt: parts.publishedAt, state: parts.state })
      .from(parts)
      .innerJoin(posts, eq(posts.id, parts.postId))
      .innerJoin(approvals, eq(approvals.id, posts.approvalId))
      .where(and(eq(approvals.accountId, desk.account?.id ?? ""), which))
      .all();
  const maybe = inArray(parts.state, ["publishing", "unknown", "published"]);
  return {
    account: desk.account.id,
    openedAt: desk.openedAt,
    known: ours(isNotNull(parts.xPostId)).map(({ id, publishedAt, state }) => ({
      id: id as XPostId,
      publishedAt,
      down: state === "taken_down" || state === "taking_down",
    })),
    withoutId: ours(and(isNull(parts.xPostId), maybe)).length,
  };
}
