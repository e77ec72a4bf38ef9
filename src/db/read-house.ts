import Database from "better-sqlite3";
import type { ApprovalId, PartId, PostId, RevisionId, SlackUserId } from "../core/ids.js";
import type { Part, Post } from "../core/post.js";
import type { Revision } from "../core/revision.js";
import type { StoredApproval } from "../flows/ports.js";
import { approvalTable } from "./approval-table.js";
import type { OpenDatabase } from "./open-database.js";
import { partTable } from "./part-table.js";
import { postTable } from "./post-table.js";
import { pseudonyms } from "./record-schema.js";
import { revisionTable } from "./revision-table.js";

/** Every row that an approval leads to or from, read as the bot reads it. */
export type HouseRead = {
  readonly revisions: readonly Revision[];
  readonly approvals: readonly StoredApproval[];
  readonly posts: readonly Post[];
  readonly parts: readonly Part[];
  /** Who stands behind a name in the record, where that was not forgotten. */
  readonly people: ReadonlyMap<string, SlackUserId>;
  readonly unreadable: readonly UnreadableRow[];
};

export type UnreadableRow = {
  readonly on: "revision" | "approval" | "post" | "part";
  readonly id: string;
};

export function readHouse(database: OpenDatabase): HouseRead {
  const unreadable: UnreadableRow[] = [];
  const every = <T>(on: UnreadableRow["on"], read: (id: string) => T | null): readonly T[] => {
    const ids = database.sqlite.prepare<[], string>(`SELECT id FROM ${on}s ORDER BY rowid`).pluck().all();
    return ids.flatMap((id) => {
      const row = readOrNull(() => read(id));
      if (row === null) unreadable.push({ on, id: String(id) });
      return row === null ? [] : [row];
    });
  };
  const tables = {
    revisions: revisionTable(database),
    approvals: approvalTable(database),
    posts: postTable(database),
    parts: partTable(database),
  };
  const behind = database.drizzle.select().from(pseudonyms).all();
  return {
    revisions: every("revision", (id) => tables.revisions.read(id as RevisionId)),
    approvals: every("approval", (id) => tables.approvals.read(id as ApprovalId)),
    posts: every("post", (id) => tables.posts.read(id as PostId)),
    parts: every("part", (id) => tables.parts.read(id as PartId)),
    people: new Map(behind.map(({ pseudonym, userId }) => [pseudonym, userId as SlackUserId])),
    unreadable,
  };
}

/** Null when no row can be made of what is stored; a file that cannot be read is another matter. */
function readOrNull<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Database.SqliteError) throw error;
    return null;
  }
}
