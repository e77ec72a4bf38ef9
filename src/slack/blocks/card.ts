import type { KnownBlock } from "@slack/types";
import { writeCardKey } from "../../core/card-key.js";
import { toRead, writeConcernKey } from "../../core/concern.js";
import type { Desk } from "../../core/desk.js";
import type { Revision } from "../../core/revision.js";
import type { Setback, Suggestion } from "../../core/suggestion.js";
import { isInCharacters, textProblem } from "../../core/text-problem.js";
import { longestPost, priceOfPost, weigh } from "../../core/text-weight.js";
import type { PostWhole } from "../../flows/ports.js";
import type { Words } from "../../i18n/words.js";
import { articleBlocks, titleInText } from "./article-blocks.js";
import { button, context, contextWith, quote, type Rendered, section } from "./block-parts.js";
import { cardState } from "./card-state.js";
import { type FromColleagues, fromColleagues } from "./from-colleagues.js";
import { hiddenLines } from "./hidden-lines.js";
import { mention } from "./mrkdwn.js";
import { deciding, wording } from "./pressed-blocks.js";

/** Everything a card is drawn from. */
export type CardFacts = {
  readonly desk: Desk;
  readonly suggestion: Suggestion;
  readonly revision: Revision;
  readonly latest: PostWhole | null;
  readonly words: Words;
  /** The zone she is in, where Slack says another than her home zone. */
  readonly here?: string | undefined;
  readonly picture: "with_picture" | "without_picture";
} & FromColleagues;

/** The executive's card: to decide on while it is `shown`, settled in place afterwards. */
export function card(facts: CardFacts): Rendered {
  const { suggestion, desk, words, revision } = facts;
  const who = mention(suggestion.suggestedBy);
  const when = words.dates.dayAndTime(suggestion.suggestedAt, desk.homeZone);
  const added = fromColleagues(suggestion, facts, words);
  return {
    text: words.card.fallback(titleInText(suggestion, words)),
    blocks: [
      contextWith(words.card.suggestedBy(who, when), marks(suggestion, words)),
      ...articleBlocks(suggestion, desk.homeZone, words, facts.picture),
      ...(suggestion.note === "" ? [] : [section(words.card.why(who)), quote(suggestion.note)]),
      ...(added ? [added] : []),
      section(draftLabel(facts)),
      ...wording(revision.text),
      ...(suggestion.state === "shown" ? undecided(facts) : cardState(facts)),
    ],
  };
}

/** What is said beside who suggested it: its subject, until when it is of use, and that it comes a second time. */
export function marks({ subject, urgency, insistsOn }: Suggestion, { team: say }: Words): string[] {
  return [
    ...(subject === null ? [] : [subject]),
    ...(urgency === "any_time" ? [] : [say.urgency[urgency]]),
    ...(insistsOn === null ? [] : [say.insistsOn]),
  ];
}

function draftLabel({ suggestion, revision, words }: CardFacts): string {
  if (suggestion.state === "approved") return words.card.draftPosted;
  switch (revision.source) {
    case "headline":
      return words.card.draftUnwritten;
    case "team":
      return words.card.draftByTeam;
    case "executive":
      return words.card.draftHers;
    default:
      return revision.source satisfies never;
  }
}

/** «Posts as @handle», the count, the price, and the buttons that this text allows. */
function undecided({ desk, suggestion, revision, words, concerns }: CardFacts): KnownBlock[] {
  const { card: say, team } = words;
  const kept = suggestion.keptRevisionId === revision.id;
  const problem = textProblem(revision.text, kept);
  const unread = suggestion.concernAt !== null;
  const key = writeCardKey({
    suggestionId: suggestion.id,
    revisionId: revision.id,
    digest: revision.digest,
    accountId: desk.account?.id ?? null,
  });
  const ready = problem === null && desk.account !== null && !unread;
  const rewrite = button("rewrite", say.rewrite, key, revision.source === "headline" ? "primary" : undefined);
  const approve = button("approve", say.approve, key, revision.source === "headline" ? undefined : "primary");
  const first = revision.source === "headline" ? [rewrite, approve] : [approve, rewrite];
  return [
    ...(suggestion.setback ? [section(setbackLine(suggestion.setback, words))] : []),
    context(terms(desk, revision.text, words)),
    ...(problem ? [section(say.problem(problem))] : []),
    ...hiddenLines(revision.text, words),
    ...(unread ? [section(team.readFirst)] : []),
    ...(kept ? [context(team.keptCharacters)] : []),
    deciding([
      ...(unread
        ? [button("concern_seen", team.haveRead, writeConcernKey(toRead(concerns)), "primary")]
        : []),
      ...(ready ? first : [rewrite]),
      ...(problem && isInCharacters(problem) ? [button("keep_characters", team.keepCharacters, key)] : []),
      ...(ready ? [button("schedule", say.schedule, key)] : []),
      button("decline", say.decline, key),
    ]),
  ];
}

/** «Posts as @handle», the count and the price of this press. */
export function terms(desk: Desk, text: string, words: Words): string {
  if (!desk.account) return words.card.noAccount;
  const price = priceOfPost(text) > 0.1 ? words.card.priceWithLink : words.card.priceWithout;
  return words.card.terms(desk.account.handle, weigh(text).documented, longestPost, price);
}

export function setbackLine(setback: Setback, words: Words): string {
  const say = words.card.setback;
  return setback.kind === "refused" ? say.refused(setback.refusal) : say[setback.kind];
}
