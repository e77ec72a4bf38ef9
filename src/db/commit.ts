import type { DeskId, Instant, MessageId } from "../core/ids.js";
import type { Change, Committed, NewId, Ref, Row } from "../flows/ports.js";
import { commitTogether, type Together } from "./commit-together.js";
import type { OpenDatabase } from "./open-database.js";
import type { Tables } from "./tables.js";

/**
 * Stores a change whole, or nothing of it. Rows are written in the order given; the fences look at what is written
 * so far, so one order holds for every approval: an ended post, then the revision, the suggestion (`approved`),
 * the approval, the post, its part. A post stops before its suggestion goes back to `shown`, and runs before its
 * part is `publishing`.
 * Rejects with better-sqlite3's SqliteError (a broken fence is `SQLITE_CONSTRAINT_TRIGGER`, a full disk `SQLITE_FULL`):
 * it names rules and columns, never what rows hold.
 */
export function commitTo(database: OpenDatabase, tables: Tables, newId: NewId, together: Together) {
  return commitTogether(database, (change) => write(change, tables, newId), together);
}

function write(change: Change, tables: Tables, newId: NewId): Committed {
  const deskId = deskOf(change, tables);
  const { handled, at } = change;
  for (const key of [handled ?? []].flat()) {
    if (!tables.handled.take(key, deskId, at)) return { kind: "taken", key };
  }
  for (const ref of change.expect) {
    if (!stands(ref, tables)) return { kind: "stale" };
  }
  for (const row of change.put) {
    if (!put(row, at, tables)) return { kind: "stale" };
  }
  for (const wanted of change.show) tables.messages.want(wanted, deskId, at, newId<MessageId>);
  for (const entry of change.record) tables.record.append(entry, deskId);
  return { kind: "done" };
}

function deskOf({ put: rows }: Change, tables: Tables): DeskId {
  const standing = tables.desks.read();
  if (standing) return standing.id;
  for (const row of rows) if (row.table === "desk") return row.row.id;
  throw new Error("no desk is open yet: the first change must open one");
}

function stands(ref: Ref, tables: Tables): boolean {
  switch (ref.table) {
    case "desk": {
      const desk = tables.desks.read();
      return desk?.id === ref.id && desk.version === ref.version;
    }
    case "suggestion":
      return tables.suggestions.read(ref.id)?.version === ref.version;
    case "post":
      return tables.posts.read(ref.id)?.version === ref.version;
    case "handled":
      return !tables.handled.has(ref.key);
    case "line": {
      const { countIn } = tables.suggestions;
      return countIn("waiting") + countIn("reading") < ref.fewerThan;
    }
    case "suggested_by":
      return tables.suggestions.by(ref.person, ref.from).length < ref.fewerThan;
    case "links": {
      const { links, newest, besides } = ref;
      const { newestLinked, otherRead } = tables.suggestions;
      const found = besides === null ? newestLinked(links) : otherRead(links, besides);
      return (found?.id ?? null) === newest;
    }
    default:
      return ref satisfies never;
  }
}

function put(row: Row, at: Instant, tables: Tables): boolean {
  switch (row.table) {
    case "desk": {
      if (!tables.desks.write(row.row)) return false;
      tables.stops.follow(row.row, at);
      return true;
    }
    case "person":
      return tables.people.write(row.row);
    case "suggestion":
      return tables.suggestions.write(row.row);
    case "revision":
      return tables.revisions.write(row.row);
    case "approval":
      return tables.approvals.write(row.row);
    case "post":
      return tables.posts.write(row.row);
    case "part":
      return tables.parts.write(row.row);
    case "message":
      return tables.messages.write(row.row);
    case "notice":
      return tables.notices.write(row.row);
    case "second":
      return tables.seconds.write(row.row);
    case "concern":
      return tables.concerns.write(row.row);
    case "reminder":
      return tables.reminders.write(row.row);
    case "unfinished":
      tables.unfinished.write(row.row);
      return true;
    case "weekly_head": {
      const head = tables.record.head();
      return head === null || tables.weeklyHeads.write({ ...row.row, ...head });
    }
    default:
      return row satisfies never;
  }
}
