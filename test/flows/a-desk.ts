import type { CardKey } from "../../src/core/card-key.js";
import type { Desk } from "../../src/core/desk.js";
import type {
  DeliveryKey,
  Digest,
  NoticeId,
  PostId,
  SlackChannelId,
  SlackTs,
  SuggestionId,
} from "../../src/core/ids.js";
import type { Presser } from "../../src/core/may-decide.js";
import type { PostingHours } from "../../src/core/posting-hours.js";
import type { Suggestion } from "../../src/core/suggestion.js";
import type { Trouble } from "../../src/core/trouble.js";
import { openDatabase } from "../../src/db/open-database.js";
import { openStore } from "../../src/db/open-store.js";
import { type ApprovePress, approve } from "../../src/flows/approve.js";
import type { CardPlace } from "../../src/flows/card-place.js";
import type {
  CreateAnswer,
  LogEvent,
  LookAtTimeline,
  PostWhole,
  ReadArticle,
  Store,
} from "../../src/flows/ports.js";
import { readSuggestedArticles } from "../../src/flows/read-suggested-articles.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { plainAsk, type SuggestAsk, suggestArticle } from "../../src/flows/suggest-article.js";
import { aDesk, executive, morning, nadia, newId, ring, team } from "../db/builders.js";
import { done } from "../db/house.js";

export const link = "https://journal.example/article";
export const hers: Presser = { teamId: team, userId: executive };

/** A desk over a real database in memory, with a clock that stands until it is moved. */
export async function openADesk(given: Partial<Desk> = {}) {
  const database = openDatabase(":memory:");
  const store: Store = openStore(database, { newId });
  await done(store, { table: "desk", row: aDesk(given) });
  let time = morning;
  let troubles: ReadonlySet<Trouble> = new Set();
  const look: LookAtTimeline = async () => ({ kind: "not_seen", detail: "nobody looks" });
  const logged: { event: LogEvent }[] = [];
  const hours = { kind: "always" } as PostingHours;
  const readArticle: ReadArticle = async () => ({ kind: "unreadable", why: "not_found" });
  return {
    database,
    store,
    ring,
    executiveId: executive,
    holdMs: 10_000,
    now: () => time,
    newId,
    logged,
    log: (event: LogEvent, fields: object = {}) => void logged.push({ event, ...fields }),
    limits: { atOnce: 0, perDay: 0, perHour: 0, hours },
    corporateChannelId: "C0COMPANY" as SlackChannelId | null,
    checkLink: () => null,
    readArticle,
    troubles: (): ReadonlySet<Trouble> => troubles,
    /** What keeps posts from going out from here on. */
    inTrouble: (...present: Trouble[]) => {
      troubles = new Set(present);
    },
    answers: new Map<PostId, CreateAnswer>(),
    look,
    pass: (ms: number) => {
      time += ms;
    },
    goTo: (instant: number) => {
      time = instant;
    },
    close: () => database.close(),
  };
}
export type ADesk = Awaited<ReturnType<typeof openADesk>>;

export const aDelivery = () => newId<DeliveryKey>();

/** A suggestion as a team member makes it, taken in. */
export async function suggested(desk: ADesk, given: Partial<SuggestAsk> = {}): Promise<Suggestion> {
  const before = (await desk.store.week(0, Number.MAX_SAFE_INTEGER)).suggested.length;
  const ask = {
    ...plainAsk,
    by: nadia,
    // One article is one suggestion.
    link: before === 0 ? link : `${link}-${before + 1}`,
    note: "",
    draft: "Worth a read.",
    delivery: aDelivery(),
    ...given,
  };
  const settled = await suggestArticle(ask, desk);
  if (settled.kind !== "settled" || settled.answer.kind !== "taken_in") throw new Error("not taken in");
  return settled.answer.suggestion;
}

/** The same with its article read: it stands in the line. */
export async function waiting(desk: ADesk, given: Partial<SuggestAsk> = {}): Promise<Suggestion> {
  const { id } = await suggested(desk, given);
  await readSuggestedArticles(desk);
  return suggestionNow(desk, id);
}

/** A card as she sees it: where it stands and what its buttons carry. */
export type Card = {
  readonly id: SuggestionId;
  readonly place: CardPlace;
  readonly key: CardKey;
  /** What comes back of it with a press. */
  readonly seen: Digest | null;
};

