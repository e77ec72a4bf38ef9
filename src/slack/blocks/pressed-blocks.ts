import { createHash } from "node:crypto";
import type { ActionsBlock, Button, Overflow, SectionBlock } from "@slack/types";
import type { Digest } from "../../core/ids.js";
import { verbatim } from "./block-parts.js";

/** Names of the blocks that hold the words and the buttons, so that they keep theirs in Slack. */
const wordingId = "wording";
const decidingId = "deciding";

export function wording(text: string): SectionBlock[] {
  return verbatim(text).map((block, place) => ({ ...block, block_id: `${wordingId}_${place}` }));
}

export function deciding(elements: (Button | Overflow)[]): ActionsBlock {
  return { type: "actions", block_id: decidingId, elements };
}

/** The words that stand in a message or form of ours, by the names of their blocks; null where none does. */
export function wordsStanding(blocks: unknown): string | null {
  if (!Array.isArray(blocks)) return null;
  const standing = blocks.filter((block) => ownName(block)?.startsWith(`${wordingId}_`));
  if (standing.length === 0) return null;
  return standing.map(({ text }: { text?: { text?: unknown } }) => String(text?.text ?? "")).join("");
}

/**
 * Names everything a message says, as Slack hands it over: not the words and buttons alone, because a heading beside
 * them can mislead as well. Compared with itself only: what Slack answered when the card was shown, and what comes
 * back with a press (trust.md T19). Nothing of ours has attachments: whatever they say was put there by another. Null where
 * there are no blocks.
 */
export function pressedDigest({ blocks, attachments }: Told): Digest | null {
  if (!Array.isArray(blocks)) return null;
  const added = Array.isArray(attachments) && attachments.length > 0 ? [attachments] : [];
  const told = [...blocks.map((block) => [ownName(block), saidBy(block)]), ...added];
  return createHash("sha256").update(JSON.stringify(told)).digest("base64url") as Digest;
}

/** A button by what it does and what it carries. */
export type PressedButton = { readonly action_id: string; readonly value?: string | undefined };

/** Whether a message has this very button. */
export function offers({ blocks }: Told, { action_id, value }: PressedButton): boolean {
  if (!Array.isArray(blocks)) return false;
  const buttons = blocks.flatMap(({ elements }: Found) => (Array.isArray(elements) ? elements : []));
  return buttons.some((each: Found) => each.action_id === action_id && each.value === value);
}

/** Slack spells these out in some of its answers and not in others. */
function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (entity) => signs[entity] ?? entity);
}

const signs: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

type Found = Readonly<Record<string, unknown>>;
export type Told = { readonly blocks?: unknown; readonly attachments?: unknown };

/** Slack names the other blocks anew whenever it likes. */
function ownName(block: unknown): string | null {
  const id = typeof block === "object" && block !== null ? String((block as Found).block_id) : "";
  return id === decidingId || id.startsWith(`${wordingId}_`) ? id : null;
}

/** Words, actions, values and links; not what Slack adds of its own (emoji and verbatim marks, image sizes). */
function saidBy(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(saidBy);
  if (typeof part !== "object" || part === null) return null;
  const { type, text, fields, elements, accessory, action_id, value, url, confirm } = part as Found;
  const { accessibility_label: spoken, options } = part as Found;
  const words = typeof text === "string" ? unescaped(text) : saidBy(text);
  return [
    type,
    words,
    saidBy(fields),
    saidBy(elements),
    saidBy(accessory),
    action_id,
    value,
    url,
    saidBy(confirm),
    spoken,
    ...(options === undefined ? [] : [saidBy(options)]),
  ];
}
