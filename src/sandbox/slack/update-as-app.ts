import type { Faults, StolenEdit } from "./faults.js";
import { messageContent } from "./message-content.js";
import { type MessageStore, publicMessage } from "./message-store.js";
import type { Workspace } from "./workspace.js";

type Needs = { workspace: Workspace; faults: Faults; messages: MessageStore };

/** `chat.update` by a thief of the bot token: no call of the app's, and the app hears of it as of any edit. */
export function updateAsApp(needs: Needs, channel: string, ts: string, edit: StolenEdit): void {
  const { workspace, faults, messages } = needs;
  const conversation = workspace.conversations.get(channel);
  const message = conversation && publicMessage(conversation, ts);
  if (!conversation || message?.user !== workspace.options.botUserId) {
    throw new Error(`There is no message ${ts} of the app in ${channel}.`);
  }
  const content = messageContent({ text: edit.text, blocks: edit.blocks, blocksGiven: true }, faults);
  if ("ok" in content) throw new Error(`Slack would refuse this edit: ${JSON.stringify(content)}`);
  messages.edit(conversation, message, {
    text: content.text ?? "",
    blocks: content.blocks ?? [],
    ...(edit.metadata && { metadata: structuredClone(edit.metadata) }),
  });
}
