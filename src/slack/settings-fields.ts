import { mostTimes, readTimes } from "../core/read-times.js";
import type { Settings } from "../core/settings.js";
import type { Words } from "../i18n/words.js";
import { fieldChoice, fieldText } from "./field-text.js";
import { readHours } from "./hours-fields.js";

type View = Parameters<typeof fieldChoice>[0];

export type ReadSettings =
  | { readonly kind: "read"; readonly settings: Settings }
  | { readonly kind: "wrong"; readonly errors: Readonly<Record<string, string>> };

/** What she chose in the form of her settings, or what is wrong, by field. */
export function readSettings(view: View, words: Words): ReadSettings {
  const { wrong } = words.settings;
  const hours = readHours(view, words);
  const slots = readTimes(fieldText(view, "slots"));
  const errors = {
    ...(hours.kind === "wrong" ? hours.errors : {}),
    ...(slots.kind === "not_a_time" ? { slots: wrong.notATime(slots.word) } : {}),
    ...(slots.kind === "too_many" ? { slots: wrong.tooManyTimes(mostTimes) } : {}),
  };
  if (hours.kind === "wrong" || slots.kind !== "times") return { kind: "wrong", errors };
  const language = fieldChoice(view, "language");
  const settings: Settings = {
    cardsAtOnce: chosenNumber(view, "at_once"),
    cardsPerDay: chosenNumber(view, "per_day"),
    hours: hours.hours,
    slots: slots.times.length > 0 ? slots.times : null,
    apartMinutes: chosenNumber(view, "apart"),
    remindMinutes: chosenNumber(view, "remind"),
    language: language === "en" || language === "fr" ? language : null,
    showPrice: fieldChoice(view, "price") !== "hidden",
  };
  return { kind: "read", settings };
}

/** Null: as it comes. */
function chosenNumber(view: View, name: string): number | null {
  const value = fieldChoice(view, name);
  return value !== null && /^\d{1,4}$/.test(value) ? Number(value) : null;
}
