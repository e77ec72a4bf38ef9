import Database from "better-sqlite3";
import type { Change, Committed } from "../flows/ports.js";
import type { OpenDatabase } from "./open-database.js";

/** Calls back once, later: what was asked for until then goes to the disk together. */
export type Together = (commit: () => void) => void;

type Asked = {
  readonly change: Change;
  readonly settle: (committed: Committed) => void;
  readonly fail: (error: unknown) => void;
};

/**
 * Commits the changes that were asked for in one turn of the event loop in one transaction: a durable commit waits for
 * the disk, and everything would wait once for each of them. Each has a savepoint of its own, so that what is undone of
 * one leaves the others. Nobody is answered before COMMIT has come back, and from BEGIN to COMMIT nothing is awaited:
 * whoever reads on this connection reads before all of it or after all of it.
 * @param write throws, or answers anything but `done`, for a change of which nothing is to be stored
 */
export function commitTogether(
  { sqlite }: OpenDatabase,
  write: (change: Change) => Committed,
  together: Together,
): (change: Change) => Promise<Committed> {
  // Immediate: a transaction that reads first and writes later can be refused half way (SQLITE_BUSY_SNAPSHOT).
  const begin = sqlite.prepare("BEGIN IMMEDIATE");
  const keep = sqlite.prepare("COMMIT");
  const undo = sqlite.prepare("ROLLBACK");
  const beginOne = sqlite.prepare("SAVEPOINT one");
  const keepOne = sqlite.prepare("RELEASE one");
  const undoOne = sqlite.prepare("ROLLBACK TO one");
  // A suggestion and its first revision name one another: references count at the end.
  const countReferencesAtTheEnd = sqlite.prepare("PRAGMA defer_foreign_keys = ON");
  let waiting: Asked[] = [];

  return (change) =>
    new Promise((settle, fail) => {
      waiting.push({ change, settle, fail });
      if (waiting.length === 1) together(commitWaiting);
    });

  function commitWaiting(): void {
    const batch = waiting;
    waiting = [];
    commitBatch(batch);
  }

  function commitBatch(batch: readonly Asked[]): void {
    let tell: readonly (() => void)[];
    try {
      tell = store(batch);
    } catch (error) {
      // SQLite does not say whose reference leads nowhere. Nothing is stored and nobody told: each by itself then.
      if (batch.length > 1 && breaksRule(error)) for (const asked of batch) commitBatch([asked]);
      else for (const { fail } of batch) fail(error);
      return;
    }
    for (const each of tell) each();
  }

  /** Throws when nothing of the batch is stored. Else how each is to be answered, now that it is on the disk. */
  function store(batch: readonly Asked[]): (() => void)[] {
    begin.run();
    try {
      countReferencesAtTheEnd.run();
      const tell = batch.map(writeOne);
      keep.run();
      return tell;
    } catch (error) {
      // Some errors, a full disk among them, have undone everything already.
      if (sqlite.inTransaction) undo.run();
      throw error;
    }
  }

  function writeOne({ change, settle, fail }: Asked): () => void {
    beginOne.run();
    try {
      const committed = write(change);
      if (committed.kind !== "done") undoOne.run();
      keepOne.run();
      return () => settle(committed);
    } catch (error) {
      // After an error of the disk's SQLite wants everything undone, not a part.
      if (error instanceof Database.SqliteError && !breaksRule(error)) throw error;
      undoOne.run();
      keepOne.run();
      return () => fail(error);
    }
  }
}

/** The change's own fault: a fence, a key, a reference. */
function breaksRule(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_CONSTRAINT");
}
