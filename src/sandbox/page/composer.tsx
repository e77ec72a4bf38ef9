import { useEffect, useRef, useState } from "react";
import type { Seen, SeenConversation } from "../slack/hands.js";
import { act } from "./act.js";
import { MenuButton } from "./menu-button.js";
import { slackTrouble } from "./slack-trouble.js";

export type ComposerProps = {
  seen: Seen;
  conversation: SeenConversation;
  draft: string;
  onDraft: (draft: string) => void;
  onTrouble: (sentence: string | null) => void;
};

/** Where a person writes: a message, or a slash command with its completion. */
export function Composer({ seen, conversation, draft, onDraft, onTrouble }: ComposerProps) {
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const user = seen.user.id;
  const channel = conversation.id;

  useEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = "auto";
    // On a phone the box may be in a pane that is not shown, and has no height to measure then.
    if (box.scrollHeight > 0) box.style.height = `${Math.min(box.scrollHeight, 180)}px`;
    // A draft put here by the newsstand is to be finished: the cursor goes to its end.
    if (draft !== "" && document.activeElement !== box) {
      box.focus();
      box.setSelectionRange(draft.length, draft.length);
    }
  }, [draft]);

  const [first = ""] = draft.split(/\s/, 1);
  const completing = draft.startsWith("/") && draft === first;
  const offered = completing ? seen.commands.filter(({ command }) => command.startsWith(first)) : [];
  const current = seen.commands.find(({ command }) => command === first);

  async function send(): Promise<void> {
    const typed = draft.trim();
    if (typed === "" || busy) return;
    setBusy(true);
    onTrouble(null);
    try {
      if (typed.startsWith("/")) {
        const [command = ""] = typed.split(/\s/, 1);
        if (!seen.commands.some((known) => known.command === command)) {
          onTrouble(`${command} is not a valid command.`);
          return;
        }
        const text = typed.slice(command.length).trim();
        onDraft("");
        const { slackError } = await act({ act: "command", user, channel, command, text });
        onTrouble(slackTrouble(command, slackError));
        if (slackError) onDraft(typed);
      } else {
        onDraft("");
        await act({ act: "say", user, channel, text: typed });
      }
    } catch (error) {
      onDraft(typed);
      onTrouble(error instanceof Error ? error.message : "The sandbox refused.");
    } finally {
      setBusy(false);
    }
  }

  async function runShortcut(callbackId: string): Promise<void> {
    const { slackError } = await act({ act: "globalShortcut", user, callbackId });
    onTrouble(slackTrouble("shortcut", slackError));
  }

  function complete(command: string): void {
    onDraft(`${command} `);
    field.current?.focus();
  }

  function onKey(event: React.KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const pick = offered[chosen % Math.max(offered.length, 1)];
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? offered.length - 1 : 0;
    if (step !== 0 && offered.length > 0) {
      event.preventDefault();
      setChosen((chosen + step) % offered.length);
    } else if (pick && (event.key === "Tab" || (event.key === "Enter" && pick.command !== draft))) {
      event.preventDefault();
      complete(pick.command);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  }

  const shortcuts = seen.shortcuts.filter(({ type }) => type === "global");
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {offered.length > 0 && (
        <ul className="completion" aria-label="Commands">
          {offered.map(({ command, description, usageHint }, index) => (
            <li key={command}>
              <button
                type="button"
                className={index === chosen % offered.length ? "chosen" : ""}
                data-command={command}
                onClick={() => complete(command)}
              >
                <strong>{command}</strong> <span>{usageHint}</span>
                <small>{description}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      {!completing && current && current.usageHint !== "" && (
        <p className="usage">
          {current.command} {current.usageHint}
        </p>
      )}
      <div className="composer-box">
        {shortcuts.length > 0 && (
          <MenuButton
            label="Shortcuts"
            face="⚡"
            entries={shortcuts.map(({ callbackId, name, description }) => ({
              id: callbackId,
              label: name,
              note: description,
            }))}
            onChoose={(callbackId) => void runShortcut(callbackId)}
          />
        )}
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          data-composer
          aria-label={`Write in ${conversation.name || "Firsthand"}`}
          placeholder="Write, or type /"
          value={draft}
          onChange={(event) => onDraft(event.target.value)}
          onKeyDown={onKey}
        />
        <button
          type="submit"
          className="act primary send"
          data-send
          aria-busy={busy}
          disabled={busy || draft.trim() === ""}
        >
          Send
        </button>
      </div>
    </form>
  );
}
