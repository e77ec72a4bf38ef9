import type { Suggestion } from "../core/suggestion.js";
import type { WhenSeen } from "../core/when-seen.js";
import type { Settled } from "../flows/commit-decision.js";
import { needDesk } from "../flows/need-desk.js";
import type { Repeat } from "../flows/repeat-article.js";
import type { SuggestAnswer } from "../flows/suggest-article.js";
import type { Words } from "../i18n/words.js";
import { actions, button, section, verbatim } from "./blocks/block-parts.js";
import { mention } from "./blocks/mrkdwn.js";
import { sayDecided } from "./blocks/say-decided.js";
import { whenSeenLine } from "./blocks/when-seen-line.js";
import type { BotNeeds } from "./bot-needs.js";
import { type PrivateAnswer, privately } from "./private-answer.js";

/** What the person typed, to be given back where it was not taken in. */
export type Typed = {
  readonly label: string;
  readonly text: string;
  /** Parts of it that a second does not take. */
  readonly draft?: string;
  readonly reproach?: string;
  /** What more there is to say about the words that were taken. */
  readonly remarks?: readonly string[];
};

/** The suggester's answer: what happened to the suggestion, its place, and when she will see it. */
export async function saySuggested(
  settled: Settled<SuggestAnswer>,
  words: Words,
  typed: Typed,
  { store, log }: Pick<BotNeeds, "store" | "log">,
): Promise<PrivateAnswer> {
  const say = words.answers;
  if (settled.kind === "taken") return privately(say.taken);
  const { answer } = settled;
  const { homeZone } = await needDesk(store);
  switch (answer.kind) {
    case "taken_in":
      log("suggested", { suggestion: answer.suggestion.id });
      return privately(
        [
          say.takenIn,
          whenSeenLine(answer.seen, homeZone, words),
          say.followInDm,
          ...(typed.remarks ?? []),
        ].join(" "),
      );
    case "refused":
      return privately(say.linkRefused(answer.why), typed);
    case "too_many":
      return privately(say.tooMany(answer.most, words.dates.time(answer.liftsAt, homeZone)), typed);
    case "line_full":
      return privately(say.lineFull(answer.most), typed);
    case "seconded":
    case "seconded_before":
    case "yours_already":
      return sayUndecided(answer, words, typed, homeZone);
    case "decided_before":
      return sayDecidedBefore(answer, words, typed, await needDesk(store));
    default:
      return answer satisfies never;
  }
}

type Undecided = Extract<Repeat, { seen: WhenSeen | null }>;

function sayUndecided(
  { kind, suggestion, seen }: Undecided,
  words: Words,
  typed: Typed,
  zone: string,
): PrivateAnswer {
  const say = words.answers;
  const who = mention(suggestion.suggestedBy);
  const what = {
    seconded: say.seconded(who),
    seconded_before: say.secondedBefore(who),
    yours_already: say.yoursAlready,
  }[kind];
  const when = seen ? whenSeenLine(seen, zone, words) : say.beforeHerNow;
  if (kind === "yours_already") return privately(`${what} ${when}`, typed);
  const answer = privately([what, say.noteKept, when].join(" "));
  const { draft = "", reproach = "" } = typed;
  const rest = [
    ...givenBack(words.suggesting.notTaken.draft, draft),
    ...givenBack(words.suggesting.notTaken.reproach, reproach),
  ];
  return { ...answer, blocks: [...answer.blocks, ...rest] };
}

function givenBack(label: string, text: string) {
  return text === "" ? [] : [section(label), ...verbatim(text)];
}

function sayDecidedBefore(
  { suggestion, latest, mayInsist }: Extract<Repeat, { kind: "decided_before" }>,
  words: Words,
  typed: Typed,
  desk: Parameters<typeof sayDecided>[1],
): PrivateAnswer {
  const say = words.answers;
  const what = say.decidedBefore(sayDecided({ suggestion, latest }, desk, words));
  const answer = privately(`${what} ${mayInsist ? say.insistOnce : say.insistedBefore}`, typed);
  if (!mayInsist) return answer;
  return { ...answer, blocks: [...answer.blocks, insistActions(suggestion, words)] };
}

/** The one button of a repeat that was decided. */
export function insistActions(suggestion: Suggestion, { answers: say }: Words) {
  return actions([button("insist", say.insist, suggestion.id)]);
}
