import type { Seen, SeenConversation } from "../slack/hands.js";
import { act } from "./act.js";
import type { Press } from "./action-element.js";
import { Composer } from "./composer.js";
import { MessageView } from "./message-view.js";
import { slackTrouble } from "./slack-trouble.js";
import { useStayAtEnd } from "./use-stay-at-end.js";

export type ConversationViewProps = {
  seen: Seen;
  conversation: SeenConversation;
  /** Nobody can write here. */
  silent: boolean;
  draft: string;
  onDraft: (draft: string) => void;
  onTrouble: (sentence: string | null) => void;
  onPressed: () => void;
};

export function ConversationView({
  seen,
  conversation,
  silent,
  draft,
  onDraft,
  onTrouble,
  onPressed,
}: ConversationViewProps) {
  const user = seen.user.id;
  const { id: channel, messages } = conversation;
  const log = useStayAtEnd(channel);

  const isReply = (threadTs: string | null, ts: string): boolean => threadTs !== null && threadTs !== ts;
  const parents = new Set(messages.filter(({ threadTs, ts }) => !isReply(threadTs, ts)).map(({ ts }) => ts));
  const top = messages.filter(
    ({ threadTs, ts, broadcast }) => !isReply(threadTs, ts) || broadcast || !parents.has(threadTs ?? ""),
  );

  async function press(ts: string, what: Parameters<Press>[0]): Promise<void> {
    onPressed();
    const pressed = await act({ act: "press", user, channel, ts, ...what });
    onTrouble(slackTrouble("press", pressed.slackError));
  }
  async function shortcut(ts: string, callbackId: string): Promise<void> {
    const acted = await act({ act: "messageShortcut", user, channel, ts, callbackId });
    onTrouble(slackTrouble("shortcut", acted.slackError));
  }

  return (
    <section className="conversation" data-channel={channel} aria-label={conversation.name || "Firsthand"}>
      <header className="pane-head">
        <h1>
          {conversation.kind === "channel" ? <span aria-hidden="true"># </span> : null}
          {conversation.name || "Firsthand"}
        </h1>
        <p>
          {conversation.kind === "dm"
            ? `Between ${seen.user.realName} and the app`
            : "Everybody in the channel reads this"}
        </p>
      </header>
      <div className="messages" role="log" aria-live="polite" ref={log}>
        <div>
          {top.length === 0 && (
            <p className="empty">
              {conversation.member
                ? silent
                  ? "Nothing from the app yet."
                  : "Quiet so far. Try /suggest with a link, or take one from the newsstand."
                : "You are not in this channel, so you do not see what is said."}
            </p>
          )}
          {top.map((message) => (
            <MessageView
              key={message.ts}
              message={message}
              seen={seen}
              // A reply told to the whole channel stands there; threads are open here, so it would be read twice.
              replies={messages.filter(
                ({ threadTs, ts, broadcast }) => threadTs === message.ts && ts !== message.ts && !broadcast,
              )}
              onPress={press}
              onShortcut={(ts, callbackId) => void shortcut(ts, callbackId)}
            />
          ))}
        </div>
      </div>
      {conversation.member && silent && (
        <p className="composer silent">Sending messages to this app has been turned off.</p>
      )}
      {conversation.member && !silent && (
        <Composer
          // Another person, another place: another composer, so nothing typed slips from one to the other.
          key={`${user} ${channel}`}
          seen={seen}
          conversation={conversation}
          draft={draft}
          onDraft={onDraft}
          onTrouble={onTrouble}
        />
      )}
      {!conversation.member && (
        <div className="composer joining">
          <button
            type="button"
            className="act primary"
            onClick={() => void act({ act: "join", user, channel })}
          >
            Join #{conversation.name}
          </button>
        </div>
      )}
    </section>
  );
}
