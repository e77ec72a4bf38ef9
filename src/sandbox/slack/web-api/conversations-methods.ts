import type { PlainObject } from "../plain-object.js";
import type { Conversation, Workspace } from "../workspace.js";
import { type ApiMethods, botMethod, page, refused, textArgument } from "./api-method.js";
import { channelArgument, scopeByKind } from "./channel-argument.js";

const MOST_IN_A_GROUP = 8;

export function conversationsMethods(workspace: Workspace): ApiMethods {
  const { options, people } = workspace;
  const readScope = (args: PlainObject) => scopeByKind(workspace, args, "read");
  return {
    "conversations.open": botMethod("im:write", (args) => {
      const users = (textArgument(args, "users") ?? "").split(",").filter(Boolean);
      const [user] = users;
      if (!user) return refused("users_list_not_supplied");
      if (users.length > MOST_IN_A_GROUP) return refused("too_many_users");
      // A group of several needs mpim:write, which the app does not ask for.
      if (users.length > 1) return refused("missing_scope", { needed: "mpim:write" });
      if (!people.has(user)) return refused("user_not_found");
      if (user === options.botUserId) return refused("cannot_dm_bot");
      const conversation = workspace.directMessage(user);
      return {
        ok: true,
        no_op: true,
        already_open: true,
        channel: args.return_im ? channelObject(workspace, conversation) : { id: conversation.id },
      };
    }),
    "conversations.info": {
      token: "bot",
      scope: readScope,
      run(args) {
        const conversation = channelArgument(workspace, args);
        if (!conversation) return refused("channel_not_found");
        const count = args.include_num_members ? { num_members: conversation.members.size } : {};
        return { ok: true, channel: { ...channelObject(workspace, conversation), ...count } };
      },
    },
    "conversations.members": {
      token: "bot",
      scope: readScope,
      run(args) {
        const conversation = channelArgument(workspace, args);
        if (!conversation) return refused("channel_not_found");
        const { items, response_metadata } = page([...conversation.members], args, 100, 1000);
        return { ok: true, members: items, response_metadata };
      },
    },
  };
}

function channelObject(workspace: Workspace, conversation: Conversation): PlainObject {
  const { options } = workspace;
  const user = [...conversation.members].find((each) => each !== options.botUserId);
  if (conversation.kind === "dm") {
    return { id: conversation.id, is_im: true, is_org_shared: false, user, context_team_id: options.teamId };
  }
  return {
    id: conversation.id,
    name: conversation.name,
    name_normalized: conversation.name,
    is_channel: !conversation.isPrivate,
    is_group: conversation.isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: conversation.isPrivate,
    is_archived: false,
    is_general: conversation.name === "general",
    is_shared: false,
    is_member: conversation.members.has(options.botUserId),
    context_team_id: options.teamId,
  };
}
