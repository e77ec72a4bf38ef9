import type { PlainObject } from "./plain-object.js";
import type { Conversation, Person, Workspace } from "./workspace.js";

/** The old verification token: Slack still sends it, nobody may rely on it. */
export const VERIFICATION_TOKEN = "local-verification-token";

/** The person, by id. Throws when there is none: a mistake of the caller. */
export function personActing(workspace: Workspace, id: string): Person {
  const person = workspace.people.get(id);
  if (!person) throw new Error(`There is no person ${id} in this workspace.`);
  return person;
}

/** The conversation, when this person may act in it. Throws otherwise. */
export function conversationOf(workspace: Workspace, id: string, user: string): Conversation {
  const conversation = workspace.conversations.get(id);
  if (!conversation) throw new Error(`There is no conversation ${id}.`);
  if (!conversation.members.has(user) && (conversation.isPrivate || conversation.kind === "dm")) {
    throw new Error(`${user} is not in ${id}.`);
  }
  return conversation;
}

/** What every interaction carries: app, team, person, all in Slack's names. */
export function interactionBase(workspace: Workspace, person: Person): PlainObject {
  const { options, teamDomain } = workspace;
  return {
    token: VERIFICATION_TOKEN,
    api_app_id: options.appId,
    team: { id: options.teamId, domain: teamDomain },
    enterprise: null,
    is_enterprise_install: false,
    user: {
      id: person.id,
      username: person.name,
      name: person.name,
      team_id: person.teamId ?? options.teamId,
    },
  };
}

/** The same for a shortcut, which does not name its app. */
export function shortcutBase(workspace: Workspace, person: Person): PlainObject {
  const { api_app_id: _, ...base } = interactionBase(workspace, person);
  return base;
}

/** Slack does not give the names of private places to interactions. */
export function shownName(conversation: Conversation): string {
  if (conversation.kind === "dm") return "directmessage";
  return conversation.isPrivate ? "privategroup" : conversation.name;
}

/** `action_ts` is a moment, not a message. */
export function actionTs(workspace: Workspace): string {
  return (workspace.now() / 1000).toFixed(6);
}
