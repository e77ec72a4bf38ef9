/** Unix seconds as `YYYY-MM-DDTHH:mm` on the clock of a zone, the form a date-and-time field takes. */
export function toZoned(seconds: number, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(seconds * 1000);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/** The unix seconds at which a zone's clock shows `YYYY-MM-DDTHH:mm`; null when the field is not filled. */
export function fromZoned(local: string, zone: string): number | null {
  const wanted = Date.parse(`${local}Z`);
  if (Number.isNaN(wanted)) return null;
  // The offset may change between the guess and the answer (summer time), so the guess is corrected twice.
  let guess = wanted;
  for (let round = 0; round < 2; round += 1) {
    guess += wanted - Date.parse(`${toZoned(guess / 1000, zone)}Z`);
  }
  return Math.floor(guess / 1000);
}
