import type { PlainObject } from "../plain-object.js";
import type { Conversation, Workspace } from "../workspace.js";
import { textArgument } from "./api-method.js";

/** The conversation a call names, as far as the bot can see it: private channels only from inside. */
export function channelArgument(workspace: Workspace, args: PlainObject): Conversation | undefined {
  const conversation = workspace.conversations.get(textArgument(args, "channel") ?? "");
  if (conversation?.isPrivate && !conversation.members.has(workspace.options.botUserId)) return undefined;
  return conversation;
}

/** The scope that reading a conversation needs, by its kind: `channels:read`, `groups:history`, `im:history` … */
export function scopeByKind(workspace: Workspace, args: PlainObject, verb: "read" | "history"): string {
  const conversation = workspace.conversations.get(textArgument(args, "channel") ?? "");
  if (conversation?.kind === "dm") return `im:${verb}`;
  return conversation?.isPrivate ? `groups:${verb}` : `channels:${verb}`;
}
