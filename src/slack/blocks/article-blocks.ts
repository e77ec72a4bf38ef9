import type { KnownBlock, RichTextSection } from "@slack/types";
import type { Suggestion } from "../../core/suggestion.js";
import type { Words } from "../../i18n/words.js";
import { cut, escapeMrkdwn } from "./mrkdwn.js";

/** The article of a suggestion, or of one that may become one. */
export type Shown = Pick<Suggestion, "article" | "unreadable" | "link">;
/** The same, or words of her own, which have no article. */
type Titled = Shown & Pick<Suggestion, "kind">;

/** What people call a suggestion: its headline, or its link where nothing could be read. */
export function titleOf(suggestion: Shown): string {
  return cut(suggestion.article?.title ?? suggestion.link, 300);
}

type Piece = RichTextSection["elements"][number];

/** The headline as a link, or what words of her own are called. Rich text: whatever stands in a title stays text. */
export function titleLink(suggestion: Titled, { own }: Words): Piece {
  if (suggestion.kind === "suggested") return articleLink(suggestion);
  return { type: "text", text: own.title, style: { bold: true } };
}

function articleLink(suggestion: Shown): Piece {
  return { type: "link", url: suggestion.link, text: titleOf(suggestion), style: { bold: true } };
}

/** «Le Monde · 22 November 2026», or what could not be read. Plain text. */
export function sourceLine(suggestion: Shown, zone: string, words: Words): string {
  const { article, unreadable, link } = suggestion;
  if (!article) {
    const host = new URL(link).host;
    return unreadable ? words.card.couldNotRead(host, unreadable) : host;
  }
  const date =
    article.publishedAt === null ? null : words.card.published(words.dates.day(article.publishedAt, zone));
  const readers = article.paywalled ? words.card.subscribersOnly : null;
  return [article.site, article.author, date, readers].filter(Boolean).join(" · ");
}

/** What the article says of itself, at most this many characters beside its picture. */
const longestDescription = 240;

/** Title, source, dates, what it is about, and picture. Without the picture when Slack could not fetch it. */
export function articleBlocks(
  suggestion: Shown,
  zone: string,
  words: Words,
  picture: "with_picture" | "without_picture",
): KnownBlock[] {
  const image = suggestion.article?.picture;
  const about = cut(suggestion.article?.description ?? "", longestDescription);
  const source = [cut(sourceLine(suggestion, zone, words), 2000), about].filter(Boolean).join("\n");
  return [
    {
      type: "rich_text",
      elements: [{ type: "rich_text_section", elements: [articleLink(suggestion)] }],
    },
    {
      type: "section",
      text: { type: "plain_text", text: source, emoji: false },
      ...(image && picture === "with_picture" && image.length <= 3000
        ? {
            accessory: {
              type: "image" as const,
              image_url: image,
              alt_text: cut(words.card.picture(suggestion.article?.site ?? ""), 2000),
            },
          }
        : {}),
    },
  ];
}

/** For the fallback text of a message, where Slack reads markup. */
export function titleInText(suggestion: Titled, { own }: Words): string {
  return suggestion.kind === "own" ? own.title : escapeMrkdwn(titleOf(suggestion));
}
