import { cardRounds, type Round, wasApproved, wasAsked } from "./card-rounds.js";
import type { CardStory, Create, Evidence, Press, Word } from "./evidence.js";

/** What was broken, each with the name of the article or the text. */
export type Verdict = {
  readonly approved: number;
  readonly posted: number;
  readonly asked: number;
  /** One approval of hers, and two requests that X may have acted on, or two posts. */
  readonly twice: readonly string[];
  /** On X, or asked of X, without her having pressed on exactly these bytes before. */
  readonly unapproved: readonly string[];
  /** A press that was taken, and then neither posted, given back nor asked about. */
  readonly lost: readonly string[];
  /** The card says posted, or not posted, and X shows the opposite. */
  readonly toldWrong: readonly string[];
  /** Reached X while her card did not say «Posting…». */
  readonly unwitnessed: readonly string[];
  /** She said that it did not appear, as her profile showed it, and what had been asked before did: X's doing. */
  readonly lateAfterHerWord: number;
  /** Cards on which her last presses were refused. */
  readonly refused: number;
  /** Of those, the ones where the bot was killed after the acknowledgement and before it could say so. */
  readonly refusedUntold: number;
};

/** How long after a press a private answer still counts as the answer to it, in milliseconds. */
const answerMs = 5_000;

export function judge(evidence: Evidence): Verdict {
  const { stories, posts } = evidence;
  const rounds = stories.flatMap((story) => cardRounds(story).map((round) => ({ story, round })));
  return {
    approved: rounds.filter(({ round }) => wasApproved(round)).length,
    posted: posts.length,
    asked: rounds.filter(({ round }) => wasAsked(round)).length,
    twice: stories.filter((story) => sentTooOften(story, evidence)).map(({ name }) => name),
    unapproved: unapproved(evidence),
    lost: rounds.filter(({ story, round }) => isLost(story, round, evidence)).map(({ story }) => story.name),
    toldWrong: rounds
      .filter(({ story, round }) => isToldWrong(story, round, evidence))
      .map(({ story }) => story.name),
    unwitnessed: evidence.creates.filter(({ witnessed }) => !witnessed).map(({ text }) => text),
    lateAfterHerWord: stories.flatMap(({ words }) => words.filter((word) => cameLate(word, evidence))).length,
    refused: rounds.filter(({ round }) => without(round).length > 0).length,
    refusedUntold: rounds.filter(({ round }) => without(round).some((press) => !isAnswered(press, evidence)))
      .length,
  };
}

/** A 429 is X's word that it did nothing: only such a request may be sent again without a new press. */
function mayHaveActed({ status }: Create): boolean {
  return status !== 429;
}

/**
 * One offer of a card is good for one request. X refuses a repeated text by itself, so the requests are held against
 * her presses, not only the posts.
 */
function sentTooOften(story: CardStory, evidence: Evidence): boolean {
  const rounds = cardRounds(story);
  const texts = new Set(story.presses.map(({ text }) => text));
  const pressed = rounds.filter(({ presses }) => presses.length > 0);
  const standing = evidence.posts.filter(({ text }) => texts.has(text)).length;
  return standing > pressed.length || rounds.some((round) => requests(round, texts, evidence) > 1);
}

function requests({ faces, back }: Round, texts: ReadonlySet<string>, { creates }: Evidence): number {
  const [from, to] = [faces[0]?.at ?? 0, back?.at ?? Number.POSITIVE_INFINITY];
  return creates.filter(
    (create) => mayHaveActed(create) && texts.has(create.text) && create.at >= from && create.at < to,
  ).length;
}

function unapproved({ stories, creates, posts }: Evidence): string[] {
  const presses = stories.flatMap((story) => story.presses);
  return [...creates, ...posts]
    .filter(({ text, at }) => !presses.some((press) => press.text === text && press.at <= at))
    .map(({ text }) => text);
}

/** Acknowledged presses without an effect: the offer stands as it stood. */
function without(round: Round): Press[] {
  if (wasApproved(round) || round.faces.at(-1)?.kind !== "offered") return [];
  return round.presses.filter(({ heard, refused }) => heard === "acknowledged" && !refused);
}

function isAnswered({ at }: Press, { answeredAt }: Evidence): boolean {
  return answeredAt.some((told) => told >= at && told <= at + answerMs);
}

function isLost(story: CardStory, round: Round, { refusedPresses }: Evidence): boolean {
  const suggestion = story.faces.find(({ value }) => value !== null)?.value?.split(".")[0] ?? "";
  if (without(round).length > (refusedPresses.get(suggestion) ?? 0)) return true;
  if (!wasApproved(round)) return false;
  if (round.back !== null) return round.back.setback === null;
  const last = round.faces.at(-1)?.kind;
  return last !== "posted" && last !== "asking";
}

/** A post that no request after her word can have made. */
function cameLate({ appeared, text, at }: Word, { creates, posts }: Evidence): boolean {
  if (appeared) return false;
  return posts.some(
    (post) =>
      post.text === text &&
      !creates.some((create) => create.text === text && create.at > at && create.at <= post.at),
  );
}

function isToldWrong(story: CardStory, round: Round, { posts }: Evidence): boolean {
  const texts = round.presses.map(({ text }) => text);
  const last = round.faces.at(-1);
  if (last?.kind === "posted") {
    const standing = posts.filter(({ text }) => text === last.text);
    if (last.xPost !== null) return !standing.some(({ id }) => id === last.xPost);
    return standing.length === 0 || !story.words.some(({ appeared, text }) => appeared && text === last.text);
  }
  if (round.back?.setback !== "other") return false;
  const [from, to] = [round.faces[0]?.at ?? 0, round.back.at];
  return posts.some(({ text, at }) => texts.includes(text) && at >= from && at <= to);
}
