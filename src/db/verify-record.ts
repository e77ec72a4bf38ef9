import type { RecordHead } from "../core/record.js";
import type { OpenDatabase } from "./open-database.js";
import { lineHash, noHash, type RecordLine } from "./record-line.js";

export type RecordBreak =
  /** This line is not the one that was written here. */
  | { readonly kind: "edited"; readonly seq: number }
  /** Whole in itself, but it was written after another line than the one that stands before it. */
  | { readonly kind: "unlinked"; readonly seq: number }
  /** No such lines, though later ones stand. */
  | { readonly kind: "missing"; readonly from: number; readonly to: number };

export type RecordVerdict = {
  readonly lines: number;
  /** The last line that stands; null while there is none. */
  readonly head: RecordHead | null;
  readonly breaks: readonly RecordBreak[];
  /** Of the heads that were remembered, those that are no line of this record. */
  readonly lost: readonly RecordHead[];
};

/**
 * Walks the record from its first line to its last, one row at a time.
 * @param remembered heads kept outside the record: without one neither a cut end nor an end written anew can be told.
 * @param read is handed every line that stands, in order, whole or not.
 */
export function verifyRecord(
  { sqlite }: Pick<OpenDatabase, "sqlite">,
  remembered: readonly RecordHead[] = [],
  read: (line: RecordLine) => void = () => undefined,
): RecordVerdict {
  const breaks: RecordBreak[] = [];
  const lost = new Set(remembered);
  const told = new Set(remembered.map(({ seq }) => seq));
  let lines = 0;
  let head: RecordHead | null = null;
  for (const line of everyLine(sqlite)) {
    const next: number = (head?.seq ?? 0) + 1;
    const { seq, hash } = line;
    if (seq > next) breaks.push({ kind: "missing", from: next, to: seq - 1 });
    if (seq < next || hash !== lineHash(line)) breaks.push({ kind: "edited", seq });
    else if (seq === next && line.prevHash !== (head?.hash ?? noHash)) breaks.push({ kind: "unlinked", seq });
    if (told.has(seq))
      for (const known of lost) if (known.seq === seq && known.hash === hash) lost.delete(known);
    read(line);
    lines += 1;
    head = { seq, hash };
  }
  return { lines, head, breaks, lost: [...lost] };
}

/** The bare statement: mapping a hundred thousand rows one by one would cost more than hashing them. */
function everyLine(sqlite: OpenDatabase["sqlite"]): Iterable<RecordLine> {
  return sqlite
    .prepare<[], RecordLine>(
      `SELECT seq, desk_id AS deskId, at, kind, who, about, prev_hash AS prevHash, hash
        FROM record ORDER BY seq`,
    )
    .iterate();
}
