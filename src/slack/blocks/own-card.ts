import type { KnownBlock } from "@slack/types";
import { writeCardKey } from "../../core/card-key.js";
import { isInCharacters, textProblem } from "../../core/text-problem.js";
import { actions, button, context, type Rendered, section } from "./block-parts.js";
import type { CardFacts } from "./card.js";
import { cardState } from "./card-state.js";
import { hiddenLines } from "./hidden-lines.js";
import { deciding, wording } from "./pressed-blocks.js";
import { scheduleNext } from "./schedule-next.js";
import { setbackLine } from "./setback-line.js";
import { termsLine } from "./terms-line.js";

/** Words of her own on a card: exactly what X would get, and the same presses as on any other. */
export function ownCard(facts: CardFacts): Rendered {
  const { suggestion, revision, desk, words } = facts;
  const say = words.own.card;
  const when = words.dates.dayAndTime(suggestion.suggestedAt, desk.homeZone);
  const decided = suggestion.state === "approved";
  return {
    text: say.fallback,
    blocks: [
      context(say.written(when)),
      section(decided ? words.card.draftPosted : words.card.draftHers),
      ...wording(revision.text),
      ...state(facts),
    ],
  };
}

function state(facts: CardFacts): KnownBlock[] {
  const { suggestion, words } = facts;
  const say = words.own.card;
  switch (suggestion.state) {
    case "shown":
      return undecided(facts);
    case "declined":
      return [section(say.discarded), actions([button("take_back", words.card.takeBack, suggestion.id)])];
    case "withdrawn":
      return [section(say.putAway)];
    case "reading":
    case "rejected":
    case "merged":
    case "waiting":
    case "approved":
    case "handed_over":
    case "expired":
      return cardState(facts);
    default:
      return suggestion.state satisfies never;
  }
}

function undecided({ desk, suggestion, revision, words, offers }: CardFacts): KnownBlock[] {
  const { card: say, team, own } = words;
  const kept = suggestion.keptRevisionId === revision.id;
  const problem = textProblem(revision.text, kept);
  const ready = problem === null && desk.account !== null;
  const carried = {
    suggestionId: suggestion.id,
    revisionId: revision.id,
    digest: revision.digest,
    accountId: desk.account?.id ?? null,
  };
  const key = writeCardKey(carried);
  return [
    ...(suggestion.setback ? [section(setbackLine(suggestion.setback, desk, words))] : []),
    context(termsLine(desk, revision.text, 0, words)),
    ...(problem ? [section(say.problem(problem))] : []),
    ...hiddenLines(revision.text, words),
    ...(kept ? [context(team.keptCharacters)] : []),
    deciding([
      ...(ready ? [button("approve", say.approve, key, "primary")] : []),
      button("rewrite", say.rewrite, key),
      ...(problem && isInCharacters(problem) ? [button("keep_characters", team.keepCharacters, key)] : []),
      ...(ready
        ? [scheduleNext(carried, offers.next, desk, words), button("schedule", say.schedule, key)]
        : []),
      button("decline", own.card.discard, key),
    ]),
  ];
}
