import { useState } from "react";
import type { FillValue } from "../slack/hands.js";
import type { Element } from "./block-shapes.js";
import { useReader } from "./reader.js";
import { fromZoned, toZoned } from "./zoned-time.js";

export type FormControlProps = {
  id: string;
  blockId: string;
  element: Exclude<Element, { type: "image" }>;
  value: FillValue | undefined;
  invalid: boolean;
  onFill: (value: FillValue) => void;
};

type InputType = React.HTMLInputTypeAttribute;

const INPUT_TYPE: Partial<Record<Element["type"], InputType>> = {
  plain_text_input: "text",
  url_text_input: "url",
  email_text_input: "email",
  number_input: "number",
  datepicker: "date",
  timepicker: "time",
};

export function FormControl({ id, blockId, element, value, invalid, onFill }: FormControlProps) {
  const { person } = useReader();
  // The first value is Slack's; from then on the field leads and Slack follows, so typing is never overtaken.
  const [held, setHeld] = useState<FillValue>(value ?? null);
  const change = (next: FillValue): void => {
    setHeld(next);
    onFill(next);
  };
  const common = {
    id,
    "data-block-id": blockId,
    "data-action-id": element.action_id,
    "aria-invalid": invalid,
    "aria-describedby": invalid ? `${id}-error` : undefined,
    "data-focus": element.focus_on_load || undefined,
  };
  const placeholder = element.placeholder?.text;
  const words = typeof held === "string" ? held : "";

  switch (element.type) {
    case "plain_text_input":
    case "url_text_input":
    case "email_text_input":
    case "number_input":
    case "datepicker":
    case "timepicker":
      return element.type === "plain_text_input" && element.multiline ? (
        <textarea
          {...common}
          rows={4}
          dir="auto"
          value={words}
          placeholder={placeholder}
          maxLength={element.max_length}
          onChange={(event) => change(event.target.value || null)}
        />
      ) : (
        <input
          {...common}
          type={INPUT_TYPE[element.type]}
          dir={element.type === "plain_text_input" ? "auto" : undefined}
          value={words}
          placeholder={placeholder}
          autoComplete="off"
          onChange={(event) => change(event.target.value || null)}
        />
      );
    case "datetimepicker":
      return (
        <input
          {...common}
          type="datetime-local"
          value={typeof held === "number" ? toZoned(held, person.tz) : ""}
          onChange={(event) => change(fromZoned(event.target.value, person.tz))}
        />
      );
    case "static_select":
      return (
        <select {...common} value={words} onChange={(event) => change(event.target.value || null)}>
          <option value="">{placeholder ?? "Choose an option"}</option>
          {(element.options ?? element.option_groups?.flatMap(({ options }) => options) ?? []).map(
            (option) => (
              <option key={option.value} value={option.value}>
                {option.text.text}
              </option>
            ),
          )}
        </select>
      );
    case "radio_buttons":
    // Shown as boxes to tick: all of it can be seen and reached on a phone.
    case "multi_static_select":
    case "checkboxes": {
      const picked = new Set(words.split(",").filter(Boolean));
      const pick = (option: string, on: boolean): void => {
        if (element.type === "radio_buttons") {
          change(option);
          return;
        }
        const next = element.options
          .map((each) => each.value)
          .filter((each) => (each === option ? on : picked.has(each)));
        change(next.length > 0 ? next.join(",") : null);
      };
      return (
        <fieldset
          className="choices"
          aria-labelledby={id}
          data-block-id={blockId}
          data-action-id={element.action_id}
        >
          {element.options.map((option) => (
            <label key={option.value}>
              <input
                type={element.type === "radio_buttons" ? "radio" : "checkbox"}
                name={id}
                value={option.value}
                checked={picked.has(option.value)}
                onChange={(event) => pick(option.value, event.target.checked)}
              />
              <span>
                {option.text.text}
                {option.description && <small>{option.description.text}</small>}
              </span>
            </label>
          ))}
        </fieldset>
      );
    }
    default:
      return <p className="cannot">This kind of input cannot be filled in the sandbox.</p>;
  }
}
