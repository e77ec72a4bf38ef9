import type { KnownBlock, RichTextBlock, RichTextSection } from "@slack/types";
import type { Desk } from "../../core/desk.js";
import type { RecordHead } from "../../core/record.js";
import type { Suggestion } from "../../core/suggestion.js";
import type { Week } from "../../core/week.js";
import type { WeekFacts } from "../../flows/ports.js";
import type { Words } from "../../i18n/words.js";
import { titleLink } from "./article-blocks.js";
import { context, type Rendered, section } from "./block-parts.js";
import { postLink, profileLink } from "./x-links.js";

/** Lines a list shows before it says how many more there are. */
const mostLines = 15;

export type SummaryLook = {
  readonly desk: Desk;
  readonly words: Words;
  readonly heading: string;
  /** The end of the record, told so that nobody can cut it off unseen; null in a summary of the running week. */
  readonly head: RecordHead | null;
};

/** The week in numbers, titles and links: no note, no reason, no draft. */
export function summary(week: Week, facts: WeekFacts, { desk, words, heading, head }: SummaryLook): Rendered {
  const say = words.news.summary;
  const { suggested, posted, declined, waiting } = facts;
  const told = new Set(
    [...posted.map(({ suggestion }) => suggestion), ...declined, ...waiting].map(({ id }) => id),
  );
  const others = suggested.filter(({ id }) => !told.has(id));
  const empty = suggested.length + posted.length + declined.length + waiting.length === 0;
  const counts = empty
    ? say.quiet
    : say.counts(suggested.length, posted.length, declined.length, waiting.length);
  const range = say.title(
    words.dates.day(week.from, desk.homeZone),
    words.dates.day(week.to - 1, desk.homeZone),
  );
  const postedLines = posted.map(({ suggestion, xPostId, takenDown }): RichTextSection => {
    const down = { type: "text" as const, text: ` · ${say.takenDown}` };
    if (takenDown) return { type: "rich_text_section", elements: [titleLink(suggestion, words), down] };
    const post = desk.account
      ? [
          { type: "text" as const, text: " · " },
          {
            type: "link" as const,
            url: xPostId ? postLink(desk.account, xPostId) : profileLink(desk.account),
            text: say.seePost,
          },
        ]
      : [];
    return { type: "rich_text_section", elements: [titleLink(suggestion, words), ...post] };
  });
  return {
    text: `${heading}: ${counts}`,
    blocks: [
      { type: "header", text: { type: "plain_text", text: heading, emoji: true } },
      section(heading === range ? counts : `${range}\n${counts}`),
      ...list(say.posted, postedLines, words),
      ...list(say.suggested, others.map(titleLine(words)), words),
      ...list(say.declined, declined.map(titleLine(words)), words),
      ...list(say.waiting, waiting.map(titleLine(words)), words),
      ...(head ? [context(say.head(head.seq, `${head.seq}:${head.hash}`))] : []),
    ],
  };
}

function titleLine(words: Words) {
  return (suggestion: Suggestion): RichTextSection => ({
    type: "rich_text_section",
    elements: [titleLink(suggestion, words)],
  });
}

function list(heading: string, lines: readonly RichTextSection[], words: Words): KnownBlock[] {
  if (lines.length === 0) return [];
  const more: RichTextSection[] =
    lines.length <= mostLines
      ? []
      : [
          {
            type: "rich_text_section",
            elements: [{ type: "text", text: words.news.summary.more(lines.length - mostLines) }],
          },
        ];
  const block: RichTextBlock = {
    type: "rich_text",
    elements: [
      { type: "rich_text_section", elements: [{ type: "text", text: heading, style: { bold: true } }] },
      { type: "rich_text_list", style: "bullet", elements: [...lines.slice(0, mostLines), ...more] },
    ],
  };
  return [block];
}
