import { isPlainObject, type PlainObject } from "../plain-object.js";

export type ApiAnswer = ({ ok: true } | { ok: false; error: string }) & PlainObject;

/** One method of the Web API. */
export type ApiMethod = {
  token: "bot" | "app";
  /** The scope this call needs; it may hang on the channel it is about. Null: none. */
  scope(args: PlainObject): string | null;
  run(args: PlainObject): ApiAnswer;
};

export type ApiMethods = Record<string, ApiMethod>;

/** A method for the bot token under one scope, whatever it is about. */
export function botMethod(scope: string | null, run: ApiMethod["run"]): ApiMethod {
  return { token: "bot", scope: () => scope, run };
}

export function refused(error: string, more: PlainObject = {}): ApiAnswer {
  return { ok: false, error, ...more };
}

/** A refusal that says where: Slack's `response_metadata.messages`. */
export function refusedBecause(error: string, messages: readonly string[]): ApiAnswer {
  return { ok: false, error, response_metadata: { messages } };
}

/** The argument as text; undefined when missing or empty. */
export function textArgument(args: PlainObject, name: string): string | undefined {
  const value = args[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Booleans come as such in JSON and as words in forms. */
export function flagArgument(args: PlainObject, name: string): boolean | undefined {
  const value = args[name];
  if (value === undefined || value === null) return undefined;
  return value === true || value === "true" || value === "1" || value === 1;
}

export function countArgument(args: PlainObject, name: string, fallback: number, most: number): number {
  const value = Number(args[name] ?? fallback);
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : fallback;
}

/** Objects and lists come as such in JSON and as JSON text in forms; undefined when that text is no JSON. */
export function structuredArgument(args: PlainObject, name: string): unknown {
  const value = args[name];
  if (typeof value !== "string") return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return isPlainObject(parsed) || Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** One page of a list by Slack's cursors, with the `response_metadata` that leads on. */
export function page<T>(all: readonly T[], args: PlainObject, fallback: number, most: number) {
  const size = countArgument(args, "limit", fallback, most);
  const from = Number(Buffer.from(textArgument(args, "cursor") ?? "", "base64url").toString() || 0);
  const more = from + size < all.length;
  return {
    items: all.slice(from, from + size),
    more,
    response_metadata: { next_cursor: more ? Buffer.from(String(from + size)).toString("base64url") : "" },
  };
}
