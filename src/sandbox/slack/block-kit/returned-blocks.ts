import { alteredCommandText, alteredMessageText, alteredPlainText } from "../altered-text.js";
import { withShortcodes } from "../emoji-shortcodes.js";
import type { Block } from "../hands.js";
import { isPlainObject, type PlainObject } from "../plain-object.js";

/** What Slack measured when it downloaded a picture. Nothing is downloaded here, so all pictures are alike. */
const MEASURED = {
  fallback: "1200x630px image",
  image_width: 1200,
  image_height: 630,
  image_bytes: 48_213,
};

/**
 * The blocks of a message as every answer and payload carries them, and never as they were sent: ids and flags are
 * added, entities and shortcodes stand in the texts, pictures have sizes. Fresh copies: the caller may change them.
 */
export function returnedBlocks(blocks: readonly Block[]): Block[] {
  return blocks.map(({ type, block_id, ...rest }) => returnedParts({ type, block_id, ...rest }));
}

/** Parts of blocks outside of them: the button in an action, the picked option in a state. */
export function returnedParts<T extends PlainObject>(parts: T): T {
  return returned(parts, alteredPlainText) as T;
}

/** The blocks of a form or a home page: flags and shortcodes, while plain texts keep their characters. */
export function returnedViewBlocks(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => returned(block, withShortcodes) as Block);
}

function returned(value: unknown, plainText: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => returned(each, plainText));
  if (!isPlainObject(value)) return value;
  const { type, text } = value;
  if (type === "plain_text" && typeof text === "string") {
    return { ...value, text: plainText(text), emoji: value.emoji ?? true };
  }
  if (type === "mrkdwn" && typeof text === "string") {
    const altered = value.verbatim === true ? alteredCommandText(text) : alteredMessageText(text);
    return { ...value, text: altered, verbatim: value.verbatim ?? false };
  }
  return {
    ...Object.fromEntries(Object.entries(value).map(([name, each]) => [name, returned(each, plainText)])),
    ...(type === "image" && MEASURED),
    ...(type === "rich_text_preformatted" && { border: value.border ?? 0 }),
  };
}
