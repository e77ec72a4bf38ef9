import type { Delivery } from "./delivery.js";
import type { HandedOut } from "./handed-out.js";
import { VERIFICATION_TOKEN } from "./interaction-payload.js";
import type { MessageChange } from "./message-store.js";
import type { PlainObject } from "./plain-object.js";
import type { ScopeLedger } from "./scope-ledger.js";
import type { Delivered } from "./transport.js";
import type { Conversation, StoredMessage, Workspace } from "./workspace.js";

/** Sends the events the app subscribed to, under the scopes they need. */
export type EventSender = {
  /** Null when the app did not subscribe. */
  send(name: string, event: PlainObject, scope: string | null): Promise<Delivered | null>;
  messageChanged(change: MessageChange): void;
  /** What became of the event about this message. */
  aboutMessage(message: StoredMessage): Promise<Delivered | null>;
};

export function makeEventSender(needs: {
  workspace: Workspace;
  delivery: Delivery;
  handedOut: HandedOut;
  scopes: ScopeLedger;
}): EventSender {
  const { workspace, delivery, handedOut, scopes } = needs;
  const { options } = workspace;
  const sent = new WeakMap<StoredMessage, Promise<Delivered | null>>();

  const send: EventSender["send"] = (name, event, scope) => {
    if (!options.events.includes(name)) return Promise.resolve(null);
    if (scope !== null && !scopes.use(scope)) {
      workspace.problems.push(`The event ${name} needs the scope ${scope}, which was not granted.`);
      return Promise.resolve(null);
    }
    return delivery.send("events_api", {
      token: VERIFICATION_TOKEN,
      team_id: options.teamId,
      api_app_id: options.appId,
      event,
      type: "event_callback",
      event_id: workspace.newId("Ev"),
      event_time: Math.trunc(workspace.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: options.teamId,
          user_id: options.botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${workspace.newId("")}`,
    });
  };

  return {
    send,
    messageChanged(change) {
      const { conversation, message } = change;
      if (message.ephemeralTo !== null || !conversation.members.has(options.botUserId)) return;
      const kind = messageKind(conversation);
      const event = { ...messageEvent(workspace, handedOut, change), channel_type: kind.channelType };
      sent.set(message, send(kind.event, event, kind.scope));
    },
    aboutMessage: (message) => sent.get(message) ?? Promise.resolve(null),
  };
}

function messageKind(conversation: Conversation) {
  if (conversation.kind === "dm") return { event: "message.im", channelType: "im", scope: "im:history" };
  if (conversation.isPrivate) {
    return { event: "message.groups", channelType: "group", scope: "groups:history" };
  }
  return { event: "message.channels", channelType: "channel", scope: "channels:history" };
}

function messageEvent(workspace: Workspace, handedOut: HandedOut, change: MessageChange): PlainObject {
  const { conversation, message } = change;
  const shown = handedOut.message(conversation, message);
  if (change.kind === "posted") {
    return { ...shown, channel: conversation.id, event_ts: message.ts };
  }
  const ts = workspace.nextTs();
  const hidden = { type: "message", hidden: true, channel: conversation.id, ts, event_ts: ts };
  if (change.kind === "deleted") {
    return { ...hidden, subtype: "message_deleted", deleted_ts: message.ts, previous_message: shown };
  }
  const before = handedOut.message(conversation, change.before);
  return { ...hidden, subtype: "message_changed", message: shown, previous_message: before };
}
