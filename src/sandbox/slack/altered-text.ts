import { withShortcodes } from "./emoji-shortcodes.js";
import type { Block } from "./hands.js";
import { isPlainObject } from "./plain-object.js";

/** `&`, `<`, `>` that are not already part of an entity or of Slack's own `<…>` marks. */
const BARE = /&(?!amp;|lt;|gt;)|<(?![@#!]|https?:|mailto:)|(?<!<[^<>]*)>/g;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const BARE_LINK = /(?<![<|])https?:\/\/[^\s<>|]+/g;

/** A message text as Slack hands it to apps: entities, links in angle brackets, emoji as shortcodes. */
export function alteredMessageText(text: string): string {
  return withShortcodes(text)
    .replace(BARE, (character) => ENTITIES[character] ?? character)
    .replace(BARE_LINK, (link) => `<${link}>`);
}

/** The text of a command: entities and shortcodes, but its links stay bare. */
export function alteredCommandText(text: string): string {
  return withShortcodes(text).replace(BARE, (character) => ENTITIES[character] ?? character);
}

/** Blocks with the flags Slack adds when it stores them, and emoji of plain texts as shortcodes. */
export function alteredBlocks(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => altered(block) as Block);
}

function altered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(altered);
  if (!isPlainObject(value)) return value;
  if (value.type === "plain_text" && typeof value.text === "string") {
    return { ...value, text: withShortcodes(value.text), emoji: value.emoji ?? true };
  }
  if (value.type === "mrkdwn" && typeof value.text === "string") {
    return { ...value, text: alteredMessageText(value.text), verbatim: value.verbatim ?? false };
  }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, altered(each)]));
}
