import { asc } from "drizzle-orm";
import type { RecordHead } from "../core/record.js";
import type { OpenDatabase } from "./open-database.js";
import { lineHash, noHash } from "./record-line.js";
import { record } from "./record-schema.js";

export type RecordVerdict =
  | { readonly kind: "whole"; readonly lines: number; readonly head: RecordHead | null }
  /** This line is not the one that was written. */
  | { readonly kind: "edited"; readonly seq: number }
  /** No such line, though later ones stand. */
  | { readonly kind: "missing"; readonly seq: number }
  /** Whole in itself, but it does not lead through the head that was remembered. */
  | { readonly kind: "cut"; readonly remembered: number; readonly lines: number };

/**
 * Walks the record from its first line.
 * @param remembered a head kept outside the database: without one a cut end cannot be told.
 */
export function verifyRecord({ drizzle }: OpenDatabase, remembered?: RecordHead): RecordVerdict {
  let head: RecordHead | null = null;
  let remains = remembered === undefined;
  for (const line of drizzle.select().from(record).orderBy(asc(record.seq)).all()) {
    const seq: number = (head?.seq ?? 0) + 1;
    if (line.seq !== seq) return { kind: "missing", seq };
    if (line.prevHash !== (head?.hash ?? noHash) || line.hash !== lineHash(line)) {
      return { kind: "edited", seq };
    }
    head = { seq, hash: line.hash };
    remains ||= head.seq === remembered?.seq && head.hash === remembered.hash;
  }
  const lines = head?.seq ?? 0;
  if (remembered && !remains) return { kind: "cut", remembered: remembered.seq, lines };
  return { kind: "whole", lines, head };
}
