import type { ShownBlock } from "./block-shapes.js";

/**
 * Whether the block at `index` is words quoted to the letter: plain text with emoji codes left alone, under a section
 * of marked-up text that introduces it, or following such a quotation as its next piece.
 */
export function isExact(blocks: readonly ShownBlock[], index: number): boolean {
  const block = blocks[index];
  if (block?.type !== "section" || block.accessory || block.fields) return false;
  if (block.text?.type !== "plain_text" || block.text.emoji !== false) return false;
  const before = blocks[index - 1];
  return (before?.type === "section" && before.text?.type === "mrkdwn") || isExact(blocks, index - 1);
}
