/** Why a database may not be used. The error's message is a whole sentence for the operator. */
export type DatabaseRefusal =
  | "DatabaseInUse"
  | "SecondName"
  | "NetworkDisk"
  | "NewerDatabase"
  | "BrokenReferences"
  | "FenceChanged"
  | "NotDurable";

/** The error thrown when a database is refused: `name` says which refusal it is. */
export function databaseRefusal(name: DatabaseRefusal, sentence: string): Error {
  return Object.assign(new Error(sentence), { name });
}

/** Whether this error is a refusal of the database, and not a fault on the way. */
export function isDatabaseRefusal(error: unknown, name: DatabaseRefusal): error is Error {
  return error instanceof Error && error.name === name;
}
