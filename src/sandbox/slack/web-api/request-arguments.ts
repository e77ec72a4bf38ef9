import type { IncomingMessage } from "node:http";
import { isPlainObject, type PlainObject } from "../plain-object.js";

const BODY_LIMIT = 4_000_000;

/** The whole body as text. Rejects above 4 MB or when the connection breaks. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error("a body above 4 MB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The token and the arguments of a call, from wherever Slack accepts them: header, query, form or JSON. */
export function requestArguments(
  request: IncomingMessage,
  body: string,
): { token: string | null; args: PlainObject; malformed: string | null } {
  const query = new URLSearchParams((request.url ?? "").split("?")[1] ?? "");
  const given = request.headers["content-type"] ?? "";
  let args: PlainObject = Object.fromEntries(query);
  let malformed: string | null = null;
  if (given.startsWith("application/json")) {
    const parsed = parsedObject(body);
    if (parsed) args = { ...args, ...parsed };
    else malformed = "invalid_json";
  } else if (given.startsWith("application/x-www-form-urlencoded") || body === "") {
    args = { ...args, ...Object.fromEntries(new URLSearchParams(body)) };
  } else {
    malformed = "invalid_form_data";
  }
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  const { token, ...rest } = args;
  return { token: bearer ?? (typeof token === "string" ? token : null), args: decoded(rest), malformed };
}

/** Forms carry objects and lists as JSON text; the log of calls shows what was meant. */
function decoded(args: PlainObject): PlainObject {
  const named = ["blocks", "view", "metadata", "attachments"];
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (!named.includes(name) || typeof value !== "string") return [name, value];
      try {
        return [name, JSON.parse(value) as unknown];
      } catch {
        return [name, value];
      }
    }),
  );
}

function parsedObject(body: string): PlainObject | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return isPlainObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
