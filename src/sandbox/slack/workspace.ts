import { randomInt } from "node:crypto";
import type { Block } from "./hands.js";
import type { LocalSlackOptions, PersonOptions } from "./local-slack-options.js";

export type Person = PersonOptions;

export type Metadata = { event_type: string; event_payload: Record<string, unknown> };

/** A message as Slack keeps it. `ephemeralTo` names the one person who sees it. */
export type StoredMessage = {
  ts: string;
  channel: string;
  user: string;
  text: string;
  blocks: Block[];
  threadTs: string | null;
  ephemeralTo: string | null;
  editedTs: string | null;
  broadcast: boolean;
  metadata: Metadata | null;
};

export type Conversation = {
  id: string;
  kind: "channel" | "dm";
  name: string;
  isPrivate: boolean;
  members: Set<string>;
  messages: StoredMessage[];
};

/** The people and places of the local Slack, its clock and its ids. */
export type Workspace = {
  options: LocalSlackOptions;
  botId: string;
  teamDomain: string;
  people: Map<string, Person>;
  conversations: Map<string, Conversation>;
  /** The conversation between the bot and one person; made when first needed. */
  directMessage(user: string): Conversation;
  now(): number;
  /** A message timestamp, `seconds.microseconds`: never given twice, never going back. */
  nextTs(): string;
  newId(prefix: string): string;
  /** Every breach of Slack's rules by the app, as sentences. */
  problems: string[];
  changed(): void;
  watch(onChange: () => void): () => void;
};

const ID_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

export function makeWorkspace(options: LocalSlackOptions): Workspace {
  const now = options.now ?? Date.now;
  const watchers = new Set<() => void>();
  const conversations = new Map<string, Conversation>();
  const newId = (prefix: string) =>
    `${prefix}0${Array.from({ length: 9 }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join("")}`;
  let lastMicros = 0;

  const bot: Person = {
    id: options.botUserId,
    name: options.botName.toLowerCase(),
    realName: options.botName,
    locale: "en-US",
    tz: "UTC",
    role: "the app",
    isBot: true,
  };
  const people = new Map([...options.people, bot].map((person) => [person.id, { ...person }]));
  for (const channel of options.channels) {
    conversations.set(channel.id, {
      id: channel.id,
      kind: "channel",
      name: channel.name,
      isPrivate: channel.isPrivate,
      members: new Set(channel.members),
      messages: [],
    });
  }
  const directMessage = (user: string): Conversation => {
    for (const each of conversations.values()) {
      if (each.kind === "dm" && each.members.has(user)) return each;
    }
    const made: Conversation = {
      id: newId("D"),
      kind: "dm",
      name: options.botName,
      isPrivate: true,
      members: new Set([options.botUserId, user]),
      messages: [],
    };
    conversations.set(made.id, made);
    return made;
  };
  // An installed app is in everybody's sidebar before it has ever written.
  for (const person of options.people) if (!person.isBot) directMessage(person.id);

  return {
    options,
    botId: newId("B"),
    teamDomain: "firsthand-sandbox",
    people,
    conversations,
    directMessage,
    now,
    nextTs() {
      lastMicros = Math.max(lastMicros + 1, Math.trunc(now()) * 1000);
      return `${Math.trunc(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, "0")}`;
    },
    newId,
    problems: [],
    changed() {
      for (const watcher of [...watchers]) watcher();
    },
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}
