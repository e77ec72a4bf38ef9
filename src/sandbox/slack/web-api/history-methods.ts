import type { HandedOut } from "../handed-out.js";
import { publicMessage, repliesTo } from "../message-store.js";
import type { PlainObject } from "../plain-object.js";
import type { Conversation, Workspace } from "../workspace.js";
import { type ApiAnswer, type ApiMethods, flagArgument, refused, textArgument } from "./api-method.js";
import { channelArgument, scopeByKind } from "./channel-argument.js";
import { type Stretch, stretchOf } from "./timeline.js";

export function historyMethods(needs: { workspace: Workspace; handedOut: HandedOut }): ApiMethods {
  const { workspace, handedOut } = needs;
  const scope = (args: PlainObject) => scopeByKind(workspace, args, "history");
  const inside = (args: PlainObject) => {
    const conversation = channelArgument(workspace, args);
    if (!conversation) return { refusal: refused("channel_not_found") };
    if (!conversation.members.has(workspace.options.botUserId)) return { refusal: refused("not_in_channel") };
    return { conversation };
  };
  const shown = (
    conversation: Conversation,
    { items, more, next }: Stretch,
    args: PlainObject,
  ): ApiAnswer => ({
    ok: true,
    messages: items.map((message) =>
      handedOut.message(conversation, message, {
        metadata: flagArgument(args, "include_all_metadata") ?? false,
      }),
    ),
    has_more: more,
    ...(more && { response_metadata: { next_cursor: next } }),
  });
  return {
    "conversations.history": {
      token: "bot",
      scope,
      run(args) {
        const { conversation, refusal } = inside(args);
        if (!conversation) return refusal;
        const messages = conversation.messages
          .filter((message) => message.ephemeralTo === null)
          .filter((message) => message.threadTs === null || message.broadcast)
          .reverse();
        const stretch = stretchOf({ messages, newestFirst: true }, args, { usual: 100, most: 999 });
        if (typeof stretch === "string") return refused(stretch);
        return { ...shown(conversation, stretch, args), pin_count: 0 };
      },
    },
    "conversations.replies": {
      token: "bot",
      scope,
      run(args) {
        const { conversation, refusal } = inside(args);
        if (!conversation) return refusal;
        const asked = publicMessage(conversation, textArgument(args, "ts") ?? "");
        const parent = asked?.threadTs ? publicMessage(conversation, asked.threadTs) : asked;
        if (!parent) return refused("thread_not_found");
        const messages = [parent, ...repliesTo(conversation, parent.ts)];
        // A thread begins with its first message, however late the replies are that were asked for.
        const thread = { messages, newestFirst: false, always: parent };
        const stretch = stretchOf(thread, args, { usual: 1000, most: 1000 });
        return typeof stretch === "string" ? refused(stretch) : shown(conversation, stretch, args);
      },
    },
  };
}
