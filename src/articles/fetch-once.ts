import type { LookupFunction } from "node:net";
import { isIPv6 } from "node:net";
import { buildConnector, Client } from "undici";
import type { Unreadable } from "../core/article.js";
import { readUrl } from "../core/read-url.js";
import { nameOf } from "./host-name.js";
import { readBody } from "./read-body.js";
import { whyStatus } from "./why-unreadable.js";

const LARGEST_HEADERS = 32 * 1024;
const MOST_HEADERS = 500;
/** Taken from the connection, and held before it is waited for, at a time; bytes. */
const SIP = 4 * 1024;
/** Longest address a redirect may lead to: what sites send each other is longer than what people do. */
const LONGEST_PLACE = 8_000;
/** Said here, or a variable of the environment could unsay it. */
const TRUST = { rejectUnauthorized: true, minVersion: "TLSv1.2" } as const;
/** The answers that send a reader on; 300, 304 and 305 only look like them. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const HEADERS = {
  "user-agent": "Firsthand (reads one page when a person suggests it)",
  accept: "text/html,application/xhtml+xml;q=0.9",
  "accept-language": "en, fr;q=0.9, *;q=0.5",
  "accept-encoding": "gzip, br, deflate",
};

/** What files of other kinds begin with, whatever they are called. */
const FILES = [
  ...["%PDF-", "PK\x03\x04", "GIF8", "\x89PNG", "\xff\xd8\xff", "RIFF", "\x1aE\xdf\xa3", "ID3", "OggS"],
  ...["\x1f\x8b", "Rar!", "\x7fELF", "{\\rtf"],
];

export type Answered =
  | { readonly kind: "page"; readonly bytes: Buffer; readonly cut: boolean; readonly contentType: string }
  | { readonly kind: "redirect"; readonly to: URL }
  | { readonly kind: "unreadable"; readonly why: Unreadable };

export type Limits = { readonly deadlineMs: number; readonly maxBytes: number };

/**
 * One request over one connection, to the addresses given and no other. No cookies, no referrer, no redirect followed.
 * Rejects with the network's error, or with the signal's reason.
 */
export async function fetchOnce(
  url: URL,
  addresses: readonly string[],
  limits: Limits,
  signal: AbortSignal,
): Promise<Answered> {
  // A server asked for «example.com.» seldom knows itself by that name.
  const port = url.port === "" ? "" : `:${url.port}`;
  const client = new Client(`${url.protocol}//${nameOf(url)}${port}`, {
    // A request still waiting for its connection does not hear its own signal: the socket must.
    connect: inSips({ lookup: pinnedTo(addresses), timeout: limits.deadlineMs, signal, ...TRUST }),
    maxHeaderSize: LARGEST_HEADERS,
    headersTimeout: limits.deadlineMs,
    bodyTimeout: limits.deadlineMs,
  });
  try {
    signal.throwIfAborted();
    const answer = await client.request({
      method: "GET",
      path: `${url.pathname}${url.search}`,
      headers: HEADERS,
      highWaterMark: SIP,
      signal,
    });
    // The body may fail after we stopped listening to it; without this the process would end.
    answer.body.on("error", () => undefined);
    if (Object.values(answer.headers).flat().length > MOST_HEADERS)
      return { kind: "unreadable", why: "too_large" };
    const values = (name: string) => [answer.headers[name] ?? []].flat();
    const header = (name: string) => values(name).join(", ");
    if (REDIRECTS.has(answer.statusCode)) return redirectTo(values("location"), url);
    const bad = whyStatus(answer.statusCode);
    if (bad !== null) return { kind: "unreadable", why: bad };
    const contentType = header("content-type");
    if (contentType !== "" && !isHtml(contentType)) return { kind: "unreadable", why: "not_html" };
    const body = await readBody(answer.body, header("content-encoding"), limits.maxBytes);
    if (body === null) return { kind: "unreadable", why: "server_error" };
    if (body.bytes.length > 0 && !mayBePage(body.bytes, contentType))
      return { kind: "unreadable", why: "not_html" };
    return { kind: "page", ...body, contentType };
  } finally {
    await client.destroy();
  }
}

/**
 * Connects so that what arrived is handed on in small pieces: between two of them the client sees that it was enough.
 * A buffer full of tiny chunks or headers is else worked through whole, long after the limit, in one turn of the event loop.
 */
function inSips(options: buildConnector.BuildOptions): buildConnector.connector {
  const connect = buildConnector(options);
  return (where, done) =>
    connect(where, (...[error, socket]) => {
      if (error !== null) return done(error, null);
      const read = socket.read.bind(socket);
      // What a stream still holds is handed out even after its end.
      socket.read = (size?: number) =>
        socket.destroyed ? null : read(size ?? (Math.min(SIP, socket.readableLength) || undefined));
      done(null, socket);
    });
}

/** The name is not looked up again: between two look-ups it may have moved inside. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_hostname, options, done) => {
    const first = all[0];
    if (options.all === true || first === undefined) done(null, all);
    else done(null, first.address, first.family);
  };
}

/** No place to go, or several at once, is an answer nobody can follow. */
function redirectTo(places: readonly string[], from: URL): Answered {
  const [to = "", ...others] = new Set(places);
  const followed = to !== "" && to.length <= LONGEST_PLACE && others.length === 0;
  const place = followed ? readUrl(to, from.href) : null;
  return place === null ? { kind: "unreadable", why: "server_error" } : { kind: "redirect", to: place };
}

function isHtml(contentType: string): boolean {
  return /^\s*(text\/html|application\/xhtml\+xml)\s*(;|,|$)/i.test(contentType);
}

/** What came without a type must begin like a page; what is called a page must not begin like a file of another kind. */
function mayBePage(bytes: Buffer, contentType: string): boolean {
  const start = bytes.toString("latin1", 0, 512);
  if (contentType === "") return /^(\u00ef\u00bb\u00bf)?\s*<[!?a-z]/i.test(start);
  return !FILES.some((mark) => start.startsWith(mark)) && !start.startsWith("ftyp", 4);
}
