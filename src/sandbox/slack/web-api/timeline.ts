import type { PlainObject } from "../plain-object.js";
import type { StoredMessage } from "../workspace.js";
import { countArgument, flagArgument, textArgument } from "./api-method.js";

const TIMESTAMP = /^\d{1,12}(\.\d{1,6})?$/;
const CURSOR = /^next_ts:(\d{1,12}\.\d{1,6})$/;

/** The stretch of messages a call asks for by `latest`, `oldest`, `inclusive`, `limit` and `cursor`. */
export type Stretch = { items: StoredMessage[]; more: boolean; next: string };

/**
 * One page of messages, which come in the order the method gives them. A cursor names the message the next page begins
 * with, so that what is posted meanwhile shifts nothing. The edges do not hold for `always`. A text: the error of a
 * malformed argument.
 */
export function stretchOf(
  ordered: { messages: readonly StoredMessage[]; newestFirst: boolean; always?: StoredMessage },
  args: PlainObject,
  limit: { usual: number; most: number },
): Stretch | string {
  const from = cursorArgument(args);
  if (from === "invalid") return "invalid_cursor";
  const edges = edgesArgument(args);
  if (typeof edges === "string") return edges;
  const found = ordered.messages.filter((message) => {
    const at = comparable(message.ts);
    if (from !== null && (ordered.newestFirst ? at > from : at < from)) return false;
    return message === ordered.always || edges.contain(at);
  });
  const size = countArgument(args, "limit", limit.usual, limit.most);
  const following = found[size];
  return {
    items: found.slice(0, size),
    more: following !== undefined,
    next: following ? Buffer.from(`next_ts:${following.ts}`).toString("base64") : "",
  };
}

function cursorArgument(args: PlainObject): string | null | "invalid" {
  const cursor = textArgument(args, "cursor");
  if (cursor === undefined) return null;
  const ts = CURSOR.exec(Buffer.from(cursor, "base64").toString())?.[1];
  return ts === undefined ? "invalid" : comparable(ts);
}

function edgesArgument(args: PlainObject): { contain(at: string): boolean } | string {
  const latest = textArgument(args, "latest") ?? "now";
  const oldest = textArgument(args, "oldest") ?? "0";
  if (latest !== "now" && !TIMESTAMP.test(latest)) return "invalid_ts_latest";
  if (!TIMESTAMP.test(oldest)) return "invalid_ts_oldest";
  const [first, last] = [comparable(oldest), latest === "now" ? null : comparable(latest)];
  const inclusive = flagArgument(args, "inclusive") ?? false;
  return {
    contain(at) {
      if (inclusive && (at === first || at === last)) return true;
      return at > first && (last === null || at < last);
    },
  };
}

/** Timestamps are compared as text of the same length: as numbers their last digits are lost. */
function comparable(ts: string): string {
  const [seconds = "", micros = ""] = ts.split(".");
  return `${seconds.padStart(12, "0")}.${micros.padEnd(6, "0")}`;
}
