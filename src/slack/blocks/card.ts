import type { KnownBlock } from "@slack/types";
import { cardChoices } from "../../core/card-choice.js";
import { writeCardKey } from "../../core/card-key.js";
import { toRead, writeConcernKey } from "../../core/concern.js";
import type { Desk } from "../../core/desk.js";
import type { Instant } from "../../core/ids.js";
import type { Revision } from "../../core/revision.js";
import type { Suggestion } from "../../core/suggestion.js";
import { isInCharacters, textProblem } from "../../core/text-problem.js";
import { carriesLink } from "../../core/without-link.js";
import type { PostWhole } from "../../flows/ports.js";
import type { Words } from "../../i18n/words.js";
import { articleBlocks, titleInText } from "./article-blocks.js";
import { button, context, contextWith, type Rendered, section } from "./block-parts.js";
import { cardMenu } from "./card-menu.js";
import { cardState } from "./card-state.js";
import { type FromColleagues, fromColleagues } from "./from-colleagues.js";
import { hiddenLines } from "./hidden-lines.js";
import { mention } from "./mrkdwn.js";
import { deciding, wording } from "./pressed-blocks.js";
import type { HandedTo } from "./put-aside.js";
import { scheduleNext } from "./schedule-next.js";
import { setbackLine } from "./setback-line.js";
import { termsLine } from "./terms-line.js";

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
  readonly offers: Offers;
  /** Where it was handed over to; null: it was not. */
  readonly handedTo: HandedTo | null;
} & FromColleagues;

/** What a card offers besides deciding now, as things stand when it is drawn. */
export type Offers = {
  /** The time on its button. */
  readonly next: Instant;
  /** The company has a channel to hand it to. */
  readonly corporate: boolean;
  /** How many more wait in the line. */
  readonly behind: number;
};

/** The executive's card: to decide on while it is `shown`, settled in place afterwards. */
export function card(facts: CardFacts): Rendered {
  const { suggestion, desk, words, revision } = facts;
  const who = mention(suggestion.suggestedBy);
  const when = words.dates.dayAndTime(suggestion.suggestedAt, desk.homeZone);
  const added = fromColleagues(suggestion, facts, words);
  return {
    text: spoken(facts),
    blocks: [
      contextWith(words.card.suggestedBy(who, when), marks(suggestion, words)),
      ...articleBlocks(suggestion, desk.homeZone, words, facts.picture),
      ...(added ? [added] : []),
      section(draftLabel(facts)),
      ...wording(revision.text),
      ...(suggestion.state === "shown" ? undecided(facts) : cardState(facts)),
    ],
  };
}

/** What a notification and a screen reader say: what it is, from whom, what to do. */
function spoken({ suggestion, desk, words }: CardFacts): string {
  const title = titleInText(suggestion, words);
  if (suggestion.snoozedUntil !== null)
    return words.desk.fallbackSnoozed(title, words.dates.dayAndTime(suggestion.snoozedUntil, desk.homeZone));
  return suggestion.state === "shown"
    ? words.desk.fallback(mention(suggestion.suggestedBy), title)
    : words.desk.fallbackSettled(title);
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

/** What is in the way, «Posts as @handle», the count, the price, and what this text allows to press. */
function undecided({ desk, suggestion, revision, words, concerns, offers }: CardFacts): KnownBlock[] {
  const { card: say, team } = words;
  const kept = suggestion.keptRevisionId === revision.id;
  const problem = textProblem(revision.text, kept);
  const unread = suggestion.concernAt !== null;
  const wording = { suggestionId: suggestion.id, revisionId: revision.id };
  const key = { ...wording, digest: revision.digest, accountId: desk.account?.id ?? null };
  const value = writeCardKey(key);
  const ready = problem === null && desk.account !== null && !unread;
  const unwritten = revision.source === "headline";
  const rewrite = button("rewrite", say.rewrite, value, unwritten ? "primary" : undefined);
  const approve = button("approve", say.approve, value, unwritten ? undefined : "primary");
  const first = unwritten ? [rewrite, approve] : [approve, rewrite];
  const told = [
    suggestion.setback ? setbackLine(suggestion.setback, desk, words) : [],
    problem ? say.problem(problem) : [],
    unread ? team.readFirst : [],
    kept ? team.keptCharacters : [],
  ].flat();
  const choices = cardChoices.filter((choice) => {
    if (choice === "schedule") return ready;
    if (choice === "drop_link") return carriesLink(revision.text, suggestion.link);
    return choice !== "corporate" || offers.corporate;
  });
  return [
    ...(told.length > 0 ? [section(told.join("\n"))] : []),
    ...hiddenLines(revision.text, words),
    context(termsLine(desk, revision.text, offers.behind, words)),
    deciding([
      ...(unread
        ? [button("concern_seen", team.haveRead, writeConcernKey(toRead(concerns)), "primary")]
        : []),
      ...(ready ? first : [rewrite]),
      ...(problem && isInCharacters(problem) ? [button("keep_characters", team.keepCharacters, value)] : []),
      ...(ready ? [scheduleNext(key, offers.next, desk, words)] : []),
      button("decline", say.decline, value),
      cardMenu(choices, wording, words),
    ]),
  ];
}
