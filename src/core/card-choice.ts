import type { Instant, RevisionId, SuggestionId } from "./ids.js";
import { nextOpen, type PostingHours } from "./posting-hours.js";
import { mondayMorning, opensTomorrow, tonight } from "./posting-times.js";
import { dayStart, wallAt } from "./zone-time.js";

/** What the menu of a card offers (CONTRACT: option values begin with the same word as the button). */
export const cardChoices = ["schedule", "drop_link", "corporate", "snooze", "pause"] as const;
export type CardChoice = (typeof cardChoices)[number];

/** The wording a choice was offered for; its digest is not carried, because a revision never changes. */
export type ChosenWording = { readonly suggestionId: SuggestionId; readonly revisionId: RevisionId };

/** At most 75 characters, as Slack wants it. */
export function writeChoice(choice: CardChoice, { suggestionId, revisionId }: ChosenWording): string {
  return `${choice} ${suggestionId} ${revisionId}`;
}

/** A choice as it was picked, and what it carries; null for anything this product did not write. */
export function readChoice(value: unknown): { readonly choice: CardChoice; readonly rest: string } | null {
  const [word, ...rest] = String(value ?? "").split(" ");
  const choice = cardChoices.find((each) => each === word);
  return choice === undefined ? null : { choice, rest: rest.join(" ") };
}

export function readChosenWording(value: unknown): ChosenWording | null {
  const [, suggestionId, revisionId] = /^([a-z0-9]{20}) ([a-z0-9]{20})$/.exec(String(value ?? "")) ?? [];
  if (!suggestionId || !revisionId) return null;
  return { suggestionId: suggestionId as SuggestionId, revisionId: revisionId as RevisionId };
}

/** When she looks at it again. `now`: she changed her mind. */
export const snoozes = ["tonight", "tomorrow", "monday", "now"] as const;
export type Snooze = (typeof snoozes)[number];

export function writeSnooze(until: Snooze, suggestionId: SuggestionId): string {
  return `snooze ${until} ${suggestionId}`;
}

export function readSnooze(
  value: unknown,
): { readonly until: Snooze; readonly suggestionId: SuggestionId } | null {
  const [, word, id] = /^(\w+) ([a-z0-9]{20})$/.exec(String(value ?? "")) ?? [];
  const until = snoozes.find((each) => each === word);
  return until && id ? { until, suggestionId: id as SuggestionId } : null;
}

/** The instant a choice means; null where there is none: the evening is over, or it is to come back now. */
export function snoozedTill(until: Snooze, now: Instant, zone: string, hours: PostingHours): Instant | null {
  switch (until) {
    case "tonight":
      return tonight(now, zone);
    case "tomorrow":
      return opensTomorrow(now, zone, hours);
    case "monday":
      return hours.kind === "always"
        ? mondayMorning(now, zone)
        : nextOpen(hours, zone, dayStart(now, zone, 8 - wallAt(now, zone).weekday));
    case "now":
      return null;
    default:
      return until satisfies never;
  }
}
