import { commit, type Rules, type Step, step } from "./rules.js";
import type { State } from "./world.js";

/** `flows/expire-suggestions.ts`: the days that she leaves her card undecided pass; long before, it is up to date. */
export function expiring(state: State, { moves }: Rules): Step[] {
  const { db } = state;
  if (db.suggestion !== "shown" || db.frozen || db.paused || db.owed) return [];
  return [
    step("her days pass: it expires", commit(state, { suggestion: moves.suggestion("shown", "expired") })),
  ];
}

/** `flows/snooze.ts`: it comes back as a new message, and nothing on the old one counts. */
export function snoozing(state: State, { moves }: Rules): Step[] {
  const { db } = state;
  if (db.suggestion !== "shown" || db.owed) return [];
  const putOff = commit(state, { suggestion: moves.suggestion("shown", "waiting"), placed: null });
  return [step("she puts it off", { ...putOff, db: { ...putOff.db, owed: false } })];
}

/** `flows/want-again.ts`: into the line again, or before her at once. Its next card is a new message. */
export function wantingAgain(state: State, { moves }: Rules): Step[] {
  const { db } = state;
  if (db.suggestion !== "expired") return [];
  const waiting = moves.suggestion("expired", "waiting");
  const shown = moves.suggestion(waiting, "shown");
  // The card of a suggestion in the line owes nothing: it stands nowhere.
  const inLine = commit(state, { suggestion: waiting, placed: null });
  return [
    step("its suggester still wants it", { ...inLine, db: { ...inLine.db, owed: false } }),
    step("she wants to see it after all", commit(state, { suggestion: shown, placed: null })),
  ];
}
