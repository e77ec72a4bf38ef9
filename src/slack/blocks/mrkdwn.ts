import type { SlackChannelId, SlackUserId } from "../../core/ids.js";

/** Outside text is data: what Slack would read as markup is spelled out (once: Slack decodes once). */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export function mention(user: SlackUserId): string {
  return `<@${user}>`;
}

export function channelMention(channel: SlackChannelId): string {
  return `<#${channel}>`;
}

/** Cut to so many UTF-16 units without splitting a character; says so with «…». */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
