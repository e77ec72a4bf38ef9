import { shownValue } from "./block-kit/element-state.js";
import type { FillValue, Seen, SeenConversation, SeenPerson, SeenView } from "./hands.js";
import { personActing } from "./interaction-payload.js";
import { isPlainObject } from "./plain-object.js";
import type { OpenView, ViewStore } from "./view-store.js";
import type { Conversation, Person, StoredMessage, Workspace } from "./workspace.js";

/** Everything one person can see: their channels, their conversation with the app, what is for their eyes only. */
export function look(needs: { workspace: Workspace; views: ViewStore }, user: string): Seen {
  const { workspace, views } = needs;
  const { options } = workspace;
  const person = personActing(workspace, user);
  const home = views.home(user);
  return {
    user: seenPerson(person),
    people: [...workspace.people.values()].map(seenPerson),
    conversations: [...workspace.conversations.values()]
      .filter((conversation) => mayLook(conversation, person))
      .map((conversation) => seenConversation(conversation, user)),
    views: views.stack(user).map(seenView),
    home: home ? seenHome(home) : null,
    commands: options.commands.map((each) => ({ ...each })),
    shortcuts: options.shortcuts.map((each) => ({ ...each })),
  };
}

/** Anybody but a guest may look into a public channel; everything else is for its members. */
function mayLook(conversation: Conversation, person: Person): boolean {
  if (conversation.members.has(person.id)) return true;
  return conversation.kind === "channel" && !conversation.isPrivate && !isGuest(person);
}

function isGuest({ isRestricted, isUltraRestricted, isStranger }: Person): boolean {
  return isRestricted || isUltraRestricted || isStranger || false;
}

function seenPerson(person: Person): SeenPerson {
  const { id, name, realName, locale, tz, role } = person;
  return { id, name, realName, locale, tz, role, isBot: person.isBot ?? false };
}

function seenConversation(conversation: Conversation, user: string): SeenConversation {
  return {
    id: conversation.id,
    kind: conversation.kind,
    name: conversation.name,
    member: conversation.members.has(user),
    messages: conversation.messages
      .filter((message) => message.ephemeralTo === null || message.ephemeralTo === user)
      .map(seenMessage),
  };
}

function seenMessage(message: StoredMessage) {
  return {
    ts: message.ts,
    threadTs: message.threadTs,
    user: message.user,
    text: message.text,
    blocks: structuredClone(message.blocks),
    ephemeral: message.ephemeralTo !== null,
    edited: message.editedTs !== null,
    broadcast: message.broadcast,
    metadata: structuredClone(message.metadata),
  };
}

function seenView(open: OpenView): SeenView {
  const { view } = open;
  return {
    id: open.id,
    callbackId: String(view.callback_id ?? ""),
    title: plainText(view.title) ?? "",
    submit: plainText(view.submit),
    close: plainText(view.close),
    blocks: structuredClone(view.blocks),
    values: Object.fromEntries(
      Object.entries(open.state).map(([blockId, elements]) => [
        blockId,
        Object.fromEntries(
          Object.entries(elements).map(([actionId, state]): [string, FillValue] => [
            actionId,
            shownValue(state),
          ]),
        ),
      ]),
    ),
    errors: { ...open.errors },
    hash: open.hash,
  };
}

function seenHome(home: OpenView): Seen["home"] {
  const { id, values, blocks } = seenView(home);
  return { id, values, blocks };
}

function plainText(value: unknown): string | null {
  return isPlainObject(value) ? String(value.text) : null;
}
