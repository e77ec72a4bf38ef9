import { useId } from "react";
import type { FillValue, SeenView } from "../slack/hands.js";
import type { InputBlock } from "./block-shapes.js";
import { FormControl } from "./form-control.js";
import { TextView } from "./text-view.js";
import type { Fill } from "./use-form-fill.js";

export type FormFieldProps = {
  block: InputBlock;
  /** What Slack holds for it: typed, picked, or preset. */
  value: FillValue | undefined;
  error: string | null;
  fill: Fill;
};

/** What Slack holds for an input of this view. */
export function heldValue({ values }: Pick<SeenView, "values">, block: InputBlock): FillValue | undefined {
  return "action_id" in block.element ? values[block.block_id]?.[block.element.action_id] : undefined;
}

/** One labelled input of a form, with its hint and what is wrong with it. */
export function FormField({ block, value, error, fill }: FormFieldProps) {
  const id = useId();
  const { element, label, hint, optional } = block;
  if (element.type === "image") return null;
  const { action_id: actionId } = element;
  const group = ["radio_buttons", "checkboxes", "multi_static_select"].includes(element.type);
  const name = (
    <>
      {label.text}
      {optional && <small> (optional)</small>}
    </>
  );
  return (
    <div className={error ? "field wrong" : "field"} data-block-id={block.block_id}>
      {group ? (
        <span className="label" id={id}>
          {name}
        </span>
      ) : (
        <label htmlFor={id}>{name}</label>
      )}
      <FormControl
        // A new action_id is a new input to Slack: what was typed in the old one is gone.
        key={actionId}
        id={id}
        blockId={block.block_id}
        element={element}
        value={value}
        invalid={error !== null}
        onFill={(filled) => fill(block.block_id, actionId, filled)}
      />
      {error && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <div className="hint">
          <TextView text={hint} />
        </div>
      )}
    </div>
  );
}
