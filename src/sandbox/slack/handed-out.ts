import { alteredMessageText } from "./altered-text.js";
import type { StateValue, StateValues } from "./block-kit/element-state.js";
import { returnedBlocks, returnedViewBlocks } from "./block-kit/returned-blocks.js";
import { withShortcodes } from "./emoji-shortcodes.js";
import type { Faults } from "./faults.js";
import type { Block } from "./hands.js";
import { repliesTo } from "./message-store.js";
import type { PlainObject } from "./plain-object.js";
import type { OpenView } from "./view-store.js";
import type { Conversation, StoredMessage, Workspace } from "./workspace.js";

/**
 * Messages and views in the shape in which the app gets them. The blocks of a message have one form everywhere and
 * always; texts and views are altered only when the faults say so.
 */
export type HandedOut = {
  message(conversation: Conversation, message: StoredMessage, shown?: { metadata: boolean }): PlainObject;
  /** The message as a press on it carries it: what a fault forges or leaves out is forged or left out. */
  pressed(conversation: Conversation, message: StoredMessage): PlainObject;
  view(open: OpenView): PlainObject;
  typed(state: StateValue): StateValue;
};

export function makeHandedOut(workspace: Workspace, faults: Faults): HandedOut {
  const { options, botId } = workspace;
  const asSlack = () => faults.alterText === "as_slack";

  const typed = (state: StateValue): StateValue =>
    asSlack() && typeof state.value === "string" ? { ...state, value: withShortcodes(state.value) } : state;

  const states = (values: StateValues) =>
    Object.fromEntries(
      Object.entries(values).map(([blockId, elements]) => [
        blockId,
        Object.fromEntries(Object.entries(elements).map(([actionId, state]) => [actionId, typed(state)])),
      ]),
    );

  return {
    typed,
    pressed(conversation, message) {
      const { blocks, ...rest } = this.message(conversation, message);
      if (blocks === undefined || faults.omitMessageBlocks) return rest;
      return { ...rest, blocks: faults.alterBlocks?.(blocks as Block[]) ?? blocks };
    },
    message(conversation, message, shown = { metadata: true }) {
      const replies = repliesTo(conversation, message.ts);
      return {
        type: "message",
        user: message.user,
        ts: message.ts,
        team: options.teamId,
        text: asSlack() ? alteredMessageText(message.text) : message.text,
        ...(message.user === options.botUserId && { bot_id: botId, app_id: options.appId }),
        ...(message.blocks.length > 0 && { blocks: returnedBlocks(message.blocks) }),
        ...(message.threadTs && { thread_ts: message.threadTs }),
        ...(message.broadcast && { subtype: "thread_broadcast" }),
        ...(replies.length > 0 && {
          thread_ts: message.ts,
          reply_count: replies.length,
          latest_reply: replies.at(-1)?.ts,
        }),
        ...(message.editedTs && { edited: { user: message.user, ts: message.editedTs } }),
        ...(shown.metadata && message.metadata && { metadata: message.metadata }),
      };
    },
    view(open) {
      const { view } = open;
      return {
        id: open.id,
        team_id: options.teamId,
        type: view.type,
        blocks: asSlack() ? returnedViewBlocks(view.blocks) : structuredClone(view.blocks),
        private_metadata: view.private_metadata ?? "",
        callback_id: view.callback_id ?? "",
        state: { values: states(open.state) },
        hash: open.hash,
        title: view.title ?? { type: "plain_text", text: "View Title", emoji: true },
        clear_on_close: view.clear_on_close ?? false,
        notify_on_close: view.notify_on_close ?? false,
        close: view.close ?? null,
        submit: view.submit ?? null,
        previous_view_id: open.previousId,
        root_view_id: open.rootId,
        app_id: options.appId,
        external_id: view.external_id ?? "",
        app_installed_team_id: options.teamId,
        bot_id: botId,
      };
    },
  };
}
