import type { RichTextBlock, RichTextBlockElement, RichTextSectionElement } from "slack-blocks-to-jsx";

/** Fills a format such as `{date_short} {time}` for the one who reads. */
type ShowDate = (seconds: number, format: string) => string;
type Read = { text(raw: string): string; date: ShowDate };
type Style = { bold?: true; italic?: true; strike?: true; code?: true };

const INLINE = new RegExp(
  [
    "<(?<angle>[^<>\\n]+)>",
    "`(?<code>[^`\\n]+)`",
    "(?<![^\\s(*_~])(?<bare>https?://[^\\s<>|]*[^\\s<>|.,;:!?()'\"»”’])",
    "(?<![\\p{L}\\p{N}])(?<mark>[*_~])(?=\\S)(?<inner>(?:<[^<>\\n]*>|(?!\\k<mark>)[^\\n])+?)(?<=\\S)\\k<mark>(?![\\p{L}\\p{N}])",
    ":(?<emoji>[a-z][a-z0-9_+'-]*|\\+1|-1)(?:::skin-tone-(?<tone>[2-6]))?:",
  ].join("|"),
  "gu",
);
const EMOJI_ALONE = /:(?<emoji>[a-z][a-z0-9_+'-]*|\+1|-1)(?:::skin-tone-(?<tone>[2-6]))?:/gu;
const AS_IT_IS: Read = { text: (raw) => raw, date: (_seconds, format) => format };
const STYLE_OF: Record<string, Style> = { "*": { bold: true }, _: { italic: true }, "~": { strike: true } };

/**
 * Slack's mrkdwn as the rich text the renderer draws. The renderer's own reading of mrkdwn decodes `&lt;` before it
 * looks for mentions and links, so text the app escaped would come alive in it; Slack keeps it dead, and so does this.
 */
export function richTextFromMrkdwn(text: string, showDate: ShowDate): RichTextBlock {
  const elements: RichTextBlockElement[] = [];
  for (const [index, part] of text.split("```").entries()) {
    if (index % 2 === 1) {
      elements.push({
        type: "rich_text_preformatted",
        elements: [textElement(part.replace(/^\n|\n$/g, ""), {}, { text: decode })],
      });
    } else {
      elements.push(...paragraphs(part, { text: decode, date: showDate }));
    }
  }
  return { type: "rich_text", elements };
}

/** Plain text, character for character; emoji names become emoji where the app allows it. */
export function richTextFromPlain(text: string, emoji: boolean): RichTextBlock {
  return {
    type: "rich_text",
    elements: [
      {
        type: "rich_text_section",
        elements: emoji ? inline(text, {}, EMOJI_ALONE, AS_IT_IS) : [textElement(text, {}, AS_IT_IS)],
      },
    ],
  };
}

function paragraphs(text: string, read: Read): RichTextBlockElement[] {
  const found: RichTextBlockElement[] = [];
  let quoted = false;
  let lines: string[] = [];
  const flush = (): void => {
    const elements = inline(lines.join("\n"), {}, INLINE, read);
    if (elements.length > 0) found.push({ type: quoted ? "rich_text_quote" : "rich_text_section", elements });
    lines = [];
  };
  for (const line of text.split("\n")) {
    const quote = /^(?:&gt;|>) ?/.exec(line);
    if ((quote !== null) !== quoted) {
      flush();
      quoted = quote !== null;
    }
    lines.push(quote ? line.slice(quote[0].length) : line);
  }
  flush();
  return found;
}

function inline(text: string, style: Style, pattern: RegExp, read: Read): RichTextSectionElement[] {
  const found: RichTextSectionElement[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) found.push(textElement(text.slice(from, match.index), style, read));
    from = match.index + match[0].length;
    const { angle, code, bare, mark, inner, emoji, tone } = match.groups ?? {};
    if (angle !== undefined) found.push(...angleElement(angle, style, read));
    else if (code !== undefined) found.push(textElement(code, { ...style, code: true }, read));
    else if (bare !== undefined) found.push({ type: "link", url: decode(bare), text: decode(bare), style });
    else if (mark !== undefined && inner !== undefined) {
      found.push(...inline(inner, { ...style, ...STYLE_OF[mark] }, pattern, read));
    } else if (emoji !== undefined) {
      found.push({
        type: "emoji",
        name: emoji,
        ...(tone && { skin_tone: Number(tone) as 2 | 3 | 4 | 5 | 6 }),
      });
    }
  }
  if (from < text.length) found.push(textElement(text.slice(from), style, read));
  return found;
}

function angleElement(inside: string, style: Style, read: Read): RichTextSectionElement[] {
  const bar = inside.indexOf("|");
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? null : inside.slice(bar + 1);
  if (target.startsWith("@")) return [{ type: "user", user_id: target.slice(1), style }];
  if (target.startsWith("#")) return [{ type: "channel", channel_id: target.slice(1), style }];
  const date = /^!date\^(\d+)\^([^^]+)(?:\^(.+))?$/.exec(target);
  if (date) {
    const [, seconds, format = "", link] = date;
    const shown: RichTextSectionElement = { type: "text", text: read.date(Number(seconds), format), style };
    return [link === undefined ? shown : { type: "link", url: decode(link), text: shown.text, style }];
  }
  if (/^!(here|channel|everyone)$/.test(target)) {
    return [{ type: "broadcast", range: target.slice(1) as "here" | "channel" | "everyone" }];
  }
  if (target.startsWith("!")) return [textElement(label ?? inside, style, read)];
  return [{ type: "link", url: decode(target), text: decode(label ?? target), style }];
}

function textElement(
  raw: string,
  style: Style,
  read: Pick<Read, "text">,
): RichTextSectionElement & { type: "text" } {
  return { type: "text", text: read.text(raw), style };
}

function decode(raw: string): string {
  return raw.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
