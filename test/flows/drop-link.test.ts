import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dropLink } from "../../src/flows/drop-link.js";
import { editSuggestion } from "../../src/flows/edit-suggestion.js";
import { executive, nadia } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  drawnCard,
  link,
  openADesk,
  pressOn,
  recorded,
  rowsOf,
  shownCard,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const settled = (kind: string) => ({ kind: "settled", answer: { kind } });
const newest = async (id: Awaited<ReturnType<typeof shownCard>>["id"]) => {
  const { revisionId } = await suggestionNow(desk, id);
  return revisionId && (await desk.store.revision(revisionId));
};

describe("leaving the link out", () => {
  test("makes a new wording without it, still the team's, and approves nothing", async () => {
    const card = await shownCard(desk, { draft: `Worth a read. ${link}\n` });
    const before = wantedMessages(desk)[`card ${card.id}`] ?? 0;
    expect(await dropLink(pressOn(card), desk)).toEqual(settled("dropped"));
    expect(await newest(card.id)).toMatchObject({
      text: "Worth a read.",
      source: "team",
      author: executive,
      number: 2,
    });
    expect((await suggestionNow(desk, card.id)).state).toBe("shown");
    expect(rowsOf(desk, "approvals", "posts")).toEqual([[], []]);
    expect(wantedMessages(desk)[`card ${card.id}`]).toBe(before + 1);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "revised", who: executive });
    const { approval } = await approvedPost(desk, await drawnCard(desk, card.id));
    expect(approval.agreed.text).toBe("Worth a read.");
  });
  test("of the quoted headline leaves it one that nobody has written", async () => {
    const card = await shownCard(desk, { draft: null });
    const { text = "" } = (await newest(card.id)) ?? {};
    expect(text).toContain(link);
    await dropLink(pressOn(card), desk);
    expect(await newest(card.id)).toMatchObject({ source: "headline" });
  });
  test.each([
    ["that has none", "Worth a read.", "no_link"],
    ["that is nothing else", link, "nothing_left"],
    ["that is nothing else but spaces", ` ${link}\n`, "nothing_left"],
  ])("out of a wording %s changes nothing", async (_, draft, kind) => {
    const card = await shownCard(desk, { draft });
    const before = rowsOf(desk);
    expect(await dropLink(pressOn(card), desk)).toEqual(settled(kind));
    expect(rowsOf(desk)).toEqual(before);
  });
  test("on a card that is not of the newest wording draws it anew and changes nothing", async () => {
    const card = await shownCard(desk, { draft: `One. ${link}` });
    const edit = { note: "", reproach: null, subject: null, urgency: "any_time" } as const;
    const draft = `Two. ${link}`;
    await editSuggestion({ ...edit, by: nadia, suggestionId: card.id, draft, delivery: aDelivery() }, desk);
    const wanted = wantedMessages(desk)[`card ${card.id}`] ?? 0;
    expect(await dropLink(pressOn(card), desk)).toEqual(settled("stale_card"));
    expect(await newest(card.id)).toMatchObject({ text: draft });
    expect(wantedMessages(desk)[`card ${card.id}`]).toBe(wanted + 1);
  });
  test("after she has decided, or delivered twice, changes nothing more", async () => {
    const card = await shownCard(desk, { draft: `One. ${link}` });
    const press = pressOn(card);
    await dropLink(press, desk);
    expect(await dropLink(press, desk)).toEqual({ kind: "taken" });
    await approvedPost(desk, await drawnCard(desk, card.id));
    expect(await dropLink(pressOn(card), desk)).toEqual(settled("settled_before"));
  });
});
