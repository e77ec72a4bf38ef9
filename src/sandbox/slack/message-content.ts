import { checkBlocks } from "./block-kit/check-blocks.js";
import { storedBlocks } from "./block-kit/stored-blocks.js";
import type { Faults } from "./faults.js";
import type { Block } from "./hands.js";
import { objectsIn } from "./plain-object.js";
import { type ApiAnswer, refused, refusedBecause } from "./web-api/api-method.js";

const TEXT_KEPT = 40_000;

export type MessageContent = { text: string | undefined; blocks: Block[] | undefined };

/**
 * Text and blocks of a message an app wants to send, checked as Slack checks them. Undefined blocks were not given;
 * a text above 40,000 characters is cut, not refused.
 */
export function messageContent(
  given: { text: string | undefined; blocks: unknown; blocksGiven: boolean },
  faults: Faults,
): MessageContent | ApiAnswer {
  const text = given.text?.slice(0, TEXT_KEPT);
  if (!given.blocksGiven) return { text, blocks: undefined };
  if (!Array.isArray(given.blocks)) return refused("invalid_blocks_format");
  const messages = checkBlocks("message", given.blocks, faults.refuseImages);
  if (messages.length > 0) return refusedBecause("invalid_blocks", messages);
  return { text, blocks: storedBlocks(objectsIn(given.blocks) as Block[]) };
}
