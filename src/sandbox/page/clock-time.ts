import type { SeenPerson } from "../slack/hands.js";

/** The hour of a message, on its reader's clock. `ts` is Slack's: unix seconds with a counter behind the point. */
export function clockTime(ts: string, reader: Pick<SeenPerson, "locale" | "tz">): string {
  return new Intl.DateTimeFormat(reader.locale, {
    timeZone: reader.tz,
    hour: "numeric",
    minute: "2-digit",
  }).format(Number.parseFloat(ts) * 1000);
}
