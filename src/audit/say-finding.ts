import type { RecordBreak } from "../db/verify-record.js";
import { type Finding, type HeadKeeper, rowWrongs } from "./finding.js";

/** One sentence for the operator: ids and numbers, never what a row holds. */
export function sayFinding(finding: Finding): string {
  switch (finding.on) {
    case "file":
      return `The database file is damaged: ${printable(finding.says)}.`;
    case "fence":
      return `The ${printable(finding.name)} of the database ${schemaWrongs[finding.wrong]}.`;
    case "record":
      return sayBreak(finding.broken);
    case "head":
      return `Line ${finding.seq} ${sayHead(finding)}.`;
    case "no_head":
      return "The database remembers no end of the record, though it has lines: what it remembered was removed.";
    case "key":
      return `${many(finding.approvals, "approval")} sealed under the key ${sayId(finding.keyId)}, which FIRSTHAND_KEY does not hold: add the older key, or the seal cannot be checked.`;
    case "x_post":
      return `The X id ${sayId(finding.xPostId)} stands at ${finding.parts} parts: one post on X cannot be two of ours.`;
    case "revision":
      return sayRow("revision", finding.id, rowWrongs.revision[finding.wrong]);
    case "approval":
      return sayRow("approval", finding.id, rowWrongs.approval[finding.wrong]);
    case "post":
      return sayRow("post", finding.id, rowWrongs.post[finding.wrong]);
    case "part":
      return sayRow("part", finding.id, rowWrongs.part[finding.wrong]);
    case "line":
      return sayRow("line", `${finding.id} of the record`, rowWrongs.line[finding.wrong]);
    default:
      return finding satisfies never;
  }
}

const schemaWrongs = {
  missing: "is missing",
  changed: "is not as it was written",
  added: "was written by no migration",
} as const;

function sayBreak(broken: RecordBreak): string {
  switch (broken.kind) {
    case "edited":
      return `Line ${broken.seq} of the record is not the line that was written.`;
    case "unlinked":
      return `Line ${broken.seq} of the record was not written after the line that stands before it.`;
    case "missing":
      return broken.from === broken.to
        ? `Line ${broken.from} of the record is missing.`
        : `Lines ${broken.from} to ${broken.to} of the record are missing.`;
    default:
      return broken satisfies never;
  }
}

function sayHead({ of, wrong, lines }: Extract<Finding, { on: "head" }>): string {
  const keeper = sayKeeper(of);
  switch (wrong) {
    case "cut":
      return `was the last of the record when ${keeper} kept it, and the record ends at line ${lines}: its end was cut off`;
    case "rewritten":
      return `is another than ${keeper} kept: the record was written anew from there or before`;
    case "behind":
      return `is the last that ${keeper} kept, and the record goes on to line ${lines}: what it kept was put back`;
    default:
      return wrong satisfies never;
  }
}

function sayKeeper(of: HeadKeeper): string {
  switch (of.kind) {
    case "database":
      return "the database";
    case "weekly":
      return `the message of week ${printable(of.week)}`;
    case "given":
      return "the --head given";
    default:
      return of satisfies never;
  }
}

function sayRow(noun: string, id: string, words: string): string {
  return `The ${noun} ${noun === "line" ? id : sayId(id)} ${words}.`;
}

function many(count: number, noun: string): string {
  return count === 1 ? `1 ${noun} is` : `${count} ${noun}s are`;
}

/** An id as we or X make them. Anything else in its place was put there by somebody, and is not repeated. */
function sayId(id: string): string {
  return /^[\w-]{1,40}$/.test(id) ? id : "(no id of ours)";
}

function printable(words: string): string {
  return words.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "?").slice(0, 200);
}
