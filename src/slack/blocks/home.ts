import type { HomeView, KnownBlock, RichTextSection } from "@slack/types";
import { waitsForATime } from "../../core/approval.js";
import type { Desk } from "../../core/desk.js";
import type { Suggestion } from "../../core/suggestion.js";
import type { PostWhole, WeekFacts } from "../../flows/ports.js";
import type { Words } from "../../i18n/words.js";
import { titleLink } from "./article-blocks.js";
import { context, section } from "./block-parts.js";
import { plain } from "./form-parts.js";
import { type HerDesk, herDesk } from "./her-desk.js";
import { postLink } from "./x-links.js";

/** Who opens App Home sees what is theirs to see. */
export type HomeFacts =
  | HerDesk
  | {
      readonly kind: "member";
      /** With the newest post of each, and its place where it waits. */
      readonly mine: readonly {
        readonly suggestion: Suggestion;
        readonly latest: PostWhole | null;
        readonly place: number | null;
      }[];
      /** The next first. */
      readonly line: readonly Suggestion[];
      readonly waiting: number;
      readonly posted: WeekFacts["posted"];
    }
  | { readonly kind: "other"; readonly channel: string };

/** Lines a list shows at most. */
const mostLines = 20;

export function home(facts: HomeFacts, desk: Desk, words: Words): HomeView {
  const say = words.news.home;
  return {
    type: "home",
    blocks: [
      { type: "header", text: plain(say.title) },
      ...body(facts, desk, words),
      { type: "divider" },
      context(desk.account ? say.account(desk.account.handle) : say.noAccount),
    ],
  };
}

function body(facts: HomeFacts, desk: Desk, words: Words): KnownBlock[] {
  const say = words.news.home;
  const line = lineIn(words);
  switch (facts.kind) {
    case "executive":
      return herDesk(facts, desk, words);
    case "member":
      return [
        section(say.forTeam),
        ...list(
          say.mine,
          facts.mine.map((mine) => line(mine.suggestion, stateOf(mine, desk, words))),
          say.none,
        ),
        ...list(
          words.team.home.line,
          facts.line.map((suggestion) => line(suggestion)),
          say.none,
        ),
        ...(facts.waiting > facts.line.length
          ? [context(words.team.home.more(facts.waiting - facts.line.length))]
          : []),
        ...list(
          words.team.home.postedThisWeek,
          facts.posted.map(({ suggestion, xPostId, takenDown }) =>
            takenDown || !xPostId || !desk.account
              ? line(suggestion, takenDown ? words.team.home.takenDown : undefined)
              : line(suggestion, words.news.summary.seePost, postLink(desk.account, xPostId)),
          ),
          say.none,
        ),
      ];
    case "other":
      return [section(say.forOthers(facts.channel))];
    default:
      return facts satisfies never;
  }
}

type Mine = Extract<HomeFacts, { kind: "member" }>["mine"][number];

/** Where one of a member's own suggestions stands, in a few words. */
function stateOf({ suggestion, latest, place }: Mine, desk: Desk, words: Words): string {
  const say = words.team.home;
  if (place !== null) return say.place(place);
  const [part] = latest?.parts ?? [];
  if (suggestion.state !== "approved" || !latest) return say.states[suggestion.state];
  if (latest.post.state === "asking") return say.unknown;
  if (latest.post.state === "scheduled" && waitsForATime(latest.approval.agreed))
    return say.scheduledFor(words.dates.dayAndTime(latest.post.postAt, desk.homeZone));
  if (latest.post.state !== "done") return say.states.approved;
  return part?.state === "taken_down" ? say.takenDown : say.posted;
}

function lineIn(words: Words) {
  return (suggestion: Suggestion, tail?: string, url?: string): RichTextSection => {
    const after: RichTextSection["elements"] = tail
      ? [
          { type: "text", text: " · " },
          url ? { type: "link", url, text: tail } : { type: "text", text: tail },
        ]
      : [];
    return { type: "rich_text_section", elements: [titleLink(suggestion, words), ...after] };
  };
}

function list(heading: string, lines: readonly RichTextSection[], none: string): KnownBlock[] {
  const title = section(`*${heading}*`);
  if (lines.length === 0) return [title, context(none)];
  return [
    title,
    {
      type: "rich_text",
      elements: [{ type: "rich_text_list", style: "bullet", elements: lines.slice(0, mostLines) }],
    },
  ];
}
