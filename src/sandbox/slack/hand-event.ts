import { actedUnseen } from "./acted.js";
import type { HandNeeds } from "./hand-needs.js";
import type { Hands } from "./hands.js";
import { conversationOf, personActing } from "./interaction-payload.js";
import type { Conversation } from "./workspace.js";

type Needs = Pick<HandNeeds, "workspace" | "messages" | "views" | "handedOut" | "events">;

/** What a person does that the app hears of as an event, if it listens. */
export function handEvent(
  needs: Needs,
): Pick<Hands, "openHome" | "say" | "join" | "leave" | "setLocale" | "setZone"> {
  const { workspace, messages, views, handedOut, events } = needs;
  const { options } = workspace;

  const channelNamed = (id: string): Conversation => {
    const conversation = workspace.conversations.get(id);
    if (conversation?.kind !== "channel") throw new Error(`There is no channel ${id}.`);
    return conversation;
  };
  const membership = (conversation: Conversation, type: string, user: string) =>
    events.send(
      type,
      {
        type,
        user,
        channel: conversation.id,
        channel_type: conversation.isPrivate ? "G" : "C",
        team: options.teamId,
        event_ts: workspace.nextTs(),
      },
      conversation.isPrivate ? "groups:read" : "channels:read",
    );

  return {
    async openHome({ user }) {
      personActing(workspace, user);
      const home = views.home(user);
      const event = {
        type: "app_home_opened",
        user,
        channel: workspace.directMessage(user).id,
        tab: "home",
        event_ts: workspace.nextTs(),
        ...(home && { view: handedOut.view(home) }),
      };
      return actedUnseen(await events.send("app_home_opened", event, null));
    },
    async say({ user, channel, text }) {
      personActing(workspace, user);
      const conversation = conversationOf(workspace, channel, user);
      if (!conversation.members.has(user)) throw new Error(`${user} is not in ${channel}.`);
      const message = messages.post({ conversation, user, text, blocks: [] });
      return actedUnseen(await events.aboutMessage(message));
    },
    async join({ user, channel }) {
      personActing(workspace, user);
      const conversation = channelNamed(channel);
      if (conversation.members.has(user)) return actedUnseen(null);
      conversation.members.add(user);
      workspace.changed();
      if (!conversation.members.has(options.botUserId)) return actedUnseen(null);
      return actedUnseen(await membership(conversation, "member_joined_channel", user));
    },
    async leave({ user, channel }) {
      const conversation = channelNamed(channel);
      const heard = conversation.members.has(options.botUserId);
      if (!conversation.members.delete(user)) return actedUnseen(null);
      workspace.changed();
      if (!heard) return actedUnseen(null);
      return actedUnseen(await membership(conversation, "member_left_channel", user));
    },
    async setLocale({ user, locale }) {
      personActing(workspace, user).locale = locale;
      workspace.changed();
      return actedUnseen(null);
    },
    async setZone({ user, tz }) {
      personActing(workspace, user).tz = tz;
      workspace.changed();
      return actedUnseen(null);
    },
  };
}
