import { useEffect, useRef } from "react";
import type { BotState, TroubleState } from "../stage/stage-api.js";
import { setTrouble } from "./act.js";
import { logLine } from "./log-line.js";
import { useModal } from "./use-modal.js";

export type BackstageProps = { bot: BotState | null; troubles: readonly TroubleState[]; onClose: () => void };

const STATUS = {
  running: "The bot is running.",
  stopped: "The bot is stopped.",
  crashed: "The bot is down.",
};

function face(kind: TroubleState["kind"], on: boolean): string {
  switch (kind) {
    case "act":
      return "Do it";
    case "once":
      return on ? "Waiting…" : "Once";
    case "switch":
      return on ? "On" : "Off";
    default:
      return kind satisfies never;
  }
}

/** What is behind the play: the bot's process and its log, and the troubles one may make for it. */
export function Backstage({ bot, troubles, onClose }: BackstageProps) {
  const dialog = useModal();
  const log = useRef<HTMLPreElement>(null);
  const last = bot?.lines.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what scrolls the log
  useEffect(() => {
    log.current?.scrollTo(0, log.current.scrollHeight);
  }, [last]);

  return (
    <dialog
      ref={dialog}
      className="backstage-dialog"
      aria-label="Backstage"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2>Backstage</h2>
        <button type="button" className="icon" aria-label="Close" onClick={onClose}>
          ✕
        </button>
      </header>
      <div className="dialog-body">
        <h3>Trouble</h3>
        <p className="quiet">Make something go wrong, then see what the people are told.</p>
        <ul className="troubles">
          {troubles.map(({ id, label, note, kind, on }) => (
            <li key={id}>
              <div>
                <strong>{label}</strong>
                <small className="trouble-note">{note}</small>
              </div>
              <button
                type="button"
                className="act"
                data-trouble={id}
                aria-label={`${label}: ${face(kind, on)}`}
                aria-pressed={kind === "act" ? undefined : on}
                onClick={() => void setTrouble(id, !on)}
              >
                {face(kind, on)}
              </button>
            </li>
          ))}
        </ul>
        <h3 data-bot={bot?.status}>{bot === null ? "" : STATUS[bot.status]}</h3>
        {bot?.why && <p className="quiet">{bot.why}</p>}
        <pre ref={log} className="log" role="log" aria-label="Log of the bot">
          {bot?.lines.map(logLine).join("\n")}
        </pre>
      </div>
    </dialog>
  );
}
