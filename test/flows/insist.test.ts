import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SuggestionId } from "../../src/core/ids.js";
import { afterDeclining } from "../../src/flows/after-declining.js";
import { decline } from "../../src/flows/decline.js";
import { readSuggestedArticles } from "../../src/flows/read-suggested-articles.js";
import { withdrawSuggestion } from "../../src/flows/withdraw-suggestion.js";
import { nadia } from "../db/builders.js";
import { done } from "../db/house.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  hers,
  link,
  openADesk,
  pressOn,
  recorded,
  rowsOf,
  shownCard,
  suggested,
  suggestionNow,
  waiting,
} from "./a-desk.js";
import { ines, justBefore, omar, suggestedBy } from "./colleagues.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const count = () => rowsOf(desk, "suggestions")[0];
const _notes = async (id: SuggestionId) =>
  (await desk.store.secondsOf(id)).map(({ userId, note }) => [userId, note]);

/** Suggested, shown and declined. */
async function declined() {
  const card = await shownCard(desk);
  await decline(pressOn(card), desk);
  return suggestionNow(desk, card.id);
}
async function insisting(on: SuggestionId, by = omar) {
  const answer = await suggestedBy(desk, by, { insistsOn: on, note: "It matters now." });
  if (answer.kind !== "taken_in") throw new Error(answer.kind);
  return answer.suggestion;
}
async function withdrawn(id: SuggestionId, by = nadia) {
  const press = { by, suggestionId: id, delivery: aDelivery() };
  expect(await withdrawSuggestion(press, desk)).toMatchObject({ answer: { kind: "withdrawn" } });
}

describe("an article that was decided", () => {
  test("insisted on by two at the same moment is insisted on once: the other one seconds that", async () => {
    const before = await declined();
    const late = justBefore(desk, () => insisting(before.id, ines));
    const answer = await suggestedBy(late, omar, { insistsOn: before.id, note: "Mine too." });
    expect(answer).toMatchObject({ kind: "seconded", suggestion: { suggestedBy: ines, seconds: 1 } });
  });
  test("is told with what became of it, and nothing is suggested", async () => {
    const { post } = await approvedPost(desk, await shownCard(desk));
    expect(await suggestedBy(desk, omar)).toMatchObject({
      kind: "decided_before",
      suggestion: { state: "approved" },
      latest: { post: { id: post.id } },
      mayInsist: true,
    });
    expect(count()).toHaveLength(1);
  });
  test("may be insisted on once, with the reason; that one is told from it and its card says so", async () => {
    const before = await declined();
    const again = await insisting(before.id);
    expect(await suggestionNow(desk, again.id)).toMatchObject({
      insistsOn: before.id,
      note: "It matters now.",
    });
    expect((await suggestionNow(desk, before.id)).state).toBe("declined");
    expect(recorded(desk).at(-1)).toMatchObject({
      kind: "suggested",
      about: { suggestion: again.id, insists: before.id },
    });
    await readSuggestedArticles(desk);
    expect((await suggestionNow(desk, again.id)).state).toBe("waiting");
  });
  test("is not insisted on a second time, neither while the first is open nor after it was decided", async () => {
    const before = await declined();
    await insisting(before.id);
    expect(await suggestedBy(desk, ines, { insistsOn: before.id })).toMatchObject({ kind: "seconded" });
    await readSuggestedArticles(desk);
    const again = await shownCard(desk, { link: "https://journal.example/another" });
    const [open] = (await desk.store.suggestionsIn("shown")).filter(({ insistsOn }) => insistsOn !== null);
    if (!open) throw new Error("it was not shown");
    await done(desk.store, {
      table: "suggestion",
      row: { ...open, state: "expired", decidedAt: desk.now() },
    });
    for (const on of [before.id, open.id, again.id])
      expect(await suggestedBy(desk, ines, { insistsOn: on })).toMatchObject({
        kind: "decided_before",
        suggestion: { id: open.id },
        mayInsist: false,
      });
    expect(count()).toHaveLength(3);
  });
  test("may be insisted on under any of its addresses, and on nothing else", async () => {
    const before = await declined();
    const other = await waiting(desk, { link: "https://journal.example/another" });
    expect(await suggestedBy(desk, omar, { insistsOn: other.id })).toMatchObject({ kind: "decided_before" });
    const answer = await suggestedBy(desk, omar, { insistsOn: before.id, link: `${link}?utm_source=x` });
    expect(answer).toMatchObject({ kind: "taken_in", suggestion: { insistsOn: before.id } });
  });
  test("is not insisted on with the link of an article nobody decided on", async () => {
    const before = await declined();
    const fresh = await suggestedBy(desk, omar, { insistsOn: before.id, link: `${link}?id=2` });
    expect(fresh).toMatchObject({ kind: "taken_in", suggestion: { insistsOn: null } });
  });
  test("that comes back to her meanwhile is seconded instead", async () => {
    const before = await declined();
    const takeBack = { presser: hers, suggestionId: before.id, does: { kind: "take_back" } as const };
    const late = justBefore(desk, () => afterDeclining({ ...takeBack, delivery: aDelivery() }, desk));
    expect(await suggestedBy(late, omar, { insistsOn: before.id })).toMatchObject({ kind: "seconded" });
    expect(count()).toHaveLength(1);
  });
  test("that expired may be insisted on", async () => {
    const before = await waiting(desk);
    await done(desk.store, {
      table: "suggestion",
      row: { ...before, state: "expired", decidedAt: desk.now() },
    });
    expect(await suggestedBy(desk, omar)).toMatchObject({ kind: "decided_before", mayInsist: true });
    expect((await insisting(before.id)).insistsOn).toBe(before.id);
  });
});

describe("an article of which nothing came", () => {
  test("withdrawn, may be suggested anew", async () => {
    const { id } = await waiting(desk);
    await withdrawn(id);
    expect(await suggestedBy(desk, omar)).toMatchObject({
      kind: "taken_in",
      suggestion: { insistsOn: null },
    });
  });
  test("refused as a link, may be suggested anew", async () => {
    await suggested(desk);
    const readArticle = async () => ({ kind: "refused", why: "private_address" }) as const;
    await readSuggestedArticles({ ...desk, readArticle });
    expect(await suggestedBy(desk, omar)).toMatchObject({ kind: "taken_in" });
  });
  test("insisted on and withdrawn again, may be insisted on anew", async () => {
    const before = await declined();
    const again = await insisting(before.id);
    await readSuggestedArticles(desk);
    await withdrawn(again.id, omar);
    expect(await suggestedBy(desk, ines)).toMatchObject({
      kind: "decided_before",
      suggestion: { id: before.id },
      mayInsist: true,
    });
    expect((await insisting(before.id, ines)).insistsOn).toBe(before.id);
  });
});
