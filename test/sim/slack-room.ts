import type { KnownBlock } from "@slack/types";
import type { VirtualTime } from "./virtual-time.js";

/** A message as it stands in Slack, and everything that ever stood in its place. */
export type Standing = {
  readonly channel: string;
  readonly ts: string;
  /** The id the bot put into its metadata: which of its messages this is. */
  readonly id: string | null;
  readonly thread: string | null;
  readonly shown: {
    readonly at: number;
    readonly text: string;
    /** As Slack gives them back: filled in with what it adds. */
    readonly blocks: readonly object[];
    /** As they were handed over. */
    readonly given: readonly KnownBlock[];
    readonly metadata: unknown;
  }[];
};

type Content = {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly metadata: unknown;
};

/** What Slack keeps: conversations and the messages in them. Nothing here fails: that is the way to it. */
export type SlackRoom = {
  post(channel: string, content: Content & { id: string | null; thread: string | null }): Standing;
  update(message: Standing, content: Content): void;
  /** Oldest first. */
  in(channel: string): readonly Standing[];
  find(channel: string, ts: string): Standing | null;
  all(): readonly Standing[];
};

export const dmOf = (user: string): string => user.replace(/^U/, "D");

export function openSlackRoom(time: VirtualTime): SlackRoom {
  const standing: Standing[] = [];
  let count = 0;
  const find = (channel: string, ts: string) =>
    standing.find((message) => message.channel === channel && message.ts === ts) ?? null;
  const put = (message: Standing, { text, blocks, metadata }: Content): Standing => {
    const look = { at: time.now(), text, blocks: asGivenBack(blocks), given: blocks, metadata };
    message.shown.push(look);
    return message;
  };
  return {
    post(channel, { id, thread, ...content }) {
      count += 1;
      const ts = `${Math.floor(time.now() / 1000)}.${String(count).padStart(6, "0")}`;
      const empty = { channel, ts, id, thread, shown: [] };
      standing.push(empty);
      return put(empty, content);
    },
    update: (message, content) => void put(message, content),
    in: (channel) => standing.filter((message) => message.channel === channel),
    find,
    all: () => standing,
  };
}

/** What stands there now. */
export function nowShown(message: Standing): Standing["shown"][number] {
  const newest = message.shown.at(-1);
  if (!newest) throw new Error("a message that was never shown");
  return newest;
}

/** Slack names each block and fills in what was left out. */
function asGivenBack(blocks: readonly KnownBlock[]): readonly object[] {
  return blocks.map((block, place) => ({ ...filledIn(block), block_id: block.block_id ?? `b${place}` }));
}

function filledIn(given: object): object {
  const copy: Record<string, unknown> = { ...given };
  for (const [name, value] of Object.entries(copy)) {
    if (Array.isArray(value)) copy[name] = value.map((item) => (isObject(item) ? filledIn(item) : item));
    else if (isObject(value)) copy[name] = filledIn(value);
  }
  if (copy.type === "mrkdwn") copy.verbatim ??= false;
  if (copy.type === "plain_text") copy.emoji ??= true;
  return copy;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
