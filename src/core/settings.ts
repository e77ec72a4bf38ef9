import { type PostingHours, parsePostingHours } from "./posting-hours.js";
import type { CardLimits } from "./when-seen.js";

/** What she chose for her own desk. Null: as the environment has it, or as the product comes. */
export type Settings = {
  /** 0: no limit. */
  readonly cardsAtOnce: number | null;
  /** 0: no limit. */
  readonly cardsPerDay: number | null;
  /** As `parsePostingHours` reads it. */
  readonly hours: string | null;
  /** The times she likes to post at, minutes from midnight in her home zone, the earliest first. */
  readonly slots: readonly number[] | null;
  /** How far apart offered times stand from what is scheduled; minutes. */
  readonly apartMinutes: number | null;
  readonly language: "en" | "fr" | null;
  /** How long before a scheduled post she is reminded of it; minutes. Null: never. */
  readonly remindMinutes: number | null;
  readonly showPrice: boolean;
};

export const noSettings: Settings = {
  cardsAtOnce: null,
  cardsPerDay: null,
  hours: null,
  slots: null,
  apartMinutes: null,
  language: null,
  remindMinutes: null,
  showPrice: true,
};

/** 8:00, 12:30 and 17:30. */
export const usualSlots: readonly number[] = [8 * 60, 12 * 60 + 30, 17 * 60 + 30];
export const usualApartMinutes = 120;

/** How many cards she gets and when: as she chose, else as the environment says. */
export function cardLimits(settings: Settings, otherwise: CardLimits): CardLimits {
  return {
    atOnce: settings.cardsAtOnce ?? otherwise.atOnce,
    perDay: settings.cardsPerDay ?? otherwise.perDay,
    hours: chosenHours(settings) ?? otherwise.hours,
  };
}

function chosenHours({ hours }: Settings): PostingHours | null {
  return hours === null ? null : parsePostingHours(hours);
}
