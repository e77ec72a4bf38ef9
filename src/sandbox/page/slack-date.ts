import type { SeenPerson } from "../slack/hands.js";

/** Fills Slack's date tokens on the reader's own clock and in the reader's language, as Slack does. */
export function slackDate(
  seconds: number,
  format: string,
  reader: Pick<SeenPerson, "locale" | "tz">,
): string {
  const show = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(reader.locale, { timeZone: reader.tz, ...options }).format(seconds * 1000);
  const short = (): string => show({ year: "numeric", month: "short", day: "numeric" });
  const long = (): string => show({ weekday: "long", year: "numeric", month: "long", day: "numeric" });
  const plain = (): string => show({ year: "numeric", month: "long", day: "numeric" });
  const pretty = (otherwise: () => string): string => nearDay(seconds, reader) ?? otherwise();
  const tokens: Record<string, () => string> = {
    date_num: () => show({ year: "numeric", month: "2-digit", day: "2-digit" }),
    date: plain,
    date_short: short,
    date_long: long,
    date_pretty: () => pretty(plain),
    date_short_pretty: () => pretty(short),
    date_long_pretty: () => pretty(long),
    day_divider_pretty: () => pretty(plain),
    time: () => show({ hour: "numeric", minute: "2-digit" }),
    time_secs: () => show({ hour: "numeric", minute: "2-digit", second: "2-digit" }),
    ago: () => pretty(short),
  };
  return format.replace(/\{(\w+)\}/g, (raw, token: string) => tokens[token]?.() ?? raw);
}

function nearDay(seconds: number, reader: Pick<SeenPerson, "locale" | "tz">): string | null {
  const dayOf = (at: number): number =>
    Date.parse(new Intl.DateTimeFormat("en-CA", { timeZone: reader.tz }).format(at)) / 86_400_000;
  const days = dayOf(seconds * 1000) - dayOf(Date.now());
  if (Math.abs(days) > 1) return null;
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: "auto" }).format(days, "day");
}
