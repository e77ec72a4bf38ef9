import type { Button, ContextBlock, KnownBlock, RichTextBlock, SectionBlock } from "@slack/types";
import { cut } from "./mrkdwn.js";

/** Words of ours in Slack's markup, 3,000 characters at most; outside text in them is escaped already. */
export function section(mrkdwn: string): SectionBlock {
  return { type: "section", text: { type: "mrkdwn", text: cut(mrkdwn, 3000) } };
}

/** Text shown as it is: no markup, no emoji codes. In pieces of 3,000 characters, so nothing is lost. */
export function verbatim(text: string): SectionBlock[] {
  const pieces = text.match(/[\s\S]{1,2999}(?![\udc00-\udfff])/g) ?? [];
  return pieces.map((piece) => ({
    type: "section",
    text: { type: "plain_text", text: piece, emoji: false },
  }));
}

export function context(mrkdwn: string): ContextBlock {
  return { type: "context", elements: [{ type: "mrkdwn", text: cut(mrkdwn, 3000) }] };
}

/** The same with plain words beside it, which stay as they are. */
export function contextWith(mrkdwn: string, plain: readonly string[]): ContextBlock {
  const words = plain.map((text) => ({ type: "plain_text" as const, text: cut(text, 500), emoji: false }));
  return { type: "context", elements: [...context(mrkdwn).elements, ...words] };
}

/** A quotation of somebody's words, as plain text behind a bar. */
export function quote(text: string): RichTextBlock {
  return {
    type: "rich_text",
    elements: [{ type: "rich_text_quote", elements: [{ type: "text", text: cut(text, 3000) }] }],
  };
}

export function button(actionId: string, label: string, value: string, style?: "primary" | "danger"): Button {
  return {
    type: "button",
    action_id: actionId,
    text: { type: "plain_text", text: cut(label, 75), emoji: true },
    value,
    ...(style ? { style } : {}),
  };
}

export function linkButton(actionId: string, label: string, url: string): Button {
  return {
    type: "button",
    action_id: actionId,
    text: { type: "plain_text", text: cut(label, 75), emoji: true },
    url,
  };
}

export function actions(elements: Button[]): KnownBlock {
  return { type: "actions", elements };
}

/** What goes into one Slack message. `text` is what notifications and screen readers say. */
export type Rendered = {
  readonly text: string;
  readonly blocks: KnownBlock[];
  /** A line below another message: where it stands. */
  readonly thread?: { readonly ts: string; readonly broadcast: boolean };
};