/** A suggestion that stands before her on a recorded card. */
export async function shownCard(desk: ADesk, given: Partial<SuggestAsk> = {}): Promise<Card> {
  const { id } = await waiting(desk, given);
  await showNextCards(desk);
  return drawnCard(desk, id);
}

/** What Slack gives back of every card here. */
export const asSlackShowsIt = "as-slack-shows-it".padEnd(43, "0") as Digest;

/** Her card is brought up to date in Slack; a card never drawn before gets its place there. */
export async function drawnCard(desk: ADesk, id: SuggestionId): Promise<Card> {
  const message = await desk.store.message("card", id);
  const { revisionId } = await suggestionNow(desk, id);
  const revision = revisionId && (await desk.store.revision(revisionId));
  if (!message || !revision) throw new Error("no card is wanted");
  const place = {
    channel: message.channel ?? ("D0EXEC" as SlackChannelId),
    ts: message.ts ?? (`1795424400.${id.slice(-6)}` as SlackTs),
  };
  const shown = { ...place, shown: message.wanted, returnedDigest: asSlackShowsIt };
  await done(desk.store, { table: "message", row: { ...message, ...shown } });
  const accountId = (await desk.store.desk())?.account?.id ?? null;
  const key = { suggestionId: id, revisionId: revision.id, digest: revision.digest, accountId };
  return { id, place, key, seen: asSlackShowsIt };
}

/** Her press on a button of a card, as Slack delivers it. */
export function pressOn(card: Card) {
  return { presser: hers, card: card.place, key: card.key, delivery: aDelivery() };
}

export function approvingPress(card: Card, given: Partial<ApprovePress> = {}): ApprovePress {
  const seen = { kind: "card", digest: card.seen } as const;
  return { ...pressOn(card), act: "approve", seen, ownText: null, postAt: null, ...given };
}

/** A press that must be taken: the post it made. */
export async function approvedPost(
  desk: ADesk,
  card: Card,
  given: Partial<ApprovePress> = {},
): Promise<PostWhole> {
  const settled = await approve(approvingPress(card, given), desk);
  if (settled.kind !== "settled" || settled.answer.kind !== "approved")
    throw new Error(`not approved: ${JSON.stringify(settled)}`);
  return postNow(desk, settled.answer.post.id);
}

export async function suggestionNow({ store }: ADesk, id: SuggestionId): Promise<Suggestion> {
  const suggestion = await store.suggestion(id);
  if (!suggestion) throw new Error("no such suggestion");
  return suggestion;
}

export async function postNow({ store }: ADesk, id: PostId): Promise<PostWhole> {
  const post = await store.post(id);
  if (!post) throw new Error("no such post");
  return post;
}

export async function changeDesk({ store }: ADesk, given: Partial<Desk>): Promise<void> {
  const desk = await store.desk();
  if (!desk) throw new Error("no desk");
  await done(store, { table: "desk", row: { ...desk, ...given } });
}

/** How often each message was asked for, as «kind subject»: how many versions of it are wanted. */
export function wantedMessages({ database }: ADesk): Record<string, number> {
  const rows = database.sqlite.prepare("SELECT kind || ' ' || subject, wanted FROM messages").raw().all();
  return Object.fromEntries(rows as [string, number][]);
}

/** The record's lines, oldest first, with the people behind the pseudonyms. */
export function recorded({ database }: ADesk): { kind: string; who: string | null; about: object }[] {
  const rows = database.sqlite
    .prepare(
      "SELECT kind, user_id AS who, about FROM record LEFT JOIN pseudonyms ON pseudonym = who ORDER BY seq",
    )
    .all() as { kind: string; who: string | null; about: string }[];
  return rows.map((row) => ({ ...row, about: JSON.parse(row.about) }));
}

/** The id of the notice of the standstill: what its button carries. */
export async function openNotice({ store }: ADesk): Promise<NoticeId> {
  const told = (await store.noticesOpen()).filter(({ about }) => about.kind === "old_database");
  return told.at(-1)?.id ?? newId<NoticeId>();
}

/** Every row of these tables, to compare before and after. */
export function rowsOf({ database }: ADesk, ...tables: string[]): unknown[] {
  const all =
    tables.length > 0 ? tables : ["suggestions", "revisions", "approvals", "posts", "parts", "messages"];
  return all.map((table) => database.sqlite.prepare(`SELECT * FROM ${table}`).all());
}
