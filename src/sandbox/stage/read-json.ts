import type { IncomingMessage } from "node:http";

const MOST_BYTES = 1_000_000;

/** The request's body as JSON; undefined when it is not JSON. Throws when it is too long. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  // A form on another site can post plain text here without asking first, never this type.
  if (!(request.headers["content-type"] ?? "").startsWith("application/json")) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error("the request is too long");
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return undefined;
  }
}
