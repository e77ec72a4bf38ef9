import type { Block } from "./hands.js";
import type { Conversation, Metadata, StoredMessage, Workspace } from "./workspace.js";

export type NewMessage = {
  conversation: Conversation;
  user: string;
  text: string;
  blocks: Block[];
  threadTs?: string | null;
  broadcast?: boolean;
  metadata?: Metadata | null;
  ephemeralTo?: string | null;
};

export type MessageChange =
  | { kind: "posted"; conversation: Conversation; message: StoredMessage }
  | { kind: "edited"; conversation: Conversation; message: StoredMessage; before: StoredMessage }
  | { kind: "deleted"; conversation: Conversation; message: StoredMessage };

export type MessageEdit = { text?: string; blocks?: Block[]; metadata?: Metadata };

/** The one place where messages come, change and go; listeners turn changes into events. */
export type MessageStore = {
  post(message: NewMessage): StoredMessage;
  edit(conversation: Conversation, message: StoredMessage, change: MessageEdit): void;
  remove(conversation: Conversation, message: StoredMessage): void;
  listen(onChange: (change: MessageChange) => void): void;
};

export function makeMessageStore(workspace: Workspace): MessageStore {
  const listeners: ((change: MessageChange) => void)[] = [];
  const tell = (change: MessageChange) => {
    for (const listener of listeners) listener(change);
    workspace.changed();
  };
  return {
    post({ conversation, user, text, blocks, ...rest }) {
      const message: StoredMessage = {
        ts: workspace.nextTs(),
        channel: conversation.id,
        user,
        text,
        blocks,
        threadTs: rest.threadTs ?? null,
        ephemeralTo: rest.ephemeralTo ?? null,
        editedTs: null,
        broadcast: rest.broadcast ?? false,
        metadata: rest.metadata ?? null,
      };
      conversation.messages.push(message);
      tell({ kind: "posted", conversation, message });
      return message;
    },
    edit(conversation, message, change) {
      const before = { ...message };
      Object.assign(message, change, { editedTs: workspace.nextTs() });
      tell({ kind: "edited", conversation, message, before });
    },
    remove(conversation, message) {
      conversation.messages.splice(conversation.messages.indexOf(message), 1);
      tell({ kind: "deleted", conversation, message });
    },
    listen(onChange) {
      listeners.push(onChange);
    },
  };
}

/** A message everybody in the conversation can see; ephemeral ones cannot be found by the Web API. */
export function publicMessage(conversation: Conversation, ts: string): StoredMessage | undefined {
  return conversation.messages.find((message) => message.ts === ts && message.ephemeralTo === null);
}

export function repliesTo(conversation: Conversation, ts: string): StoredMessage[] {
  return conversation.messages.filter((message) => message.threadTs === ts && message.ephemeralTo === null);
}
