import { createHash } from "node:crypto";
import type { record } from "./record-schema.js";

/** One line of the record as stored: `who` a pseudonym, `about` canonical JSON. */
export type RecordLine = typeof record.$inferSelect;

/** What stands before the first line. */
export const noHash = "";

/** SHA-256 over the hash before and the line itself, base64url. The order of the fields is the format. */
export function lineHash(line: Omit<RecordLine, "hash">): string {
  const content = JSON.stringify([
    "firsthand record 1",
    line.prevHash,
    line.seq,
    line.deskId,
    line.at,
    line.kind,
    line.who,
    line.about,
  ]);
  return createHash("sha256").update(content, "utf8").digest("base64url");
}

/** JSON whose keys stand in one order, whatever order they were given in. */
export function canonicalJson(about: Readonly<Record<string, string | number | null>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(about).sort(([a], [b]) => (a < b ? -1 : 1))));
}
