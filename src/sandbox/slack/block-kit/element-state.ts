import type { Block, FillValue } from "../hands.js";
import { isPlainObject, objectsIn, type PlainObject } from "../plain-object.js";

/** One entry of `view.state.values`, as Slack sends it. */
export type StateValue = { type: string } & PlainObject;
export type StateValues = Record<string, Record<string, StateValue>>;

/** An element that holds a value, with the block it stands in. */
export type StatefulElement = { block: Block; blockId: string; actionId: string; element: PlainObject };

type Holding = { property: string; initial: string; empty: unknown; options?: "one" | "many" };

const TEXT: Holding = { property: "value", initial: "initial_value", empty: null };
const ONE_OPTION: Holding = {
  property: "selected_option",
  initial: "initial_option",
  empty: null,
  options: "one",
};
const MANY_OPTIONS: Holding = {
  property: "selected_options",
  initial: "initial_options",
  empty: [],
  options: "many",
};

/** Which property of the state an element fills, and which property of the element it starts from. */
const HOLDINGS: Record<string, Holding> = {
  plain_text_input: TEXT,
  url_text_input: TEXT,
  email_text_input: TEXT,
  number_input: TEXT,
  rich_text_input: { property: "rich_text_value", initial: "initial_value", empty: null },
  static_select: ONE_OPTION,
  radio_buttons: ONE_OPTION,
  external_select: ONE_OPTION,
  multi_static_select: MANY_OPTIONS,
  multi_external_select: MANY_OPTIONS,
  checkboxes: MANY_OPTIONS,
  datepicker: { property: "selected_date", initial: "initial_date", empty: null },
  timepicker: { property: "selected_time", initial: "initial_time", empty: null },
  datetimepicker: { property: "selected_date_time", initial: "initial_date_time", empty: null },
  users_select: { property: "selected_user", initial: "initial_user", empty: null },
  conversations_select: {
    property: "selected_conversation",
    initial: "initial_conversation",
    empty: null,
  },
  channels_select: { property: "selected_channel", initial: "initial_channel", empty: null },
  multi_users_select: { property: "selected_users", initial: "initial_users", empty: [] },
  multi_conversations_select: {
    property: "selected_conversations",
    initial: "initial_conversations",
    empty: [],
  },
  multi_channels_select: { property: "selected_channels", initial: "initial_channels", empty: [] },
};

/** Every element a person can act on, buttons included, with its block. */
export function interactiveElements(blocks: readonly Block[]): StatefulElement[] {
  return blocks.flatMap((block) =>
    [block.element, block.accessory, ...objectsIn(block.elements), ...objectsIn(block.actions)]
      .filter(isPlainObject)
      .filter((element) => typeof element.action_id === "string")
      .map((element) => ({
        block,
        blockId: String(block.block_id),
        actionId: String(element.action_id),
        element,
      })),
  );
}

/** The state before anybody touched the elements: their `initial_…` values, else empty. */
export function initialState(blocks: readonly Block[]): StateValues {
  const values: StateValues = {};
  for (const { blockId, actionId, element } of interactiveElements(blocks)) {
    const holding = HOLDINGS[String(element.type)];
    if (!holding) continue;
    values[blockId] = {
      ...values[blockId],
      [actionId]: {
        type: String(element.type),
        [holding.property]: element[holding.initial] ?? holding.empty,
      },
    };
  }
  return values;
}

/** The state after a person typed or picked. Throws when the element cannot take the value: a mistake of the caller. */
export function filledState(element: PlainObject, value: FillValue): StateValue {
  const type = String(element.type);
  const holding = HOLDINGS[type];
  if (!holding) throw new Error(`An element of type ${type} takes no value.`);
  return { type, [holding.property]: taken(element, holding, value) };
}

function taken(element: PlainObject, holding: Holding, value: FillValue): unknown {
  if (value === null || value === "") return holding.empty;
  if (holding.options) {
    const picked = (holding.options === "one" ? [String(value)] : String(value).split(",")).map((each) =>
      optionNamed(element, each),
    );
    return holding.options === "one" ? picked[0] : picked;
  }
  if (Array.isArray(holding.empty)) return String(value).split(",");
  if (element.type === "datetimepicker") return Number(value);
  if (element.type === "rich_text_input") {
    return {
      type: "rich_text",
      elements: [{ type: "rich_text_section", elements: [{ type: "text", text: String(value) }] }],
    };
  }
  return String(value);
}

/** The option of a menu with this value. Throws when there is none: nobody can pick what is not offered. */
export function optionNamed(element: PlainObject, value: string): PlainObject {
  const offered = [
    ...objectsIn(element.options),
    ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options)),
  ];
  const found = offered.find((option) => option.value === value);
  if (!found) throw new Error(`No option "${value}" is offered by ${String(element.action_id)}.`);
  return found;
}

/** What stands in the element, for the person looking at it; several options joined by commas. */
export function shownValue(state: StateValue): FillValue {
  const held = state[HOLDINGS[state.type]?.property ?? ""];
  if (typeof held === "string" || typeof held === "number") return held;
  if (Array.isArray(held)) {
    return held.map((each) => (isPlainObject(each) ? String(each.value) : String(each))).join(",") || null;
  }
  if (isPlainObject(held)) return typeof held.value === "string" ? held.value : JSON.stringify(held);
  return null;
}
