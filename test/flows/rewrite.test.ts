import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackTs } from "../../src/core/ids.js";
import { approve } from "../../src/flows/approve.js";
import { keepWording } from "../../src/flows/keep-wording.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { executive } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  approvingPress,
  drawnCard,
  hers,
  openADesk,
  recorded,
  rowsOf,
  shownCard,
  suggestionNow,
} from "./a-desk.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const rewriting = (ownText: string) => ({ act: "rewrite", ownText }) as const;

describe("her own words are posted byte for byte", () => {
  test.each([
    ["spaces and lines at both ends", " \n Yes, indeed.  \n\n"],
    ["accents composed", "D\u00e9j\u00e0 l\u2019\u00e9t\u00e9"],
    ["accents decomposed", "De\u0301ja\u0300 l\u2019e\u0301te\u0301"],
    ["both in one text", "\u00e9 e\u0301"],
    ["emoji in pieces", "👩🏽‍🔬 🏳️‍🌈 ❤️ 🇫🇷 1️⃣"],
    ["signs Slack and HTML spell otherwise", "R&D <3 &amp; > \"quoted\" 'so'"],
    ["French spaces", "Enfin\u202f! «\u00a0Oui\u00a0»"],
    ["what looks like markup", "*bold* _it_ `code` <@U0EXEC> :smile:"],
    ["a link with its query", "https://journal.example/a?b=1&c=%20d#e"],
    ["scripts that join", "می‌خواهم العربية हिन्दी"],
  ])("%s", async (_, text) => {
    const card = await shownCard(desk);
    const { approval } = await approvedPost(desk, card, rewriting(text));
    const x = scriptedX(desk, { kind: "published" });
    desk.pass(10_000);
    await publishDue(x);
    expect(x.sent.map((each) => Buffer.from(each).toString("hex"))).toEqual([
      Buffer.from(text).toString("hex"),
    ]);
    expect(approval.agreed.text).toBe(text);
  });
});

describe("rewriting", () => {
  test("adds a revision of hers and approves that one; the team's wording stays as it was", async () => {
    const card = await shownCard(desk, { draft: "The team's words." });
    const { approval } = await approvedPost(desk, card, rewriting("Her words."));
    expect(approval.agreed).toMatchObject({ act: "rewrite", text: "Her words." });
    expect(approval.agreed.revisionId).not.toBe(card.key.revisionId);
    expect(await desk.store.revision(approval.agreed.revisionId)).toMatchObject({
      number: 2,
      text: "Her words.",
      source: "executive",
      author: executive,
      digest: approval.agreed.revisionDigest,
    });
    expect(await desk.store.revision(card.key.revisionId)).toMatchObject({ text: "The team's words." });
    expect((await suggestionNow(desk, card.id)).revisionId).toBe(approval.agreed.revisionId);
  });
  test("approves a text with the same words as the card as her own, too", async () => {
    const card = await shownCard(desk);
    const { approval } = await approvedPost(desk, card, rewriting("Worth a read."));
    expect(approval.agreed).toMatchObject({ act: "rewrite", revisionDigest: card.key.digest });
  });
  test("approves what she wrote in a form opened before the card had another wording", async () => {
    const card = await shownCard(desk);
    await keepWording(
      { presser: hers, key: card.key, text: "Another wording.", delivery: aDelivery() },
      desk,
    );
    const { approval } = await approvedPost(desk, card, rewriting("What she wrote first."));
    expect(approval.agreed.text).toBe("What she wrote first.");
    expect(await desk.store.revision(approval.agreed.revisionId)).toMatchObject({ number: 3 });
  });
  test("is refused from a message that is not the recorded card, also in her own words", async () => {
    const card = await shownCard(desk);
    const elsewhere = { ...card, place: { ...card.place, ts: "1.000001" as SlackTs } };
    const settled = await approve(approvingPress(elsewhere, rewriting("Her words.")), desk);
    expect(settled).toEqual({ kind: "settled", answer: { kind: "stale_card" } });
    expect(rowsOf(desk, "approvals", "posts")).toEqual([[], []]);
  });
  test.each([
    ["empty", " \n "],
    ["too_long", "x".repeat(281)],
    ["hidden_characters", "a\u2060b"],
  ])("%s: nothing is approved, nothing is kept", async (problem, text) => {
    const card = await shownCard(desk);
    const before = rowsOf(desk);
    const settled = await approve(approvingPress(card, rewriting(text)), desk);
    expect(settled).toEqual({ kind: "settled", answer: { kind: "text", problem } });
    expect(rowsOf(desk)).toEqual(before);
  });
});

describe("words that had to be restored are kept for one more look", () => {
  const keep = (
    card: { key: Parameters<typeof keepWording>[0]["key"] },
    text: string,
    delivery = aDelivery(),
  ) => keepWording({ presser: hers, key: card.key, text, delivery }, desk);

  test("as the card's newest wording, not approved", async () => {
    const card = await shownCard(desk);
    const kept = await keep(card, "Sunny 🌞");
    const { revisionId } = await suggestionNow(desk, card.id);
    expect(kept).toMatchObject({
      kind: "settled",
      answer: { kind: "kept", key: { suggestionId: card.id, revisionId } },
    });
    expect(rowsOf(desk, "approvals", "posts")).toEqual([[], []]);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "revised", who: executive });
    const x = scriptedX(desk);
    desk.pass(3_600_000);
    await publishDue(x);
    expect(x.sent).toEqual([]);
  });
  test("and her next press approves exactly them, by their digest", async () => {
    const card = await shownCard(desk);
    const kept = await keep(card, "Sunny 🌞");
    if (kept.kind !== "settled" || kept.answer.kind !== "kept") throw new Error("not kept");
    const { approval } = await approvedPost(desk, { ...card, key: kept.answer.key }, { act: "rewrite" });
    expect(approval.agreed).toMatchObject({ act: "rewrite", text: "Sunny 🌞" });
  });
  test("the card stands with them until then", async () => {
    const card = await shownCard(desk);
    await keep(card, "Sunny 🌞");
    const { approval } = await approvedPost(desk, await drawnCard(desk, card.id));
    expect(approval.agreed.text).toBe("Sunny 🌞");
  });
  test("once, though Slack delivers the form twice", async () => {
    const card = await shownCard(desk);
    const delivery = aDelivery();
    await keep(card, "Sunny 🌞", delivery);
    const before = rowsOf(desk);
    expect(await keep(card, "Sunny 🌞", delivery)).toEqual({ kind: "taken" });
    expect(rowsOf(desk)).toEqual(before);
  });
  test("not when they could not be posted, and not on a settled card", async () => {
    const card = await shownCard(desk);
    expect(await keep(card, "")).toMatchObject({ answer: { kind: "text", problem: "empty" } });
    await approvedPost(desk, card);
    const before = rowsOf(desk);
    expect(await keep(card, "Too late.")).toMatchObject({ answer: { kind: "settled_before" } });
    expect(rowsOf(desk)).toEqual(before);
  });
});
