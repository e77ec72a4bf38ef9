import { z } from "zod";
import type { Instant, XPostId } from "../core/ids.js";
import type { PostRefusal } from "../core/suggestion.js";
import type { CreateAnswer } from "../flows/ports.js";

/** What came of one request to X, without anything of the library's own (its errors carry the tokens). */
export type XAnswer =
  | {
      readonly kind: "answered";
      readonly status: number;
      /** The parsed JSON body; undefined when there was none, or it could not be parsed whole. */
      readonly body: unknown;
      readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    }
  | {
      readonly kind: "no_answer";
      /** Whether a connection came to stand: from then on X may have got the request. */
      readonly opened: boolean;
      /** The cause's code (`ECONNRESET`, `ABORT_ERR`), where it had one. */
      readonly code: string | null;
    };

/** X's ids: up to 19 digits, always strings. */
export const xId = z.string().regex(/^[0-9]{1,19}$/);

const created = z.object({ data: z.object({ id: xId.transform((id) => id as XPostId), text: z.string() }) });

const problem = z.looseObject({
  title: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  errors: z
    .array(z.looseObject({ message: z.string().optional().catch(undefined) }))
    .optional()
    .catch(undefined),
});

/** Reads X's answer to a create. Source: trust.md «Publishing rule», x.md 1.4 and 2. */
export function readXAnswer(answer: XAnswer): CreateAnswer {
  if (answer.kind === "no_answer") {
    const detail = sayNoAnswer(answer);
    // No name found, refused, no handshake, a certificate that is not X's, none of these in time: not a byte was sent.
    return answer.opened ? { kind: "unknown", detail } : { kind: "not_sent", detail };
  }
  const { status, body, headers } = answer;
  const success = created.safeParse(body);
  if (status >= 200 && status < 300 && success.success)
    return { kind: "published", xPostId: success.data.data.id, storedText: success.data.data.text };
  const words = xWords(body);
  if (words === null) return { kind: "unknown", detail: `HTTP ${status}, not an answer of X's kind` };
  if (status === 429) return { kind: "rate_limited", resetsAt: resetsAt(headers), detail: words };
  const refusal = refusalOf(status, words);
  if (refusal === null) return { kind: "unknown", detail: `HTTP ${status}: ${words}`.slice(0, 300) };
  return { kind: "refused", refusal, detail: words };
}

/** Says why no answer came, in a few plain words for the log. */
export function sayNoAnswer({ opened, code }: { opened: boolean; code: string | null }): string {
  const when = opened ? "after the connection was made" : "before a connection was made";
  return `no answer (${code ?? "connection closed"}) ${when}`;
}

/**
 * X's own words, at most 300 characters; null when this is no refusal of X's: not JSON, it carries a post, or it
 * gives no reason, as whatever stands between us and X may answer.
 */
export function xWords(body: unknown): string | null {
  const parsed = problem.safeParse(body);
  if (!parsed.success || "data" in parsed.data) return null;
  const { title, detail, errors } = parsed.data;
  const words = [detail ?? title, ...(errors ?? []).map((error) => error.message)];
  const said = [...new Set(words.filter((word) => word !== undefined))]
    .join(" ")
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .slice(0, 300);
  return said.trim() === "" ? null : said;
}

/** Of the account, or of the app. */
const suspended = /\b(?:suspended|(?:temporarily|is) locked)\b/i;

function refusalOf(status: number, words: string): PostRefusal | null {
  if ((status === 401 || status === 403) && suspended.test(words)) return "suspended";
  if (status === 401) return "not_connected";
  if (status === 402) return "no_credit";
  if (status !== 400 && status !== 403) return null;
  if (/duplicate/i.test(words)) return "duplicate";
  if (/too long|too many characters|exceeds? .*(?:length|limit of \d+ char|characters)/i.test(words))
    return "too_long";
  return status === 403 ? "forbidden" : "invalid";
}

/** When X takes posts again: the latest reset of the limits that are used up; of the short one when none says so. */
function resetsAt(headers: Readonly<Record<string, string | string[] | undefined>>): Instant | null {
  const limits = ["x-rate-limit", "x-app-limit-24hour", "x-user-limit-24hour"].map((name) => ({
    used: headers[`${name}-remaining`] === "0",
    reset: seconds(headers[`${name}-reset`]),
  }));
  const used = limits.filter((limit) => limit.used);
  const resets = (used.length > 0 ? used : limits.slice(0, 1)).map((limit) => limit.reset);
  const known = resets.filter((reset) => reset !== null);
  return known.length > 0 ? Math.max(...known) * 1_000 : null;
}

function seconds(header: string | string[] | undefined): number | null {
  return typeof header === "string" && /^\d{1,12}$/.test(header) ? Number(header) : null;
}
