import { useId, useState } from "react";
import type { Button, Confirm, Element, Option } from "./block-shapes.js";
import { ConfirmDialog } from "./confirm-dialog.js";
import { MenuButton } from "./menu-button.js";
import { useReader } from "./reader.js";

/** Presses a control. Resolves when Slack would have shown what came of it. */
export type Press = (what: { actionId: string; blockId?: string; option?: string }) => Promise<void>;

export type ActionElementProps = { element: Element; blockId: string | undefined; press: Press };

/** A control outside a form: pressing it goes to the app at once, after its confirmation if it has one. */
export function ActionElement({ element, blockId, press }: ActionElementProps) {
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<{ confirm: Confirm; option: string | undefined } | null>(null);
  if (element.type === "image")
    return <img className="thumb" src={element.image_url} alt={element.alt_text} />;
  const { action_id: actionId, confirm } = element;

  async function go(option?: string): Promise<void> {
    setBusy(true);
    try {
      await press({
        actionId,
        ...(blockId !== undefined && { blockId }),
        ...(option !== undefined && { option }),
      });
    } finally {
      setBusy(false);
    }
  }
  function choose(option?: string): void {
    if (confirm) setAsking({ confirm, option });
    else void go(option);
  }

  return (
    <>
      <Control element={element} busy={busy} choose={choose} />
      {asking && (
        <ConfirmDialog
          confirm={asking.confirm}
          onAnswer={(yes) => {
            setAsking(null);
            if (yes) void go(asking.option);
          }}
        />
      )}
    </>
  );
}

type ControlProps = { element: Element; busy: boolean; choose: (option?: string) => void };

function Control({ element, busy, choose }: ControlProps) {
  switch (element.type) {
    case "button":
      return <ActionButton element={element} busy={busy} choose={choose} />;
    case "overflow":
      return (
        <MenuButton
          label="More actions"
          face="⋯"
          actionId={element.action_id}
          busy={busy}
          entries={element.options.map(({ text, value, description }) => ({
            id: value,
            label: text.text,
            note: description?.text ?? null,
          }))}
          onChoose={choose}
        />
      );
    case "static_select":
      return <ActionSelect element={element} busy={busy} choose={choose} />;
    case "radio_buttons":
    case "checkboxes":
      return <ActionChoices element={element} busy={busy} choose={choose} />;
    case "datepicker":
      return (
        <input
          type="date"
          data-action-id={element.action_id}
          aria-label={element.placeholder?.text ?? "Date"}
          defaultValue={element.initial_date}
          disabled={busy}
          onChange={(event) => choose(event.target.value)}
        />
      );
    case "timepicker":
      return (
        <input
          type="time"
          data-action-id={element.action_id}
          aria-label={element.placeholder?.text ?? "Time"}
          defaultValue={element.initial_time}
          disabled={busy}
          onChange={(event) => choose(event.target.value)}
        />
      );
    default:
      return <span className="cannot">{element.type.replaceAll("_", " ")} cannot be played here</span>;
  }
}

function ActionButton({ element, busy, choose }: ControlProps & { element: Button }) {
  const { showHere } = useReader();
  return (
    <button
      type="button"
      className={`act ${element.style ?? ""}`}
      data-action-id={element.action_id}
      aria-label={element.accessibility_label}
      aria-busy={busy}
      // Not disabled while it works: a form it opens gives the focus back to it.
      aria-disabled={busy}
      onClick={() => {
        if (busy) return;
        if (element.url && !showHere(element.url)) window.open(element.url, "_blank", "noopener,noreferrer");
        choose();
      }}
    >
      {element.text.text}
      {element.url && <span aria-hidden="true"> ↗</span>}
    </button>
  );
}

function ActionSelect({
  element,
  busy,
  choose,
}: ControlProps & { element: Element & { type: "static_select" } }) {
  return (
    <select
      data-action-id={element.action_id}
      aria-label={element.placeholder?.text ?? "Choose"}
      disabled={busy}
      defaultValue={element.initial_option?.value ?? ""}
      onChange={(event) => choose(event.target.value)}
    >
      {!element.initial_option && (
        <option value="" disabled>
          {element.placeholder?.text ?? "Choose"}
        </option>
      )}
      {(element.options ?? element.option_groups?.flatMap(({ options }) => options) ?? []).map((option) => (
        <option key={option.value} value={option.value}>
          {option.text.text}
        </option>
      ))}
    </select>
  );
}

function ActionChoices({
  element,
  busy,
  choose,
}: ControlProps & { element: Element & { type: "radio_buttons" | "checkboxes" } }) {
  const group = useId();
  const first: Option[] =
    element.type === "checkboxes"
      ? (element.initial_options ?? [])
      : element.initial_option
        ? [element.initial_option]
        : [];
  return (
    <fieldset className="choices" data-action-id={element.action_id} disabled={busy}>
      {element.options.map((option) => (
        <label key={option.value}>
          <input
            type={element.type === "checkboxes" ? "checkbox" : "radio"}
            name={group}
            value={option.value}
            defaultChecked={first.some(({ value }) => value === option.value)}
            onChange={() => choose(option.value)}
          />
          <span>{option.text.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
