import type { Block } from "../hands.js";
import { isPlainObject, objectsIn, type PlainObject } from "../plain-object.js";
import { complaint } from "./complaint.js";

/** The rules that compare one property with another, which a shape cannot say. */
export function elementComplaints(block: Block, pointer: string): string[] {
  const single = ["element", "accessory"] as const;
  const placed: [PlainObject, string][] = [
    ...objectsIn(block.elements).map((each, at): [PlainObject, string] => [
      each,
      `${pointer}/elements/${at}`,
    ]),
    ...single.flatMap((name): [PlainObject, string][] => {
      const element = block[name];
      return isPlainObject(element) ? [[element, `${pointer}/${name}`]] : [];
    }),
  ];
  const twins = repeated(placed.map(([element]) => element.action_id)).map((id) =>
    complaint(`action_id "${id}" already exists in this block`, pointer),
  );
  return [
    ...twins,
    ...placed.flatMap(([element, at]) => [...lengths(element, at), ...initials(element, at)]),
  ];
}

/** Block ids that stand twice in one message or view. */
export function sharedIds(blocks: readonly PlainObject[]): string[] {
  return repeated(blocks.map((block) => block.block_id)).map((id) =>
    complaint(`block_id "${id}" already exists`, "/blocks"),
  );
}

function lengths(element: PlainObject, pointer: string): string[] {
  const { type, min_length, max_length, initial_value } = element;
  if (type !== "plain_text_input") return [];
  const most = Number(max_length ?? Number.POSITIVE_INFINITY);
  const found: string[] = [];
  if (Number(min_length ?? 0) > most) found.push(complaint("min_length is above max_length", pointer));
  if (typeof initial_value === "string" && initial_value.length > most) {
    found.push(complaint("initial_value is longer than max_length", `${pointer}/initial_value`));
  }
  return found;
}

function initials(element: PlainObject, pointer: string): string[] {
  if (element.type === "external_select" || element.type === "multi_external_select") return [];
  const offered = [
    ...objectsIn(element.options),
    ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options)),
  ];
  const chosen = [...objectsIn([element.initial_option]), ...objectsIn(element.initial_options)];
  const twins = repeated(offered.map((option) => option.value)).map((value) =>
    complaint(`option value "${value}" already exists`, pointer),
  );
  const strange = chosen
    .filter((option) => !offered.some((each) => sameOption(each, option)))
    .map((option) => complaint(`initial option "${String(option.value)}" is not among the options`, pointer));
  return [...twins, ...strange];
}

/** Slack compares the whole option: the same value under another text is another option. */
function sameOption(one: PlainObject, other: PlainObject): boolean {
  const words = (option: PlainObject) => (isPlainObject(option.text) ? option.text.text : undefined);
  return one.value === other.value && words(one) === words(other);
}

function repeated(ids: readonly unknown[]): string[] {
  const given = ids.filter((id) => typeof id === "string");
  return [...new Set(given.filter((id, at) => given.indexOf(id) !== at))];
}
