import type { HomeView, KnownBlock, RichTextSection } from "@slack/types";
import type { Desk } from "../../core/desk.js";
import type { Suggestion } from "../../core/suggestion.js";
import type { PostWhole } from "../../flows/ports.js";
import type { Words } from "../../i18n/words.js";
import { titleLink } from "./article-blocks.js";
import { context, section } from "./block-parts.js";
import { plain } from "./form-parts.js";

/** Who opens App Home sees what is theirs to see. */
export type HomeFacts =
  | {
      readonly kind: "executive";
      readonly shown: readonly Suggestion[];
      readonly scheduled: readonly { readonly suggestion: Suggestion; readonly whole: PostWhole }[];
      readonly waiting: readonly Suggestion[];
    }
  | { readonly kind: "member"; readonly mine: readonly Suggestion[] }
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
  switch (facts.kind) {
    case "executive": {
      const times = facts.scheduled.map(({ suggestion, whole }) =>
        line(suggestion, words.dates.dayAndTime(whole.post.postAt, desk.homeZone)),
      );
      return [
        section(say.forHer),
        ...list(
          say.beforeYou,
          facts.shown.map((suggestion) => line(suggestion)),
          say.none,
        ),
        ...list(say.scheduled, times, say.none),
        ...list(
          say.line,
          facts.waiting.map((suggestion) => line(suggestion)),
          say.none,
        ),
      ];
    }
    case "member":
      return [
        section(say.forTeam),
        ...list(
          say.mine,
          facts.mine.map((suggestion) => line(suggestion)),
          say.none,
        ),
      ];
    case "other":
      return [section(say.forOthers(facts.channel))];
    default:
      return facts satisfies never;
  }
}

function line(suggestion: Suggestion, tail?: string): RichTextSection {
  const after = tail ? [{ type: "text" as const, text: ` · ${tail}` }] : [];
  return { type: "rich_text_section", elements: [titleLink(suggestion), ...after] };
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
