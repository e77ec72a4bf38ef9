import { randomBytes } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import type { DeskId, SlackUserId } from "../core/ids.js";
import type { AuditEntry, RecordHead } from "../core/record.js";
import type { OpenDatabase } from "./open-database.js";
import { canonicalJson, lineHash, noHash } from "./record-line.js";
import { pseudonyms, record } from "./record-schema.js";
import { rowAppender } from "./write-rows.js";

export function recordTable({ drizzle }: OpenDatabase) {
  const newest = drizzle
    .select({ seq: record.seq, hash: record.hash })
    .from(record)
    .orderBy(desc(record.seq))
    .limit(1)
    .prepare();
  const known = drizzle
    .select()
    .from(pseudonyms)
    .where(eq(pseudonyms.userId, sql.placeholder("userId")))
    .prepare();

  const write = rowAppender(drizzle, record);

  function pseudonymOf(userId: SlackUserId): string {
    const found = known.get({ userId });
    if (found) return found.pseudonym;
    const pseudonym = randomBytes(9).toString("base64url");
    drizzle.insert(pseudonyms).values({ userId, pseudonym }).run();
    return pseudonym;
  }

  const head = (): RecordHead | null => newest.get() ?? null;

  return {
    head,
    append(entry: AuditEntry, deskId: DeskId): void {
      const last = head();
      const line = {
        seq: (last?.seq ?? 0) + 1,
        deskId,
        at: entry.at,
        kind: entry.kind,
        who: entry.who === null ? null : pseudonymOf(entry.who),
        about: canonicalJson(entry.about),
        prevHash: last?.hash ?? noHash,
      };
      write({ ...line, hash: lineHash(line) });
    },
  };
}

/** Where the record ends now; null while it is empty. */
export function recordHead(database: OpenDatabase): RecordHead | null {
  return recordTable(database).head();
}
