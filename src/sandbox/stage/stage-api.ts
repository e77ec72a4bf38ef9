import type { Hands } from "../slack/hands.js";

/** What the page and the stage say to each other: types alone, so that the page's bundle holds nothing of the server. */

export type XProfile = {
  handle: string;
  name: string;
  posts: readonly XPost[];
};

export type XPost = {
  id: string;
  /** Exactly what X was sent. */
  text: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  deletedAt: number | null;
};

/** What the page must know of the app as installed. */
export type AppFacts = {
  /** Whether people can write to the app in its direct messages. */
  hearsDirectMessages: boolean;
};

export type ShelfArticle = {
  url: string;
  title: string;
  language: string;
  /** One line on what is peculiar about it. */
  about: string;
};

export type BotState = {
  status: "running" | "stopped" | "crashed";
  pid: number | null;
  /** Why it is not running, in a sentence; null while it runs. */
  why: string | null;
  lines: readonly string[];
};

/** A fault a person may play: a switch that stays, or a thing that happens once. */
export type TroubleState = {
  id: string;
  label: string;
  note: string;
  kind: "switch" | "once" | "act";
  on: boolean;
};

/** Who may be played, and the newest message of each of their conversations (channel → ts). */
export type CastMember = {
  id: string;
  name: string;
  role: string;
  locale: string;
  tz: string;
  newest: Record<string, string>;
};

type ActName = Exclude<keyof Hands, "look" | "watch">;

/** One thing a person does: the method's name and its argument in one object. */
export type Act = { [Name in ActName]: { act: Name } & Parameters<Hands[Name]>[0] }[ActName];

export type Changed = "slack" | "x" | "bot" | "trouble";
