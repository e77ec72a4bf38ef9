import type { KnownBlock, RichTextBlock, RichTextSection } from "@slack/types";
import type { Desk } from "../../core/desk.js";
import type { Instant } from "../../core/ids.js";
import type { Notice, NoticeAbout } from "../../core/notice.js";
import { pauseUntils } from "../../core/pause-until.js";
import type { Suggestion } from "../../core/suggestion.js";
import type { Words } from "../../i18n/words.js";
import { titleLink } from "./article-blocks.js";
import { actions, context, type Rendered, section } from "./block-parts.js";
import { pauseButton, pausedLine, resumeActions } from "./pause-blocks.js";

/** What a pause holds while it stands, and what became overdue in it once it is over. */
export type Held = {
  /** In the line. */
  readonly cards: number;
  /** The next first. */
  readonly posts: readonly { readonly suggestion: Suggestion; readonly at: Instant }[];
  readonly overdue: readonly Suggestion[];
};

export const nothingHeld: Held = { cards: 0, posts: [], overdue: [] };

/** Lines of a list. */
const mostListed = 15;

type Pause = Extract<NoticeAbout, { kind: "paused" }>;

/** What she reads about a pause, while it stands and when it is over. */
export function pauseNotice(told: Notice, about: Pause, held: Held, desk: Desk, words: Words): Rendered {
  const { pause: say } = words;
  if (told.endedAt === null) {
    const lines = [pausedLine(about.until, desk.homeZone, words), say.holds(held.cards, held.posts.length)];
    const times = held.posts.map(({ suggestion, at }) =>
      line(suggestion, words, words.dates.dayAndTime(at, desk.homeZone)),
    );
    return drawn(lines, [
      ...list(times, words),
      context(say.notSentLate),
      resumeActions(told.id, words),
      ...otherEnds(words),
    ]);
  }
  if (about.ended === "replaced") return drawn([say.replaced]);
  const { length } = held.overdue;
  const lines = [
    about.ended === "by_itself" ? say.byItself : say.byHer,
    length > 0 ? say.overdue(length) : say.nothingOverdue,
  ];
  const again = actions([pauseButton("tomorrow", words)]);
  return drawn(lines, [
    ...list(
      held.overdue.map((each) => line(each, words)),
      words,
    ),
    again,
  ]);
}

/** Slack wants action ids unique within a block. */
function otherEnds(words: Words): KnownBlock[] {
  return pauseUntils.map((until) => actions([pauseButton(until, words)]));
}

function drawn(lines: readonly string[], rest: readonly KnownBlock[] = []): Rendered {
  return { text: lines.join(" "), blocks: [...lines.map(section), ...rest] };
}

function line(suggestion: Suggestion, words: Words, tail?: string): RichTextSection {
  const after = tail ? [{ type: "text" as const, text: ` · ${tail}` }] : [];
  return { type: "rich_text_section", elements: [titleLink(suggestion, words), ...after] };
}

function list(lines: readonly RichTextSection[], { pause: say }: Words): KnownBlock[] {
  if (lines.length === 0) return [];
  const listed: RichTextBlock = {
    type: "rich_text",
    elements: [{ type: "rich_text_list", style: "bullet", elements: lines.slice(0, mostListed) }],
  };
  const left = lines.length - mostListed;
  return left > 0 ? [listed, context(say.morePosts(left))] : [listed];
}
