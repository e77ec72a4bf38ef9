import Database from "better-sqlite3";

/** Runs an insert. False when a row stands under one of its keys already: somebody was faster. */
export function insertOnce(insert: () => unknown): boolean {
  try {
    insert();
    return true;
  } catch (error) {
    if (isAlreadyThere(error)) return false;
    throw error;
  }
}

function isAlreadyThere(error: unknown): boolean {
  if (!(error instanceof Database.SqliteError)) return false;
  if (error.code === "SQLITE_CONSTRAINT_UNIQUE" || error.code === "SQLITE_CONSTRAINT_PRIMARYKEY") return true;
  // The words of the fences (drizzle/0001_fences.sql), which stand before the unique keys.
  return error.code === "SQLITE_CONSTRAINT_TRIGGER" && error.message.startsWith("fence: already there");
}
