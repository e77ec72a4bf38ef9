import type { TextProblem } from "../core/text-problem.js";
import { longestPost } from "../core/text-weight.js";
import type { Words } from "../i18n/words.js";

/** What is wrong with a text, said in its field. */
export function textProblemLine(problem: TextProblem, weight: number, { answers }: Words): string {
  const say = answers.textProblem;
  return problem === "too_long" ? say.too_long(weight, longestPost) : say[problem];
}
