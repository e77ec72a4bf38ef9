import type { KnownBlock, RichTextSection } from "@slack/types";
import type { Desk } from "../../core/desk.js";
import type { Instant, NoticeId, PostId, XPostId } from "../../core/ids.js";
import type { RecordHead } from "../../core/record.js";
import type { Suggestion } from "../../core/suggestion.js";
import type { HerTrend } from "../../flows/her-trend.js";
import type { Words } from "../../i18n/words.js";
import { titleLink, titleOf } from "./article-blocks.js";
import { actions, button, context, section } from "./block-parts.js";
import { type HomePages, type Page, type PagedList, pageButtons } from "./home-page.js";
import { cut } from "./mrkdwn.js";
import { ownWordsLines } from "./own-words-lines.js";
import { pauseChoices, pausedBlocks, pausedLine } from "./pause-blocks.js";
import { profileButton } from "./profile-view.js";
import { settingsButton } from "./settings-view.js";
import { postLink } from "./x-links.js";

/** Something of hers, and where its card stands in her conversation; null: Slack did not say. */
export type OnCard = { readonly suggestion: Suggestion; readonly card: string | null };

/** Her desk: what stands before her, what goes out when, what waits, what was posted. A page of each. */
export type HerDesk = {
  readonly kind: "executive";
  readonly pages: HomePages;
  readonly shown: Page<OnCard>;
  readonly scheduled: Page<OnCard & { readonly postId: PostId; readonly at: Instant }>;
  readonly snoozed: Page<OnCard>;
  readonly line: Page<Suggestion>;
  readonly posted: Page<{
    readonly suggestion: Suggestion;
    readonly xPostId: XPostId | null;
    readonly at: Instant;
    readonly takenDown: boolean;
  }>;
  /** What tells of the pause in her direct message; null: nothing is paused. */
  readonly pause: NoticeId | null;
  readonly trend: HerTrend;
  /** The head of the record that was told last; null: none yet. */
  readonly head: RecordHead | null;
};

export function herDesk(facts: HerDesk, desk: Desk, words: Words): KnownBlock[] {
  const { dates, news, desk: say, team } = words;
  const { homeZone: zone, account } = desk;
  const { shown, scheduled, snoozed, line, posted, head } = facts;
  const paged = (name: PagedList, heading: string, { lines, total }: Page<unknown>, blocks: KnownBlock[]) => [
    section(total > 0 ? `*${heading}* · ${total}` : `*${heading}*`),
    ...(lines.length > 0 ? blocks : [context(news.home.none)]),
    ...pageButtons(name, total, facts.pages, words),
  ];
  const onCard = ({ suggestion, card }: OnCard, tail?: string) =>
    row(suggestion, [...(tail ? [text(tail)] : []), ...(card ? [linked(card, say.home.card)] : [])], words);
  return [
    section(news.home.forHer),
    ...standstill(facts.pause, desk, words),
    ...paged("shown", news.home.beforeYou, shown, [bullets(shown.lines.map((each) => onCard(each)))]),
    ...paged(
      "scheduled",
      news.home.scheduled,
      scheduled,
      scheduled.lines.map(({ suggestion, card, postId, at }) => ({
        type: "section" as const,
        fields: [
          {
            type: "plain_text" as const,
            text: `${dates.dayAndTime(at, zone)}\n${cut(nameOf(suggestion, words), 1000)}`,
            emoji: false,
          },
          ...(card ? [{ type: "mrkdwn" as const, text: `<${card}|${say.home.card}>` }] : []),
        ],
        accessory: button("cancel", words.card.cancel, postId, "danger"),
      })),
    ),
    ...(snoozed.total > 0
      ? paged("snoozed", say.home.snoozed, snoozed, [
          bullets(
            snoozed.lines.map((each) =>
              onCard(each, dates.dayAndTime(each.suggestion.snoozedUntil ?? 0, zone)),
            ),
          ),
        ])
      : []),
    ...paged("line", news.home.line, line, [
      bullets(line.lines.map((suggestion) => row(suggestion, [], words))),
    ]),
    ...paged("posted", team.home.postedThisWeek, posted, [
      bullets(
        posted.lines.map(({ suggestion, xPostId, at, takenDown }) => {
          const stands = xPostId !== null && account !== null && !takenDown;
          const tail = takenDown ? [text(team.home.takenDown)] : [];
          const seen = stands ? [linked(postLink(account, xPostId), news.summary.seePost)] : tail;
          return row(suggestion, [text(dates.dayAndTime(at, zone)), ...seen], words);
        }),
      ),
    ]),
    { type: "divider" },
    ...ownWordsLines(facts.trend, desk, words),
    ...(desk.paused ? [] : pauseChoices(words)),
    actions([settingsButton(words), profileButton(words)]),
    context(head === null ? say.home.record : news.summary.head(head.seq, head.hash)),
  ];
}

/** Said above all else: nothing goes out and no card comes. */
function standstill(pause: NoticeId | null, desk: Desk, words: Words): KnownBlock[] {
  const frozen = desk.frozen === null ? [] : [section(words.desk.home.frozen)];
  if (!desk.paused) return frozen;
  const said = section(pausedLine(desk.pausedUntil, desk.homeZone, words));
  return [...frozen, ...(pause === null ? [said] : pausedBlocks(desk, pause, words))];
}

type Piece = RichTextSection["elements"][number];

const text = (words: string): Piece => ({ type: "text", text: words });
const linked = (url: string, words: string): Piece => ({ type: "link", url, text: words });

/** Words of her own have no article: they are named, and stand on their card alone. */
function nameOf(suggestion: Suggestion, { own }: Words): string {
  return suggestion.kind === "own" ? own.title : titleOf(suggestion);
}

function row(suggestion: Suggestion, tail: readonly Piece[], words: Words): RichTextSection {
  return {
    type: "rich_text_section",
    elements: [titleLink(suggestion, words), ...tail.flatMap((piece) => [text(" · "), piece])],
  };
}

function bullets(elements: RichTextSection[]): KnownBlock {
  return { type: "rich_text", elements: [{ type: "rich_text_list", style: "bullet", elements }] };
}
