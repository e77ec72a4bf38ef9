import type { Desk } from "./desk.js";
import { type PostingHours, parsePostingHours } from "./posting-hours.js";

/** All that suggesters ever see of what she answered: what she wants to speak about, how, and when. */
export type SeenByTeam = {
  readonly subjects: readonly string[];
  readonly notSubjects: readonly string[];
  readonly tone: string;
  /** Null: she chose none. */
  readonly hours: PostingHours | null;
};

/** Null: she has not answered yet. */
export function seenByTeam({ profile, settings }: Pick<Desk, "profile" | "settings">): SeenByTeam | null {
  if (!profile) return null;
  const { subjects, notSubjects, tone } = profile;
  const hours = settings.hours === null ? null : parsePostingHours(settings.hours);
  return { subjects, notSubjects, tone, hours };
}

/** Whether it is one of the subjects she does not want, whatever its capitals. */
export function isRefused(subject: string | null, { profile }: Pick<Desk, "profile">): boolean {
  return subject !== null && (profile?.notSubjects.some((each) => isSameSubject(each, subject)) ?? false);
}

export function isSameSubject(one: string, other: string): boolean {
  const folded = (name: string) => name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
  return folded(one) === folded(other);
}
