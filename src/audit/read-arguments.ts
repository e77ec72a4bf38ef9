import { parseArgs } from "node:util";
import type { RecordHead } from "../core/record.js";

export type AuditArguments =
  | { readonly kind: "audit"; readonly heads: readonly RecordHead[]; readonly timeline: boolean }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly sentence: string };

const options = {
  head: { type: "string", multiple: true },
  timeline: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads what stands after `npm run audit --`. */
export function readArguments(given: readonly string[]): AuditArguments {
  try {
    const { head = [], timeline = false, help = false } = parseArgs({ args: [...given], options }).values;
    if (help) return { kind: "help" };
    const heads = head.map(readHead);
    if (heads.some((one) => one === null))
      return wrong("--head is wrong: expected SEQ:HASH, as the weekly message has it.");
    return { kind: "audit", heads: heads.filter((one) => one !== null), timeline };
  } catch {
    return wrong("The arguments are wrong: -- --help says what there is.");
  }
}

function wrong(sentence: string): AuditArguments {
  return { kind: "wrong", sentence };
}

function readHead(text: string): RecordHead | null {
  const [, seq, hash] = /^\s*(\d{1,15}):([\w-]{43})\s*$/.exec(text) ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
}

export const usage = [
  "npm run audit -- [--head SEQ:HASH] [--timeline]",
  "",
  "Checks the record of approvals, its seals and the posts, with the bot running or not. Changes nothing.",
  "It needs the bot's own environment: DATABASE_PATH and FIRSTHAND_KEY.",
  "",
  "  --head SEQ:HASH  an end of the record as a weekly message in Slack told it; may be given several times",
  "  --timeline       also lists the posts on the X account that Firsthand did not send, since the desk opened;",
  `                   needs the X_ variables; X charges for posts read`,
  "",
  "Ends with 0 when all is whole, 1 with findings, 75 when X could not be read, 78 when something is missing.",
];
