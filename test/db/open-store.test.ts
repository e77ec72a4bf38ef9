import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { unseal } from "../../src/core/approval.js";
import type { PostId, RevisionId, SlackUserId, SuggestionId, XPostId } from "../../src/core/ids.js";
import type { Part, Post } from "../../src/core/post.js";
import type { Suggestion } from "../../src/core/suggestion.js";
import {
  aCard,
  aChange,
  aPerson,
  aSuggestion,
  executive,
  minute,
  morning,
  nadia,
  newId,
  ring,
} from "./builders.js";
import { type Approved, approved, approving, done, type House, now, openHouse, shown } from "./house.js";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.database.close());

const put = (suggestion: Suggestion) => done(house.store, { table: "suggestion", row: suggestion });
const ids = (suggestions: readonly Suggestion[]) => suggestions.map(({ id }) => id);

/** Moves a post and its part on as the publishing flow does. */
async function move(made: Approved, post: Partial<Post>, part: Partial<Part> = {}): Promise<Approved> {
  const next = { post: { ...made.post, ...post }, part: { ...made.part, ...part } };
  await done(house.store, { table: "post", row: next.post }, { table: "part", row: next.part });
  return {
    ...made,
    post: { ...next.post, version: next.post.version + 1 },
    part: { ...next.part, version: next.part.version + 1 },
  };
}

async function published(made: Approved, at: number, xPostId: string): Promise<Approved> {
  const running = await move(made, { state: "running" });
  const sending = await move(running, {}, { state: "publishing", attemptedAt: at });
  const out = { state: "published", publishedAt: at, xPostId: xPostId as XPostId } as const;
  return move(sending, { state: "done", dueAt: null, settledAt: at }, out);
}

describe("what is written is read back whole", () => {
  test("a suggestion with everything in it", async () => {
    const full = aSuggestion({
      article: {
        title: "«L’énergie» – ça va ? 🧵\u202f!",
        site: "Le Journal",
        author: null,
        publishedAt: morning,
        language: "fr",
        description: null,
        picture: "https://journal.example/p.png",
        canonicalLink: null,
      },
      unreadable: "too_slow",
      refusal: "secret_link",
      note: "parce que\nc'est vrai",
      teamDraft: " gardé tel quel \u00a0",
      declineReason: "not_now",
      declineNote: "plus tard",
      setback: { kind: "refused", refusal: "duplicate", detail: "said before" },
      decidedAt: morning,
    });
    await put(full);
    expect(await house.store.suggestion(full.id)).toEqual({ ...full, version: 1 });
    await put({ ...full, version: 1, article: null, setback: { kind: "missed" } });
    expect(await house.store.suggestion(full.id)).toMatchObject({
      article: null,
      setback: { kind: "missed" },
    });
  });
  test("a wording, byte for byte, and its approval, whose seal still holds", async () => {
    const text = "é e\u0301 ﷽ \u200d👩‍🚀 \r\n  https://journal.example/?a=1&b=<2>";
    const before = await shown(house.store, {}, text);
    const { approval, post, part, put: rows } = approving(before);
    await done(house.store, ...rows);
    expect(await house.store.revision(before.revision.id)).toEqual(before.revision);
    const stored = await house.store.approval(approval.id);
    if (!stored) throw new Error("no approval");
    expect(unseal(stored.agreed, stored, ring)).toEqual(approval);
    expect(await house.store.part(part.id)).toEqual({ ...part, version: 1 });
    const whole = { post: { ...post, version: 1 }, parts: [{ ...part, version: 1 }], approval: stored };
    expect(await house.store.post(post.id)).toEqual(whole);
  });
  test("desk, person and message", async () => {
    const desk = await house.store.desk();
    if (!desk) throw new Error("no desk");
    await done(house.store, {
      table: "desk",
      row: { ...desk, account: null, paused: true, frozen: "old_database" },
    });
    expect(await house.store.desk()).toEqual({
      ...desk,
      version: 2,
      account: null,
      paused: true,
      frozen: "old_database",
    });
    await done(house.store, { table: "person", row: aPerson() });
    expect(await house.store.person(nadia)).toEqual(aPerson({ version: 1 }));
    const card = aCard(aSuggestion());
    await done(house.store, { table: "message", row: card });
    expect(await house.store.message("card", card.subject)).toEqual({ ...card, version: 1 });
    expect(card.channel && card.ts && (await house.store.messageAt(card.channel, card.ts))).toEqual({
      ...card,
      version: 1,
    });
  });
  test("what is not there is null", async () => {
    const { store } = house;
    expect(await store.suggestion(newId<SuggestionId>())).toBeNull();
    expect(await store.revision(newId<RevisionId>())).toBeNull();
    expect(await store.approval(newId())).toBeNull();
    expect(await store.post(newId<PostId>())).toBeNull();
    expect(await store.latestPost(newId<SuggestionId>())).toBeNull();
    expect(await store.part(newId())).toBeNull();
    expect(await store.person(nadia)).toBeNull();
    expect(await store.message("card", "none")).toBeNull();
    expect(await store.messageAt(newId(), newId())).toBeNull();
    expect(await store.nextDue()).toBeNull();
  });
});

