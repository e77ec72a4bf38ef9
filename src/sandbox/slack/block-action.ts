import {
  filledState,
  optionNamed,
  type StatefulElement,
  type StateValue,
} from "./block-kit/element-state.js";
import type { PlainObject } from "./plain-object.js";

/** What an element says in `actions`, and the value it now holds, if it holds one. */
export type BlockAction = { action: PlainObject; state: StateValue | null };

/** Pressing a button or picking an option. Throws when the element offers no such option. */
export function pressedAction(target: StatefulElement, option: string | undefined, at: string): BlockAction {
  const { element } = target;
  const type = String(element.type);
  const base = { type, action_id: target.actionId, block_id: target.blockId, action_ts: at };
  if (type === "overflow") {
    if (option === undefined) throw new Error(`Say which option of ${target.actionId} is picked.`);
    return { action: { ...base, selected_option: optionNamed(element, option) }, state: null };
  }
  if (type === "button" || type === "icon_button" || type === "workflow_button") {
    const { text, value, url, style } = element;
    const given = Object.entries({ text, value, url, style }).filter(([, each]) => each !== undefined);
    return { action: { ...base, ...Object.fromEntries(given) }, state: null };
  }
  const state = filledState(element, option ?? null);
  return { action: { ...base, ...state }, state };
}

/** Typing into a dispatching input. */
export function typedAction(target: StatefulElement, handed: StateValue, at: string): PlainObject {
  return { ...handed, block_id: target.blockId, action_id: target.actionId, action_ts: at };
}

/** Whether a change of this element is told to the app at once. */
export function dispatches({ block, element }: StatefulElement): boolean {
  if (block.type !== "input") return true;
  if (block.dispatch_action !== true) return false;
  const config = element.dispatch_action_config as { trigger_actions_on?: string[] } | undefined;
  const typedInto = /_text_input$|^number_input$/.test(String(element.type));
  // A text input without a config dispatches on Enter alone, and nobody presses Enter here.
  return !typedInto || (config?.trigger_actions_on ?? []).includes("on_character_entered");
}
