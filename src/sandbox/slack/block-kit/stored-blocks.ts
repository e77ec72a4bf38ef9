import { randomBytes } from "node:crypto";
import type { Block } from "../hands.js";
import { isPlainObject, objectsIn, type PlainObject } from "../plain-object.js";

const WITHOUT_ACTION_ID = new Set(["image", "mrkdwn", "plain_text", "card"]);
const WITH_ELEMENTS = new Set(["actions", "context_actions"]);

const madeUpId = () => randomBytes(4).toString("base64url").slice(0, 5);

/** The blocks as Slack keeps them: every block has a `block_id`, every interactive element an `action_id`. */
export function storedBlocks(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const kept: Block = { ...structuredClone(block), block_id: block.block_id ?? madeUpId() };
    if (isPlainObject(kept.element)) kept.element = withActionId(kept.element);
    if (isPlainObject(kept.accessory)) kept.accessory = withActionId(kept.accessory);
    if (WITH_ELEMENTS.has(kept.type)) kept.elements = objectsIn(kept.elements).map(withActionId);
    if (kept.type === "card" && kept.actions) kept.actions = objectsIn(kept.actions).map(withActionId);
    return kept;
  });
}

function withActionId(element: PlainObject): PlainObject {
  if (WITHOUT_ACTION_ID.has(String(element.type)) || typeof element.action_id === "string") return element;
  return { ...element, action_id: madeUpId() };
}
