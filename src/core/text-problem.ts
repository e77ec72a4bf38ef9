import { hiddenCharacters } from "./hidden-characters.js";
import { lookAlikes } from "./look-alikes.js";
import { fits } from "./text-weight.js";

/** Why X would not take a text, or why it may not be approved as it stands. */
export type TextProblem = "empty" | "too_long" | "hidden_characters" | "look_alikes";

/** What she may keep on purpose. */
export function isInCharacters(problem: TextProblem): boolean {
  return problem === "hidden_characters" || problem === "look_alikes";
}

/**
 * The first thing wrong with a text, or null. The text itself is never mended.
 * @param kept she keeps its hidden and look-alike characters on purpose
 */
export function textProblem(text: string, kept = false): TextProblem | null {
  if (text.trim() === "") return "empty";
  if (!fits(text)) return "too_long";
  if (kept) return null;
  if (lookAlikes(text).length > 0) return "look_alikes";
  return hiddenCharacters(text).some((hidden) => hidden.blocking) ? "hidden_characters" : null;
}
