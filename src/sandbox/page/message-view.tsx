import type { Seen, SeenMessage } from "../slack/hands.js";
import type { Press } from "./action-element.js";
import { Avatar } from "./avatar.js";
import { BlockList } from "./block-list.js";
import { clockTime } from "./clock-time.js";
import { MenuButton } from "./menu-button.js";
import { TextView } from "./text-view.js";

export type MessageViewProps = {
  message: SeenMessage;
  seen: Seen;
  /** Replies in its thread, shown under it. */
  replies?: readonly SeenMessage[];
  onPress: (ts: string, what: Parameters<Press>[0]) => Promise<void>;
  onShortcut: (ts: string, callbackId: string) => void;
};

export function MessageView({ message, seen, replies = [], onPress, onShortcut }: MessageViewProps) {
  const author = seen.people.find(({ id }) => id === message.user);
  const name = author?.realName || author?.name || "Firsthand";
  const shortcuts = seen.shortcuts.filter(({ type }) => type === "message");
  return (
    <article
      className={message.ephemeral ? "message ephemeral" : "message"}
      data-ts={message.ts}
      aria-label={name}
    >
      <Avatar id={message.user} name={name} size="m" />
      <div className="message-body">
        <p className="byline">
          <strong>{name}</strong>
          {author?.isBot && <span className="app-badge">app</span>}
          <time>{clockTime(message.ts, seen.user)}</time>
          {message.edited && <span className="edited">edited</span>}
          {message.ephemeral && <span className="only-you">Only visible to you</span>}
          {message.broadcast && message.threadTs !== null && (
            <button type="button" className="quiet" onClick={() => showMessage(message.threadTs)}>
              replied to a thread
            </button>
          )}
        </p>
        {message.blocks.length > 0 ? (
          <BlockList blocks={message.blocks} press={(what) => onPress(message.ts, what)} />
        ) : (
          <div className="blocks">
            <TextView text={{ type: "mrkdwn", text: message.text }} />
          </div>
        )}
        {replies.length > 0 && (
          <section
            className="thread"
            aria-label={replies.length === 1 ? "1 reply" : `${replies.length} replies`}
          >
            {replies.map((reply) => (
              <MessageView
                key={reply.ts}
                message={reply}
                seen={seen}
                onPress={onPress}
                onShortcut={onShortcut}
              />
            ))}
          </section>
        )}
      </div>
      {shortcuts.length > 0 && !message.ephemeral && (
        <div className="hover-menu">
          <MenuButton
            label="Message shortcuts"
            face="⋮"
            entries={shortcuts.map(({ callbackId, name: label, description }) => ({
              id: callbackId,
              label,
              note: description,
            }))}
            onChoose={(callbackId) => onShortcut(message.ts, callbackId)}
          />
        </div>
      )}
    </article>
  );
}

function showMessage(ts: string | null): void {
  document.querySelector(`[data-ts="${CSS.escape(ts ?? "")}"]`)?.scrollIntoView({ block: "nearest" });
}
