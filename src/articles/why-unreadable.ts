import { errors } from "undici";
import type { Unreadable } from "../core/article.js";

const BY_CODE: ReadonlyMap<string, Unreadable> = new Map([
  ["ENOTFOUND", "no_such_host"],
  ["ENODATA", "no_such_host"],
  ["EAI_NODATA", "no_such_host"],
  ["EAI_NONAME", "no_such_host"],
  ["ETIMEDOUT", "too_slow"],
  ["UND_ERR_CONNECT_TIMEOUT", "too_slow"],
  ["UND_ERR_HEADERS_TIMEOUT", "too_slow"],
  ["UND_ERR_BODY_TIMEOUT", "too_slow"],
  ["UND_ERR_HEADERS_OVERFLOW", "too_large"],
  ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "server_error"],
]);

/** Bodies that are not packed as they claim. */
const BROKEN_ANSWER = /^(Z_|ERR_BROTLI|ERR__ERROR|ERR_ZLIB)/;

/** What TLS says of a certificate or a protocol it does not trust. */
const NOT_TRUSTED =
  /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|HOSTNAME_MISMATCH|PATH_LENGTH|^ERR_SSL_(TLSV1_ALERT_PROTOCOL|UNSUPPORTED_PROTOCOL|SSLV3|NO_PROTOCOLS)/;

/**
 * What a failure on the way means to the person who suggested the link; null for a failure that is ours (no code of the
 * network, of HTTP or of unpacking), which the caller must not swallow.
 */
export function whyUnreadable(error: unknown): Unreadable | null {
  // Its code is missing where the parser had no word for what it met.
  if (error instanceof errors.HTTPParserError) return "server_error";
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  if (NOT_TRUSTED.test(error.code)) return "not_secure";
  return BY_CODE.get(error.code) ?? (BROKEN_ANSWER.test(error.code) ? "server_error" : "unreachable");
}

/** What a final HTTP status other than success means. Null for 200 to 299. */
export function whyStatus(status: number): Unreadable | null {
  if (status >= 200 && status < 300) return null;
  if (status === 401 || status === 402 || status === 407) return "needs_sign_in";
  if (status === 429) return "too_busy";
  if (status === 404 || status === 410) return "not_found";
  if (status >= 400 && status < 500) return "not_allowed";
  return "server_error";
}
