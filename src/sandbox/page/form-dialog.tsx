import { useEffect, useRef, useState } from "react";
import type { SeenView } from "../slack/hands.js";
import { act } from "./act.js";
import type { Press } from "./action-element.js";
import { BlockList } from "./block-list.js";
import { FormField, heldValue } from "./form-field.js";
import { useReader } from "./reader.js";
import { useFormFill } from "./use-form-fill.js";
import { useModal } from "./use-modal.js";

const TROUBLE = "We had some trouble connecting. Try again?";

/** A form of the app. What is typed lives in the fields; Slack's own copy follows it. */
export function FormDialog({ view }: { view: SeenView }) {
  const { person } = useReader();
  const { fill, settle } = useFormFill(person.id, view.id);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const closing = useRef(false);
  const dialog = useModal();

  useEffect(() => {
    const first = dialog.current?.querySelector<HTMLElement>(
      "[data-focus], .dialog-body :is(input, textarea, select)",
    );
    first?.focus();
  }, [dialog]);

  async function submit(): Promise<void> {
    setBusy(true);
    setTrouble(null);
    try {
      await settle();
      const { slackError } = await act({ act: "submit", user: person.id, viewId: view.id });
      if (slackError) setTrouble(TROUBLE);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : TROUBLE);
    } finally {
      setBusy(false);
    }
  }

  async function close(): Promise<void> {
    if (closing.current) return;
    closing.current = true;
    await settle();
    await act({ act: "closeView", user: person.id, viewId: view.id }).catch(() => {
      closing.current = false;
      setTrouble(TROUBLE);
    });
  }

  async function press(what: Parameters<Press>[0]): Promise<void> {
    await settle();
    const pressed = await act({ act: "pressInView", user: person.id, viewId: view.id, ...what });
    setTrouble(pressed.slackError ? TROUBLE : null);
  }

  return (
    <dialog
      ref={dialog}
      className="form"
      aria-label={view.title}
      data-callback-id={view.callbackId}
      data-view-id={view.id}
      onCancel={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (view.submit !== null && !busy) void submit();
        }}
      >
        <header>
          <h2>{view.title}</h2>
          <button type="button" className="icon" aria-label="Close the form" onClick={() => void close()}>
            ✕
          </button>
        </header>
        <div className="dialog-body">
          {trouble && (
            <p className="banner" role="alert">
              {trouble}
            </p>
          )}
          <BlockList
            blocks={view.blocks}
            press={press}
            input={(block) => (
              <FormField
                key={block.block_id}
                block={block}
                value={heldValue(view, block)}
                error={view.errors[block.block_id] ?? null}
                fill={fill}
              />
            )}
          />
        </div>
        <footer>
          <button type="button" className="act" data-form="close" onClick={() => void close()}>
            {view.close ?? "Cancel"}
          </button>
          {view.submit !== null && (
            <button type="submit" className="act primary" data-form="submit" aria-busy={busy} disabled={busy}>
              {view.submit}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}
