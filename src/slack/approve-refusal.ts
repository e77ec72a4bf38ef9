import type { ApproveAnswer } from "../flows/approve.js";
import type { Settled } from "../flows/commit-decision.js";
import type { Words } from "../i18n/words.js";

/** What is wrong with the text, the time or the desk, in words; null for every other answer. */
export function approveRefusal(settled: Settled<ApproveAnswer>, words: Words): string | null {
  if (settled.kind === "taken") return null;
  const { answers: say, card } = words;
  switch (settled.answer.kind) {
    case "text":
      return card.problem(settled.answer.problem);
    case "time":
      return settled.answer.problem === "past" ? say.timePast : say.timeTooFar;
    case "no_account":
      return say.noAccount;
    case "stopped":
      return settled.answer.frozen ? say.frozen : say.stopped;
    case "approved":
    case "not_hers":
    case "settled_before":
    case "stale_card":
    case "altered_card":
    case "concern":
      return null;
    default:
      return settled.answer satisfies never;
  }
}
