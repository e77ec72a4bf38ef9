import type { ServerResponse } from "node:http";
import type { PlainObject } from "../plain-object.js";

/** Sends an answer: objects as JSON, text as text. */
export type Answer = (
  response: ServerResponse,
  status: number,
  body: PlainObject | string,
  headers?: Record<string, string>,
) => void;

/** Answers whose `Date` tells this time (unix milliseconds) instead of the machine's. */
export function makeAnswer(now: () => number): Answer {
  return (response, status, body, headers = {}) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const type = typeof body === "string" ? "text/plain" : "application/json; charset=utf-8";
    const date = new Date(now()).toUTCString();
    response.writeHead(status, { "content-type": type, date, ...headers }).end(text);
  };
}
