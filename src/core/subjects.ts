import { withoutHidden } from "./show-hidden.js";

/** What suggestions may be about, as somebody lists it: «Energy, Work, Europe»; «none» for no list at all. */
export type ReadSubjects =
  | { readonly kind: "subjects"; readonly subjects: readonly string[] }
  | { readonly kind: "bad"; readonly why: "none_in_it" | "too_long" }
  | { readonly kind: "bad"; readonly why: "too_many"; readonly count: number };

/** A list that is read in a glance; Slack's menus hold 75 UTF-16 units in an option. */
export const mostSubjects = 20;
export const longestSubject = 75;

/** Reads a list as it was typed: doubles are dropped, whatever their capitals, and so is what nobody sees. */
export function readSubjects(typed: string): ReadSubjects {
  if (/^none$/i.test(typed.trim())) return { kind: "subjects", subjects: [] };
  const names = new Map<string, string>();
  for (const part of withoutHidden(typed).text.split(/[,;\n、،]/)) {
    const name = part.replace(/\s+/g, " ").trim();
    const folded = name.normalize("NFC").toLowerCase();
    if (name !== "" && !names.has(folded)) names.set(folded, name);
  }
  const subjects = [...names.values()];
  if (subjects.length === 0) return { kind: "bad", why: "none_in_it" };
  if (subjects.length > mostSubjects) return { kind: "bad", why: "too_many", count: subjects.length };
  if (subjects.some(({ length }) => length > longestSubject)) return { kind: "bad", why: "too_long" };
  return { kind: "subjects", subjects };
}
