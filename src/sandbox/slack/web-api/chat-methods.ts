import type { Faults } from "../faults.js";
import type { HandedOut } from "../handed-out.js";
import { messageContent } from "../message-content.js";
import { type MessageStore, publicMessage } from "../message-store.js";
import { isPlainObject, type PlainObject } from "../plain-object.js";
import type { Conversation, Metadata, Workspace } from "../workspace.js";
import {
  type ApiAnswer,
  type ApiMethods,
  botMethod,
  flagArgument,
  refused,
  structuredArgument,
  textArgument,
} from "./api-method.js";
import { channelArgument } from "./channel-argument.js";

const UPDATE_TEXT_LIMIT = 4000;

type Needs = { workspace: Workspace; faults: Faults; messages: MessageStore; handedOut: HandedOut };

export function chatMethods({ workspace, faults, messages, handedOut }: Needs): ApiMethods {
  const { options } = workspace;
  const bot = options.botUserId;
  const content = (args: PlainObject) =>
    messageContent(
      {
        text: typeof args.text === "string" ? args.text : undefined,
        blocks: structuredArgument(args, "blocks"),
        blocksGiven: args.blocks !== undefined && args.blocks !== null,
      },
      faults,
    );

  /** Where the bot may write: its conversations, public channels under chat:write.public, and people's DMs. */
  const writable = (args: PlainObject): Conversation | ApiAnswer => {
    const id = textArgument(args, "channel") ?? "";
    if (workspace.people.has(id)) return workspace.directMessage(id);
    const conversation = channelArgument(workspace, args);
    if (!conversation) return refused("channel_not_found");
    const mayWrite = conversation.members.has(bot) || options.scopes.includes("chat:write.public");
    return mayWrite ? conversation : refused("not_in_channel");
  };

  const ownMessage = (args: PlainObject, otherwise: string) => {
    const conversation = channelArgument(workspace, args);
    if (!conversation) return { refusal: refused("channel_not_found") };
    const message = publicMessage(conversation, textArgument(args, "ts") ?? "");
    if (!message) return { refusal: refused("message_not_found") };
    if (message.user !== bot) return { refusal: refused(otherwise) };
    return { conversation, message };
  };

  const postedAnswer = (conversation: Conversation, ts: string): ApiAnswer => {
    const message = publicMessage(conversation, ts);
    return {
      ok: true,
      channel: conversation.id,
      ts,
      ...(message && { message: handedOut.message(conversation, message) }),
    };
  };

  return {
    "chat.postMessage": botMethod("chat:write", (args) => {
      const conversation = writable(args);
      if ("ok" in conversation) return conversation;
      const wanted = content(args);
      if ("ok" in wanted) return wanted;
      if (!wanted.text && !wanted.blocks?.length) return refused("no_text");
      const metadata = metadataArgument(args);
      if (metadata === "invalid") return refused("invalid_metadata_format");
      const threadTs = textArgument(args, "thread_ts") ?? null;
      if (threadTs !== null && !publicMessage(conversation, threadTs)) return refused("thread_not_found");
      const message = messages.post({
        conversation,
        user: bot,
        text: wanted.text ?? "",
        blocks: wanted.blocks ?? [],
        threadTs,
        broadcast: (threadTs !== null && flagArgument(args, "reply_broadcast")) || false,
        metadata,
      });
      return postedAnswer(conversation, message.ts);
    }),
    "chat.update": botMethod("chat:write", (args) => {
      const { conversation, message, refusal } = ownMessage(args, "cant_update_message");
      if (!conversation) return refusal;
      const wanted = content(args);
      if ("ok" in wanted) return wanted;
      if (wanted.text === undefined && wanted.blocks === undefined) return refused("no_text");
      if ((wanted.text ?? "").length > UPDATE_TEXT_LIMIT) return refused("msg_too_long");
      const metadata = metadataArgument(args);
      if (metadata === "invalid") return refused("invalid_metadata_format");
      // What is not given stays as it was, blocks and metadata included.
      messages.edit(conversation, message, {
        ...(wanted.text !== undefined && { text: wanted.text }),
        ...(wanted.blocks !== undefined && { blocks: wanted.blocks }),
        ...(metadata !== null && { metadata }),
      });
      return { ...postedAnswer(conversation, message.ts), text: message.text };
    }),
    "chat.delete": botMethod("chat:write", (args) => {
      const { conversation, message, refusal } = ownMessage(args, "cant_delete_message");
      if (!conversation) return refusal;
      messages.remove(conversation, message);
      return { ok: true, channel: conversation.id, ts: message.ts };
    }),
    "chat.postEphemeral": botMethod("chat:write", (args) => {
      const user = textArgument(args, "user") ?? "";
      const conversation = channelArgument(workspace, args);
      if (!conversation) return refused("channel_not_found");
      if (!conversation.members.has(bot)) return refused("not_in_channel");
      if (!conversation.members.has(user)) return refused("user_not_in_channel");
      const wanted = content(args);
      if ("ok" in wanted) return wanted;
      if (!wanted.text && !wanted.blocks?.length) return refused("no_text");
      const message = messages.post({
        conversation,
        user: bot,
        text: wanted.text ?? "",
        blocks: wanted.blocks ?? [],
        threadTs: textArgument(args, "thread_ts") ?? null,
        ephemeralTo: user,
      });
      return { ok: true, message_ts: message.ts };
    }),
    "chat.getPermalink": botMethod(null, (args) => {
      const conversation = channelArgument(workspace, args);
      if (!conversation) return refused("channel_not_found");
      const message = publicMessage(conversation, textArgument(args, "message_ts") ?? "");
      if (!message) return refused("message_not_found");
      const inThread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${conversation.id}` : "";
      const permalink = `https://${workspace.teamDomain}.slack.com/archives/${conversation.id}/p${message.ts.replace(".", "")}${inThread}`;
      return { ok: true, channel: conversation.id, permalink };
    }),
  };
}

/** Metadata as given; null when not given. Event payloads are flat: a value is never an object. */
function metadataArgument(args: PlainObject): Metadata | null | "invalid" {
  if (args.metadata === undefined || args.metadata === null) return null;
  const metadata = structuredArgument(args, "metadata");
  if (!isPlainObject(metadata) || !isPlainObject(metadata.event_payload)) return "invalid";
  if (typeof metadata.event_type !== "string" || metadata.event_type === "") return "invalid";
  if (Object.values(metadata.event_payload).some(isPlainObject)) return "invalid";
  return { event_type: metadata.event_type, event_payload: metadata.event_payload };
}
