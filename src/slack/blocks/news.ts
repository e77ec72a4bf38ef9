import type { KnownBlock } from "@slack/types";
import { waitsForATime } from "../../core/approval.js";
import type { Desk } from "../../core/desk.js";
import type { Suggestion } from "../../core/suggestion.js";
import { heldUntil } from "../../core/when-seen.js";
import { placesTold } from "../../flows/messages-wanted.js";
import type { PostWhole } from "../../flows/ports.js";
import { isOpen } from "../../flows/repeat-article.js";
import type { Words } from "../../i18n/words.js";
import { articleBlocks, titleInText } from "./article-blocks.js";
import { contextWith, quote, type Rendered, section, verbatim } from "./block-parts.js";
import { marks } from "./card.js";
import type { FromColleagues } from "./from-colleagues.js";
import { mention } from "./mrkdwn.js";
import { sayDecided } from "./say-decided.js";
import { suggesterButtons } from "./suggester-buttons.js";
import { teamParts } from "./team-parts.js";
import { postLink, profileLink } from "./x-links.js";

export type NewsFacts = {
  readonly desk: Desk;
  readonly suggestion: Suggestion;
  readonly latest: PostWhole | null;
  readonly words: Words;
  readonly picture: "with_picture" | "without_picture";
  /** Its place in the line; null where it is not in it. */
  readonly place: number | null;
  /** The suggestion that a merged one went into, and what became of that. */
  readonly into: { readonly suggestion: Suggestion; readonly latest: PostWhole | null } | null;
} & FromColleagues;

/** The suggester's message: the life of one suggestion, and what she said about it to them alone. */
export function suggesterNews(facts: NewsFacts): Rendered {
  const { suggestion, words, desk } = facts;
  const state = stateLine(facts, "suggester");
  return {
    text: `${titleInText(suggestion, words)}: ${state}`,
    blocks: [
      contextWith(words.news.yourSuggestion, marks(suggestion, words)),
      ...articleBlocks(suggestion, desk.homeZone, words, facts.picture),
      section(state),
      ...declineReason(suggestion, words),
      ...postedText(facts),
      ...notTaken(facts),
      ...suggesterButtons(facts),
    ],
  };
}

/** The team channel's one message: never a decline, a reason, a note or a draft. */
export function teamNews(facts: NewsFacts): Rendered {
  const { suggestion, words, desk } = facts;
  const state = stateLine(facts, "team");
  return {
    text: `${words.news.suggestedBy(mention(suggestion.suggestedBy))}: ${titleInText(suggestion, words)}`,
    blocks: [
      contextWith(words.news.suggestedBy(mention(suggestion.suggestedBy)), marks(suggestion, words)),
      ...articleBlocks(suggestion, desk.homeZone, words, facts.picture),
      section(state),
      ...teamParts(facts),
    ],
  };
}

/** What the suggester wrote and nobody reads: given back, so that it is not lost. */
function notTaken({ suggestion, into, words }: NewsFacts): KnownBlock[] {
  const { state, note, reproach, teamDraft, suggestedBy } = suggestion;
  if (state !== "rejected" && state !== "merged") return [];
  // A colleague's note stands beside the suggestion it went into.
  const seconds = into !== null && isOpen(into.suggestion) && into.suggestion.suggestedBy !== suggestedBy;
  const left = [seconds ? "" : note, reproach ?? "", teamDraft ?? ""].filter((text) => text !== "");
  return left.length > 0 ? [section(words.answers.youTyped), ...left.flatMap(verbatim)] : [];
}

/** The words on X, for whoever suggested them: anyone can read them there. */
function postedText({ suggestion, latest, words }: NewsFacts): KnownBlock[] {
  const [part] = latest?.parts ?? [];
  const stands = suggestion.state === "approved" && part?.state === "published";
  return stands ? [section(words.team.postedText), quote(part.otherText ?? part.text)] : [];
}

function stateLine(facts: NewsFacts, reader: "suggester" | "team"): string {
  const { suggestion, words, desk } = facts;
  const say = words.news;
  switch (suggestion.state) {
    case "reading":
      return say.inLine;
    case "waiting":
      if (suggestion.snoozedUntil !== null && reader === "suggester")
        return words.desk.sheLooksAgain(words.dates.dayAndTime(suggestion.snoozedUntil, desk.homeZone));
      return facts.place === null ? say.inLine : placeLine(facts.place, desk, words);
    case "merged":
      return mergedLine(facts);
    case "rejected":
      return say.rejected(suggestion.refusal ?? "not_a_web_address");
    case "shown":
      if (suggestion.setback) {
        return say.back(
          suggestion.setback.kind === "refused" ? suggestion.setback.refusal : suggestion.setback.kind,
        );
      }
      return say.sentToHer(
        words.dates.dayAndTime(suggestion.shownAt ?? suggestion.suggestedAt, desk.homeZone),
      );
    case "approved":
      return postLine(facts);
    case "declined":
      return reader === "suggester" ? say.declined : say.closed;
    case "handed_over":
      return say.handedOver;
    case "withdrawn":
      return say.withdrawn;
    case "expired":
      return say.expired;
    default:
      return suggestion.state satisfies never;
  }
}

/** Exact where the message follows every move; further back it need not be. */
function placeLine(place: number, desk: Desk, words: Words): string {
  const { news: say, answers } = words;
  if (place > placesTold) return `${say.waits} ${say.farBack(placesTold)}`;
  return [say.waits, answers.place(place), ...heldLine(desk, words)].join(" ");
}

function heldLine(desk: Desk, { news, pause, dates }: Words): string[] {
  if (!desk.paused && desk.frozen === null) return [];
  const until = heldUntil(desk);
  return [until === null ? news.held : pause.heldUntil(dates.dayAndTime(until, desk.homeZone))];
}

function mergedLine({ suggestion, into, desk, words }: NewsFacts): string {
  const { team: say, news } = words;
  if (!into) return news.inLine;
  if (!isOpen(into.suggestion)) return say.mergedDecided(sayDecided(into, desk, words));
  const { suggestedBy } = into.suggestion;
  return suggestedBy === suggestion.suggestedBy ? say.mergedOwn : say.mergedOpen(mention(suggestedBy));
}

function postLine({ desk, latest, words }: NewsFacts): string {
  const say = words.news;
  if (!latest || !desk.account) return say.approved;
  const { post, parts, approval } = latest;
  switch (post.state) {
    case "scheduled":
      return waitsForATime(approval.agreed)
        ? say.scheduled(words.dates.dayAndTime(post.postAt, desk.homeZone))
        : say.approved;
    case "running":
      return say.posting;
    case "asking":
      return say.unknown;
    case "done": {
      const [part] = parts;
      if (part?.state === "taking_down") return say.takingDown;
      if (part?.state === "taken_down") return say.takenDown;
      const id = part?.xPostId;
      return id ? say.posted(postLink(desk.account, id)) : say.postedUnseen(profileLink(desk.account));
    }
    case "partial":
    case "cancelled":
    case "missed":
    case "refused":
    case "absent":
      return say.approved;
    default:
      return post.state satisfies never;
  }
}

function declineReason(suggestion: Suggestion, { news: say }: Words): KnownBlock[] {
  if (suggestion.state !== "declined") return [];
  return [
    ...(suggestion.declineReason ? [section(say.declineReason(suggestion.declineReason))] : []),
    ...(suggestion.declineNote ? [section(say.declineNote), quote(suggestion.declineNote)] : []),
  ];
}