describe("suggestions", () => {
  test("by state, oldest first", async () => {
    const [late, early, same] = [
      aSuggestion({ suggestedAt: morning + 2 }),
      aSuggestion({ suggestedAt: morning + 1 }),
      aSuggestion({ suggestedAt: morning + 2 }),
    ];
    for (const suggestion of [late, early, same, aSuggestion({ state: "waiting" })]) await put(suggestion);
    expect(ids(await house.store.suggestionsIn("reading"))).toEqual([early.id, late.id, same.id]);
    expect(await house.store.suggestionsIn("expired")).toEqual([]);
    expect([await house.store.countIn("reading"), await house.store.countIn("expired")]).toEqual([3, 0]);
  });
  test("by person since an instant", async () => {
    const [before, at] = [aSuggestion({ suggestedAt: morning - 1 }), aSuggestion({ suggestedAt: morning })];
    for (const s of [before, at, aSuggestion({ suggestedBy: "U0OTHER" as SlackUserId })]) await put(s);
    expect(ids(await house.store.suggestionsBy(nadia, morning))).toEqual([at.id]);
  });
  test("cards sent since an instant count, whatever became of them", async () => {
    const first = await shown(house.store);
    await shown(house.store, {}, "other");
    await put(aSuggestion());
    expect(await house.store.cardsSince(morning)).toBe(2);
    expect(await house.store.cardsSince(morning + 1)).toBe(0);
    await put({ ...(await now(house.store, first.suggestion)), state: "declined", decidedAt: morning });
    expect(await house.store.cardsSince(morning)).toBe(2);
  });
});

