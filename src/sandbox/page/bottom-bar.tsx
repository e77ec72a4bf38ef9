export type Pane = "chat" | "x" | "news" | "you";

const PANES: [Pane, string, string][] = [
  ["chat", "💬", "Chat"],
  ["x", "𝕏", "X"],
  ["news", "📰", "Newsstand"],
  ["you", "👤", "You"],
];

/** On a phone: one pane at a time. */
export function BottomBar({
  pane,
  fresh,
  onPane,
}: {
  pane: Pane;
  fresh: boolean;
  onPane: (pane: Pane) => void;
}) {
  return (
    <nav className="bottom-bar" aria-label="Panes">
      {PANES.map(([id, sign, name]) => (
        <button
          key={id}
          type="button"
          data-pane={id}
          aria-current={pane === id ? "page" : undefined}
          onClick={() => onPane(id)}
        >
          <span aria-hidden="true">{sign}</span>
          {name}
          {id === "you" && fresh && <span className="dot" role="img" aria-label="something new" />}
        </button>
      ))}
    </nav>
  );
}
