import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryKey, SlackTeamId } from "../../src/core/ids.js";
import type { Presser } from "../../src/core/may-decide.js";
import { approve } from "../../src/flows/approve.js";
import { decline } from "../../src/flows/decline.js";
import { expireSuggestions } from "../../src/flows/expire-suggestions.js";
import { longestOwnWords, type OwnWords, ownWords } from "../../src/flows/own-words.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { executive, nadia, team } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  approvingPress,
  hers,
  openADesk,
  postNow,
  pressOn,
  recorded,
  rowsOf,
  suggestionNow,
  waiting,
  wantedMessages,
} from "./a-desk.js";
import { ownSuggestion, ownWordsCard } from "./her-own-words.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const written = (given: Partial<OwnWords> = {}): OwnWords => ({
  presser: hers,
  text: "A day at the plant.",
  delivery: aDelivery(),
  once: null,
  ...given,
});

describe("words of her own", () => {
  test("stand on a card before her at once, exactly as written, and nothing is approved", async () => {
    const text = " \n Déjà l’été 👩🏽‍🔬 R&D <3  \n";
    const id = await ownSuggestion(desk, text);
    const suggestion = await suggestionNow(desk, id);
    expect(suggestion).toMatchObject({ kind: "own", state: "shown", link: "", article: null });
    expect(suggestion).toMatchObject({ suggestedBy: executive, shownAt: desk.now() });
    expect(suggestion.revisionId && (await desk.store.revision(suggestion.revisionId))).toMatchObject({
      text,
      number: 1,
      source: "executive",
      author: executive,
    });
    expect(wantedMessages(desk)).toEqual({ [`card ${id}`]: 1 });
    expect(rowsOf(desk, "approvals", "posts")).toEqual([[], []]);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "suggested", who: executive, about: { own: 1 } });
    expect(JSON.stringify(recorded(desk))).not.toContain("été");
  });
  test("take the way of any card: one press, the hold, X, byte for byte", async () => {
    const card = await ownWordsCard(desk, "e\u0301té & <plant>");
    const { post, approval } = await approvedPost(desk, card, { act: "own_post" });
    expect(approval.agreed).toMatchObject({ act: "own_post", text: "e\u0301té & <plant>" });
    const x = scriptedX(desk, { kind: "published" });
    await publishDue(x);
    expect(x.sent).toEqual([]);
    desk.pass(10_000);
    await publishDue(x);
    expect(x.sent).toEqual(["e\u0301té & <plant>"]);
    expect((await postNow(desk, post.id)).post.state).toBe("done");
  });
  test("make one card, though Slack delivers them twice", async () => {
    const twice = written();
    await ownWords(twice, desk);
    const before = rowsOf(desk);
    expect(await ownWords(twice, desk)).toEqual({ kind: "taken" });
    expect(rowsOf(desk)).toEqual(before);
  });
  test("make one card of one form, whatever each handing in is called", async () => {
    const once = "view V1" as DeliveryKey;
    await ownWords(written({ once }), desk);
    const before = rowsOf(desk);
    expect(await ownWords(written({ once }), desk)).toEqual({ kind: "taken" });
    expect(rowsOf(desk)).toEqual(before);
  });
  test.each([
    ["empty", " \n\u00a0"],
    ["too_long", "x".repeat(longestOwnWords + 1)],
  ])("%s: nothing is kept", async (kind, text) => {
    const before = rowsOf(desk);
    expect(await ownWords(written({ text }), desk)).toEqual({ kind: "settled", answer: { kind } });
    expect(rowsOf(desk)).toEqual(before);
  });
  test("too long for a post are kept, and no press approves them", async () => {
    const card = await ownWordsCard(desk, "x".repeat(281));
    const settled = await approve(approvingPress(card), desk);
    expect(settled).toMatchObject({ answer: { kind: "text", problem: "too_long" } });
    expect(rowsOf(desk, "approvals")).toEqual([[]]);
  });
  test("never expire, and take no place of the team's cards", async () => {
    const limits = { ...desk.limits, atOnce: 1, perDay: 1 };
    const own = await ownWordsCard(desk);
    const { id } = await waiting(desk);
    await showNextCards({ ...desk, limits });
    expect((await suggestionNow(desk, id)).state).toBe("shown");
    await decline(pressOn(own), desk);
    await ownWordsCard(desk, "Another day.");
    desk.pass(60 * 86_400_000);
    await expireSuggestions({ ...desk, limits });
    expect((await desk.store.suggestionsIn("shown")).map(({ kind }) => kind)).toEqual(["own"]);
  });
});

const strangers: [string, Presser][] = [
  ["a colleague", { teamId: team, userId: nadia }],
  ["her name in another workspace", { teamId: "T0OTHER" as SlackTeamId, userId: executive }],
  ["somebody without a name", { teamId: team, userId: null }],
];

test.each(strangers)("from %s no words are taken, and nothing of them is kept", async (_, presser) => {
  const before = rowsOf(desk);
  const settled = await ownWords(written({ presser }), desk);
  expect(settled).toEqual({ kind: "settled", answer: { kind: "not_hers" } });
  expect(rowsOf(desk)).toEqual(before);
  expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "not_hers" } });
});
