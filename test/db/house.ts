import { expect } from "vitest";
import type { Approval } from "../../src/core/approval.js";
import type { Message } from "../../src/core/message.js";
import type { Part, Post } from "../../src/core/post.js";
import type { Revision } from "../../src/core/revision.js";
import type { Suggestion } from "../../src/core/suggestion.js";
import { type OpenDatabase, openDatabase } from "../../src/db/open-database.js";
import { openStore } from "../../src/db/open-store.js";
import type { Row, Store } from "../../src/flows/ports.js";
import {
  aCard,
  aChange,
  aDesk,
  anApproval,
  aPart,
  aPost,
  aRevision,
  aSuggestion,
  morning,
  newId,
} from "./builders.js";

/** A store with its desk open, in memory unless told where. */
export type House = { readonly database: OpenDatabase; readonly store: Store };

export async function openHouse(path = ":memory:"): Promise<House> {
  const database = openDatabase(path);
  const store = openStore(database, { newId });
  if (!(await store.desk())) await done(store, { table: "desk", row: aDesk() });
  return { database, store };
}

/** Puts rows that must be accepted. */
export async function done(store: Store, ...put: Row[]): Promise<void> {
  expect(await store.commit(aChange({ put }))).toEqual({ kind: "done" });
}

/** As it is stored now. */
export async function now(store: Store, { id }: Pick<Suggestion, "id">): Promise<Suggestion> {
  const suggestion = await store.suggestion(id);
  if (!suggestion) throw new Error("no such suggestion");
  return suggestion;
}

export type Shown = {
  readonly suggestion: Suggestion;
  readonly revision: Revision;
  readonly card: Message;
};

/** A suggestion that stands before her, its card recorded. */
export async function shown(store: Store, given: Partial<Suggestion> = {}, text?: string): Promise<Shown> {
  const born = aSuggestion(given);
  const revision = aRevision(born, text === undefined ? {} : { text });
  const card = aCard(born);
  const waiting: Suggestion = { ...born, state: "waiting", revisionId: revision.id };
  await done(
    store,
    { table: "suggestion", row: waiting },
    { table: "revision", row: revision },
    { table: "message", row: card },
    { table: "suggestion", row: { ...waiting, version: 1, state: "shown", shownAt: morning } },
  );
  return { suggestion: await now(store, born), revision, card };
}

export type Approved = Shown & { readonly approval: Approval; readonly post: Post; readonly part: Part };

/** The rows of one approving press, in the order the fences ask for. */
export function approving({ suggestion, revision, card }: Shown, at = morning) {
  const approval = anApproval(revision, card, { approvedAt: at, postAt: at + 10_000 });
  const post = aPost(approval);
  const part = aPart(post, approval);
  const put: Row[] = [
    { table: "suggestion", row: { ...suggestion, state: "approved", decidedAt: at } },
    { table: "approval", row: approval },
    { table: "post", row: post },
    { table: "part", row: part },
  ];
  return { approval, post, part, put };
}

/** A suggestion she has approved, its post waiting. */
export async function approved(store: Store, given: Partial<Suggestion> = {}): Promise<Approved> {
  const before = await shown(store, given);
  const { put, ...made } = approving(before);
  await done(store, ...put);
  return {
    ...before,
    ...made,
    suggestion: await now(store, before.suggestion),
    post: { ...made.post, version: 1 },
    part: { ...made.part, version: 1 },
  };
}
