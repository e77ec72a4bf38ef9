import { withShortcodes } from "./emoji-shortcodes.js";

/** `&`, `<`, `>` that are not already part of an entity or of Slack's own `<…>` marks. */
const BARE = /&(?!amp;|lt;|gt;)|<(?![@#!]|https?:|mailto:)|(?<!<[^<>]*)>/g;
/** The same where `<…>` marks nothing: in plain texts. */
const BARE_IN_PLAIN = /&(?!amp;|lt;|gt;)|[<>]/g;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const BARE_LINK = /(?<![<|])https?:\/\/[^\s<>|]+/g;

/** A message text as Slack hands it to apps: entities, links in angle brackets, emoji as shortcodes. */
export function alteredMessageText(text: string): string {
  return alteredCommandText(text).replace(BARE_LINK, (link) => `<${link}>`);
}

/** The text of a command: entities and shortcodes, but its links stay bare. */
export function alteredCommandText(text: string): string {
  return withShortcodes(text).replace(BARE, (character) => ENTITIES[character] ?? character);
}

/** A `plain_text` of a message: entities as well (slackapi/bolt-python#513), and emoji as shortcodes. */
export function alteredPlainText(text: string): string {
  return withShortcodes(text).replace(BARE_IN_PLAIN, (character) => ENTITIES[character] ?? character);
}
