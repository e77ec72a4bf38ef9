import type { WhenSeen } from "../core/when-seen.js";
import type { Settled } from "../flows/commit-decision.js";
import { needDesk } from "../flows/need-desk.js";
import type { SuggestAnswer } from "../flows/suggest-article.js";
import type { Words } from "../i18n/words.js";
import type { BotNeeds } from "./bot-needs.js";
import { type PrivateAnswer, privately } from "./private-answer.js";

/** The suggester's answer: what happened to the suggestion, and when she will see it. */
export async function saySuggested(
  settled: Settled<SuggestAnswer>,
  words: Words,
  typed: { readonly label: string; readonly text: string },
  { store, log }: Pick<BotNeeds, "store" | "log">,
): Promise<PrivateAnswer> {
  const say = words.answers;
  if (settled.kind === "taken") return privately(say.taken);
  const { answer } = settled;
  const { homeZone } = await needDesk(store);
  switch (answer.kind) {
    case "taken_in":
      log("suggested", { suggestion: answer.suggestion.id });
      return privately([say.takenIn, whenSeenLine(answer.seen, homeZone, words), say.followInDm].join(" "));
    case "refused":
      return privately(say.linkRefused(answer.why), typed);
    case "too_many":
      return privately(say.tooMany(answer.most, words.dates.time(answer.liftsAt, homeZone)), typed);
    default:
      return answer satisfies never;
  }
}

function whenSeenLine(seen: WhenSeen, zone: string, { answers: say, dates }: Words): string {
  switch (seen.kind) {
    case "now":
      return say.seenNow;
    case "at":
      return say.seenAt(dates.dayAndTime(seen.at, zone));
    case "after_others":
      return say.seenAfter(seen.others);
    case "paused":
      return say.seenWhenBack;
    default:
      return seen satisfies never;
  }
}