describe("posts and what is due", () => {
  test("the newest post of a suggestion, whatever became of the one before", async () => {
    const first = await approved(house.store);
    await done(
      house.store,
      { table: "post", row: { ...first.post, state: "missed", dueAt: null } },
      { table: "suggestion", row: { ...first.suggestion, state: "shown" } },
    );
    expect((await house.store.latestPost(first.suggestion.id))?.post.id).toBe(first.post.id);
    const second = approving({ ...first, suggestion: await now(house.store, first.suggestion) });
    await done(house.store, ...second.put);
    expect((await house.store.latestPost(first.suggestion.id))?.post.id).toBe(second.post.id);
    expect((await house.store.postsIn("missed")).map(({ post }) => post.id)).toEqual([first.post.id]);
    expect((await house.store.postsIn("scheduled")).map(({ post }) => post.id)).toEqual([second.post.id]);
  });
  test("messages owed: wanted beyond what is shown and due, the longest due first", async () => {
    const owed = { wanted: 3, shown: 2 };
    const [later, sooner, future, shownAlready] = [
      aCard(aSuggestion(), { ...owed, dueAt: morning }),
      aCard(aSuggestion(), { ...owed, dueAt: morning - 1 }),
      aCard(aSuggestion(), { ...owed, dueAt: morning + 1 }),
      aCard(aSuggestion(), { wanted: 3, shown: 3, dueAt: morning - 9 }),
    ];
    for (const row of [later, sooner, future, shownAlready])
      await done(house.store, { table: "message", row });
    const subjects = async (most: number) =>
      (await house.store.messagesOwed(morning, most)).map(({ subject }) => subject);
    expect(await subjects(10)).toEqual([sooner.subject, later.subject]);
    expect(await subjects(1)).toEqual([sooner.subject]);
    expect(await house.store.nextDue()).toBe(morning - 1);
  });
  test("next due is the earlier of a post and an owed message", async () => {
    const made = await approved(house.store);
    expect(await house.store.nextDue()).toBe(made.post.dueAt);
    await done(house.store, {
      table: "message",
      row: aCard(aSuggestion(), { wanted: 2, dueAt: morning + minute }),
    });
    expect(await house.store.nextDue()).toBe(made.post.dueAt);
    const running = await move(made, { state: "running" });
    expect(await house.store.nextDue()).toBe(morning + minute);
    const sending = await move(running, {}, { state: "publishing" });
    const asking = await move(sending, { state: "asking", dueAt: morning + 5 }, { state: "unknown" });
    expect(await house.store.nextDue()).toBe(morning + 5);
    await move(asking, { state: "absent", dueAt: null }, { state: "absent" });
    expect(await house.store.nextDue()).toBe(morning + minute);
  });
});

test("a week, from its first instant to just before its last", async () => {
  const [from, to] = [morning, morning + 7 * 1440 * minute];
  const before = await approved(house.store, { suggestedAt: from - 1 });
  const first = await approved(house.store, { suggestedAt: from });
  const outside = await approved(house.store, { suggestedAt: from - 1 });
  await published(before, from, "1");
  const out = await published(first, to - 1, "2");
  await published(outside, to, "3");
  await move(out, {}, { state: "taking_down", takingDownAt: to });
  const declined = await shown(house.store, { suggestedAt: from + 1 });
  await put({ ...declined.suggestion, state: "declined", decidedAt: from + 2 });
  const later = await shown(house.store, { suggestedAt: from + 3 });
  await put({ ...later.suggestion, state: "declined", decidedAt: to });
  const waiting = aSuggestion({ suggestedAt: to - 1, state: "waiting" });
  await put(waiting);
  await put(aSuggestion({ suggestedAt: to, state: "waiting" }));
  await put(aSuggestion({ suggestedAt: from - 9, state: "rejected", decidedAt: to }));

  const week = await house.store.week(from, to);
  expect(ids(week.suggested)).toEqual([
    first.suggestion.id,
    declined.suggestion.id,
    later.suggestion.id,
    waiting.id,
  ]);
  expect(ids(week.declined)).toEqual([declined.suggestion.id]);
  expect(week.posted.map(({ suggestion, xPostId, at }) => [suggestion.id, xPostId, at])).toEqual([
    [before.suggestion.id, "1", from],
    [first.suggestion.id, "2", to - 1],
  ]);
  expect(ids(week.waiting)).toEqual([later.suggestion.id, waiting.id]);
});

test("reads see committed changes only", async () => {
  const suggestion = aSuggestion();
  const revision = { ...(await shown(house.store)).revision, id: newId<RevisionId>() };
  const change = aChange({
    put: [
      { table: "suggestion", row: suggestion },
      { table: "revision", row: revision },
    ],
    handled: newId(),
    record: [{ kind: "suggested", at: morning, who: executive, about: {} }],
  });
  expect(await house.store.commit(change)).toEqual({ kind: "stale" });
  expect(await house.store.suggestion(suggestion.id)).toBeNull();
});
