import type { IncomingMessage } from "node:http";

/** Enough for 25,000 characters of any script, escaped; far less than would hurt. */
const maxBodyBytes = 1_000_000;

/** A request as it came over the wire, read to its end. */
export type XRequest = {
  method: string;
  host: string;
  /** As sent, percent-encoding untouched: it is part of what is signed. */
  pathname: string;
  query: URLSearchParams;
  /** Path and query as sent. */
  path: string;
  contentType: string;
  authorization: string;
  body: string;
};

/** Reads a request whole. Null: the body is too large or the client went away. */
export async function readXRequest(incoming: IncomingMessage): Promise<XRequest | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBodyBytes) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  const path = incoming.url ?? "/";
  const cut = path.indexOf("?");
  return {
    method: incoming.method ?? "GET",
    host: incoming.headers.host ?? "",
    pathname: cut < 0 ? path : path.slice(0, cut),
    query: new URLSearchParams(cut < 0 ? "" : path.slice(cut + 1)),
    path,
    contentType: (incoming.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "",
    authorization: incoming.headers.authorization ?? "",
    body: Buffer.concat(chunks).toString("utf8"),
  };
}
