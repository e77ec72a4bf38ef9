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
  // Java adds the zone's name in brackets, JavaScript in parentheses.
  const bare = text.slice(0, 100).replace(/\s*(\[[^\]]*\]|\([^)]*\))$/, "");
  const at =
    fromIso(ISO.exec(bare) ?? COMPACT.exec(bare)) ?? fromSeconds(bare) ?? fromMail(bare) ?? fromWords(bare);
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

/**
 * The forms of mail and of JavaScript, «Tue, 12 Nov 2024 08:00:00 +0100», «Tue Nov 12 2024 08:00:00 GMT+0100»; only
 * with their zone, else this machine's own would be used.
 */
function fromMail(text: string): number | null {
  const zone = "(GMT|UTC|UT|Z|E[SD]T|C[SD]T|M[SD]T|P[SD]T|(GMT|UTC)?[+-]\\d{2}:?\\d{2})";
  const mail = new RegExp(`^([a-z]{3,9},? )?\\d{1,2}[ -][a-z]{3}[ -]\\d{4} [\\d:]{5,8} ${zone}$`, "i");
  const script = new RegExp(`^[a-z]{3} [a-z]{3} \\d{1,2} \\d{4} [\\d:]{5,8} ${zone}$`, "i");
  if (!mail.test(text) && !script.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** The months in English and in French, without accents. */
const MONTHS = [
  ...["january janvier", "february fevrier", "march mars", "april avril", "may mai", "june juin"],
  ...["july juillet", "august aout", "september septembre", "october octobre", "november novembre"],
  "december decembre",
].map((names) => names.split(" "));

/** A day as people write it, «12 November 2026», «November 12, 2026», «12 novembre 2026», «12.11.2026»; its first minute, UTC. Never «11/12/2026»: nobody can tell its day from its month. */
function fromWords(text: string): number | null {
  // The day of the week says nothing more.
  const spoken = text.replace(/^\p{L}{3,9}\.?,? (?=\d{1,2}\D.*\p{L}{3}|\p{L})/u, "");
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|er)?\.? (?:de )?(\p{L}{3,9})\.?,? (?:de )?(\d{4})$/u.exec(
    spoken,
  );
  if (dayFirst !== null) return fromParts(dayFirst[3], monthOf(dayFirst[2] ?? ""), dayFirst[1]);
  const monthFirst = /^(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(spoken);
  if (monthFirst !== null) return fromParts(monthFirst[3], monthOf(monthFirst[1] ?? ""), monthFirst[2]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return dotted === null ? null : fromParts(dotted[3], Number(dotted[2]), dotted[1]);
}

function monthOf(word: string): number | null {
  const start = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const at = MONTHS.findIndex((names) => names.some((name) => name.startsWith(start)));
  return at < 0 ? null : at + 1;
}

function fromParts(year = "", month: number | null, day = ""): number | null {
  const two = (part: string) => part.padStart(2, "0");
  return month === null ? null : fromIso(COMPACT.exec(`${year}${two(`${month}`)}${two(day)}`));
}
