import type { ServerResponse } from "node:http";
import type { PlainObject } from "../plain-object.js";

/** Sends an answer: objects as JSON, text as text. */
export function answer(
  response: ServerResponse,
  status: number,
  body: PlainObject | string,
  headers: Record<string, string> = {},
): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? "text/plain" : "application/json; charset=utf-8";
  response.writeHead(status, { "content-type": type, ...headers }).end(text);
}
