const DAY_MS = 86_400_000;
const ISO =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:(?:T|\s+)(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * When a page says it was published: epoch milliseconds, UTC. A time without a zone is taken as UTC, a date without a
 * time as its first minute. Null for what is no date, and for a date after tomorrow, which is a mistake of the page.
 */
export function publishedAt(raw: string, now: number): number | null {
  const text = raw.trim();
  const at = fromIso(ISO.exec(text) ?? COMPACT.exec(text)) ?? fromSeconds(text) ?? fromMail(text);
  return at !== null && at <= now + DAY_MS ? at : null;
}

function fromIso(match: RegExpExecArray | null): number | null {
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (hour > 24 || minute > 59 || second > 60 || year < 1000) return null;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  // 31 February would silently become 3 March.
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null;
  return midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1_000 - offsetMs(match[7]);
}

function offsetMs(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? "");
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (match[1] === "-" ? -minutes : minutes) * 60_000;
}

/** Seconds or milliseconds since 1970, as some systems write. */
function fromSeconds(text: string): number | null {
  if (/^\d{10}$/.test(text)) return Number(text) * 1_000;
  return /^\d{13}$/.test(text) ? Number(text) : null;
}

/** The form of mail and feeds, «Tue, 12 Nov 2024 08:00:00 +0100»; only with its zone, else this machine's own would be used. */
function fromMail(text: string): number | null {
  if (!/^[a-z]{3}, \d{1,2} [a-z]{3} \d{4} [\d:]{5,8} (GMT|UTC|Z|[+-]\d{4})$/i.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
