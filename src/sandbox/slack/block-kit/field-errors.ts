import type { Block } from "../hands.js";
import { isPlainObject, type PlainObject } from "../plain-object.js";
import { type StateValues, shownValue } from "./element-state.js";

const REQUIRED = "Please complete this required field.";

/** What Slack's client itself refuses before a form is sent, by `block_id`. */
export function fieldErrors(blocks: readonly Block[], state: StateValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== "input" || !isPlainObject(block.element)) continue;
    const blockId = String(block.block_id);
    const held = state[blockId]?.[String(block.element.action_id)];
    const value = held ? shownValue(held) : null;
    const error =
      value === null || String(value).trim() === ""
        ? block.optional === true
          ? null
          : REQUIRED
        : valueError(block.element, String(value));
    if (error !== null) errors[blockId] = error;
  }
  return errors;
}

function valueError(element: PlainObject, value: string): string | null {
  const most = Number(element.max_length ?? Number.POSITIVE_INFINITY);
  const least = Number(element.min_length ?? 0);
  switch (element.type) {
    case "plain_text_input":
      if (value.length > most) return `Please use ${most} characters or fewer.`;
      return value.length < least ? `Please use at least ${least} characters.` : null;
    case "url_text_input":
      return isWebAddress(value) ? null : "Please enter a valid URL.";
    case "email_text_input":
      return /^\S+@\S+\.\S+$/.test(value) ? null : "Please enter a valid email address.";
    case "number_input":
      return numberError(element, value);
    default:
      return null;
  }
}

function numberError(element: PlainObject, value: string): string | null {
  const number = Number(value);
  if (!Number.isFinite(number)) return "Please enter a valid number.";
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) {
    return "Please enter a whole number.";
  }
  if (element.min_value !== undefined && number < Number(element.min_value)) {
    return `Please enter a number of at least ${String(element.min_value)}.`;
  }
  if (element.max_value !== undefined && number > Number(element.max_value)) {
    return `Please enter a number of at most ${String(element.max_value)}.`;
  }
  return null;
}

function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(value)) return false;
  try {
    // Not `URL.canParse`: on Node 20 it denies addresses with letters like «ü» once it has been called often.
    return new URL(value).hostname !== "";
  } catch {
    return false;
  }
}
