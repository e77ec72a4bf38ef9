import type { Instant } from "../../core/ids.js";
import { comesTwice, offsetMinutes } from "../../core/wall-change.js";
import type { Words } from "../../i18n/words.js";

/** Her home zone, which her posts follow, and the one her Slack says she is in now. */
export type Zones = { readonly home: string; readonly here: string };

/** A scheduled time as she is told it everywhere: at home, and where she is when the clock shows another hour there. */
export function sayTime(at: Instant, zones: Zones, words: Words): string {
  return inBoth(at, zones, words, (zone) => onWall(at, zone, words, words.dates.dayAndTime));
}

/** The same, short enough for an option, or, of the home zone alone, for a button. */
export function sayTimeShort(at: Instant, zones: Zones, words: Words): string {
  return inBoth(at, zones, words, (zone) => onWall(at, zone, words, words.dates.shortly));
}

/** With the name of each zone beside it. */
export function sayTimeInZone(at: Instant, zones: Zones, words: Words): string {
  const { times, dates } = words;
  return inBoth(at, zones, words, (zone) => times.inZone(onWall(at, zone, words, dates.dayAndTime), zone));
}

function inBoth(at: Instant, { home, here }: Zones, { times }: Words, say: (zone: string) => string): string {
  if (offsetMinutes(at, home) === offsetMinutes(at, here)) return say(home);
  return times.andThere(say(home), say(here));
}

type Format = (at: Instant, zone: string) => string;

function onWall(at: Instant, zone: string, { times }: Words, format: Format): string {
  const shown = format(at, zone);
  return comesTwice(at, zone) ? `${shown} ${times.offset(utcOffset(at, zone))}` : shown;
}

/** «+2», «-3:30» */
function utcOffset(at: Instant, zone: string): string {
  const minutes = offsetMinutes(at, zone);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}
