import { useEffect, useRef, useState } from "react";

export type MenuEntry = { id: string; label: string; note: string | null };

export type MenuButtonProps = {
  label: string;
  face: React.ReactNode;
  entries: readonly MenuEntry[];
  onChoose: (id: string) => void;
  actionId?: string;
  busy?: boolean;
};

/** A button that opens a short menu: arrows move in it, Escape and a press elsewhere close it. */
export function MenuButton({ label, face, entries, onChoose, actionId, busy = false }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    if (!open) return;
    place.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const closeElsewhere = (event: PointerEvent): void => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", closeElsewhere);
    return () => document.removeEventListener("pointerdown", closeElsewhere);
  }, [open]);

  function move(event: React.KeyboardEvent): void {
    if (event.key === "Escape") {
      event.stopPropagation();
      setOpen(false);
      place.current?.querySelector("button")?.focus();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const items = [...(place.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items.at((at + (event.key === "ArrowDown" ? 1 : -1)) % items.length)?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of the menu inside
    <span className="menu-place" ref={place} onKeyDown={move}>
      <button
        type="button"
        className="act menu-face"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-busy={busy}
        disabled={busy}
        data-action-id={actionId}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <span className="menu" role="menu">
          {entries.map((entry) => (
            <button
              key={entry.id}
              type="button"
              role="menuitem"
              data-option={entry.id}
              onClick={() => {
                setOpen(false);
                onChoose(entry.id);
              }}
            >
              <span>{entry.label}</span>
              {entry.note && <small>{entry.note}</small>}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
