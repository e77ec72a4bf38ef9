import type { RichTextBlock, RichTextBlockElement, RichTextSection } from "@slack/types";
import { type Concern, longestConcern, toShow } from "../../core/concern.js";
import type { SlackUserId } from "../../core/ids.js";
import type { Second } from "../../core/second.js";
import { longestNote } from "../../core/suggest-text.js";
import type { Suggestion } from "../../core/suggestion.js";
import type { Words } from "../../i18n/words.js";
import { cut } from "./mrkdwn.js";

/** What colleagues add to a suggestion. */
export type FromColleagues = {
  readonly seconds: readonly Second[];
  readonly concerns: readonly Concern[];
};

/** Words of colleagues that a card repeats; all of them are counted and named. */
const mostQuoted = 3;
const longestQuoted = 600;
const mostNamed = 15;

/** Why it matters to her, in the suggester's words. Nothing where they gave none. */
function why({ note, suggestedBy }: Suggestion, { desk: say }: Words): RichTextBlockElement[] {
  return note === "" ? [] : [heading(`${say.why} `, suggestedBy), quoted(note, undefined, longestNote)];
}

/**
 * Why it matters, what she may be reproached for, who seconds it and why, and what somebody is concerned about: one block, whose texts
 * stay texts. Null where nobody said anything.
 */
export function fromColleagues(
  suggestion: Suggestion,
  { seconds, concerns }: FromColleagues,
  words: Words,
): RichTextBlock | null {
  const { team: say } = words;
  const { reproach } = suggestion;
  const elements: RichTextBlockElement[] = why(suggestion, words);
  if (reproach !== null) elements.push(heading(say.reproach), quoted(reproach));
  if (seconds.length > 0) elements.push(named(say.seconds(seconds.length), seconds));
  for (const { note, userId } of seconds.filter((second) => second.note !== "").slice(0, mostQuoted))
    elements.push(quoted(note, userId));
  for (const { reason, userId } of toShow(concerns))
    elements.push(heading(`${say.concernFrom} `, userId), whole(reason));
  return elements.length === 0 ? null : { type: "rich_text", elements };
}

type Piece = RichTextSection["elements"][number];

function user(id: SlackUserId): Piece {
  return { type: "user", user_id: id };
}

function heading(text: string, who?: SlackUserId): RichTextSection {
  const words: Piece = { type: "text", text, style: { bold: true } };
  return { type: "rich_text_section", elements: who ? [words, user(who)] : [words] };
}

function named(text: string, seconds: readonly Second[]): RichTextSection {
  const people = seconds.slice(0, mostNamed).flatMap(({ userId }): Piece[] => [space, user(userId)]);
  const rest: Piece[] = seconds.length > mostNamed ? [{ type: "text", text: " …" }] : [];
  return { type: "rich_text_section", elements: [...heading(text).elements, ...people, ...rest] };
}

const space: Piece = { type: "text", text: " " };

/** She is asked to have read it. */
const whole = (reason: string) => quoted(reason, undefined, longestConcern);

function quoted(text: string, who?: SlackUserId, most = longestQuoted): RichTextBlockElement {
  const words: Piece = { type: "text", text: cut(text, most) };
  return {
    type: "rich_text_quote",
    elements: who ? [user(who), { type: "text", text: ": " }, words] : [words],
  };
}
