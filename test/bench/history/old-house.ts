import type { Digest, SlackChannelId, SlackTs, SuggestionId } from "../../../src/core/ids.js";
import { openDatabase } from "../../../src/db/open-database.js";
import { openStore } from "../../../src/db/open-store.js";
import type { ReadArticle } from "../../../src/flows/ports.js";
import { newId } from "../../../src/new-id.js";
import type { BotNeeds } from "../../../src/slack/bot-needs.js";
import { emojiNames } from "../../../src/slack/emoji-names.js";
import type { Members } from "../../../src/slack/membership.js";
import { knowPeople } from "../../../src/slack/people.js";
import type { SlackClients } from "../../../src/slack/slack-clients.js";
import { aDesk, ring } from "../../db/builders.js";

/** The product over one database, with a Slack and a web that answer at once. */
export type OldHouse = BotNeeds & {
  readonly readArticle: ReadArticle;
  /** The home pages handed to Slack, the newest last. */
  readonly published: readonly { readonly blocks: readonly unknown[] }[];
  /** Takes a suggestion out of the line, so that the line is the same for the next question. */
  settle(id: SuggestionId): void;
  /** How long opening the database took, in milliseconds. */
  readonly openedMs: number;
  close(): void;
};

/** Opens it as a start of the bot does: every fence is compared, every reference looked at. */
export function openOldHouse(path: string): OldHouse {
  const started = performance.now();
  const database = openDatabase(path);
  const store = openStore(database, { newId });
  const openedMs = performance.now() - started;
  const published: { blocks: readonly unknown[] }[] = [];
  const publish = async ({ view }: { view: { blocks: readonly unknown[] } }) => void published.push(view);
  const slack = { patient: { views: { publish } } } as unknown as SlackClients;
  const members: Members = { isMember: async () => "member", joined: () => undefined, left: () => undefined };
  const move = database.sqlite.prepare<[string, string, string]>(
    "UPDATE suggestions SET state = ?, version = version + 1 WHERE id = ? AND state = ?",
  );
  const desk = aDesk();
  const now = Date.now;
  return {
    store,
    people: knowPeople({ store, slack, now }),
    members,
    slack,
    showNow: async () => true,
    checkLink: () => null,
    limits: { atOnce: 0, perDay: 0, perHour: 100_000, hours: { kind: "always" } },
    ring,
    holdMs: 3_600_000,
    teamId: desk.teamId,
    appId: null,
    teamChannelId: desk.channelId,
    corporateChannelId: null,
    emojiNames,
    now,
    newId,
    log: () => undefined,
    readArticle: async () => ({ kind: "unreadable", why: "not_found" }),
    typingRestMs: 600,
    published,
    openedMs,
    settle: (id) => {
      for (const [from, to] of [
        ["reading", "rejected"],
        ["shown", "declined"],
      ] as const)
        move.run(to, id, from);
    },
    close: () => database.close(),
  };
}

/** Slack showed her card: where it stands is written down. */
export async function cardDrawn({ store }: OldHouse, id: SuggestionId) {
  const message = await store.message("card", id);
  if (!message) throw new Error("no card is wanted");
  const channel = "D0EXEC" as SlackChannelId;
  const ts = `1795424400.${id.slice(-6)}` as SlackTs;
  const returnedDigest = "as-slack-shows-it".padEnd(43, "0") as Digest;
  const row = { ...message, channel, ts, returnedDigest, shown: message.wanted };
  const change = {
    at: Date.now(),
    expect: [],
    put: [{ table: "message", row } as const],
    show: [],
    record: [],
  };
  if ((await store.commit(change)).kind !== "done") throw new Error("the card was not written down");
  return { place: { channel, ts }, seen: { kind: "card", digest: returnedDigest } as const };
}
