import type { Confirm } from "./block-shapes.js";
import { TextView } from "./text-view.js";
import { useModal } from "./use-modal.js";

export function ConfirmDialog({ confirm, onAnswer }: { confirm: Confirm; onAnswer: (yes: boolean) => void }) {
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      className="small"
      aria-label={confirm.title.text}
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(false);
      }}
    >
      <h2>{confirm.title.text}</h2>
      <div className="dialog-body">
        <TextView text={confirm.text} />
      </div>
      <footer>
        <button type="button" className="act" data-confirm="deny" onClick={() => onAnswer(false)}>
          {confirm.deny.text}
        </button>
        <button
          type="button"
          className={`act ${confirm.style === "danger" ? "danger" : "primary"}`}
          data-confirm="confirm"
          onClick={() => onAnswer(true)}
        >
          {confirm.confirm.text}
        </button>
      </footer>
    </dialog>
  );
}
