import type { RecordHead } from "../core/record.js";
import type { KeptHeads } from "../db/kept-heads.js";
import type { RecordVerdict } from "../db/verify-record.js";
import type { Finding, HeadKeeper } from "./finding.js";

/** An end of the record that somebody remembers. */
export type RememberedHead = RecordHead & { readonly of: HeadKeeper };

/** Every end that is remembered: in the database beside the record, in the weekly messages, and those handed over. */
export function rememberedHeads(kept: KeptHeads, given: readonly RecordHead[]): readonly RememberedHead[] {
  return [
    ...(kept.last ? [{ ...kept.last, of: { kind: "database" as const } }] : []),
    ...kept.weekly.map(({ week, ...head }) => ({ ...head, of: { kind: "weekly" as const, week } })),
    ...given.map((head) => ({ ...head, of: { kind: "given" as const } })),
  ];
}

/** Every remembered end is a line of the record, and the one kept beside it is its last. */
export function checkHeads(
  remembered: readonly RememberedHead[],
  { head, lost }: RecordVerdict,
): readonly Finding[] {
  const lines = head?.seq ?? 0;
  const last = remembered.find(({ of }) => of.kind === "database");
  if (lines > 0 && !last)
    return [{ on: "no_head" }, ...remembered.flatMap((one) => judged(one, lines, lost))];
  const behind: Finding[] =
    last && last.seq < lines ? [{ on: "head", of: last.of, seq: last.seq, wrong: "behind", lines }] : [];
  return [...behind, ...remembered.flatMap((one) => judged(one, lines, lost))];
}

function judged(one: RememberedHead, lines: number, lost: readonly RecordHead[]): Finding[] {
  if (!lost.includes(one)) return [];
  const wrong = one.seq > lines ? "cut" : "rewritten";
  return [{ on: "head", of: one.of, seq: one.seq, wrong, lines }];
}
