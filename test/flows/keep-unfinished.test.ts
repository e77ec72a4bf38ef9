import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryKey } from "../../src/core/ids.js";
import { ownWords } from "../../src/core/unfinished.js";
import { decline } from "../../src/flows/decline.js";
import { keepUnfinished } from "../../src/flows/keep-unfinished.js";
import { keepWording } from "../../src/flows/keep-wording.js";
import { withdrawSuggestion } from "../../src/flows/withdraw-suggestion.js";
import { aChange, aDesk, nadia, team } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  type Card,
  hers,
  openADesk,
  pressOn,
  rowsOf,
  shownCard,
} from "./a-desk.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const form = "view V1" as DeliveryKey;
const write = (subject: Parameters<typeof keepUnfinished>[0]["subject"], text: string, presser = hers) =>
  keepUnfinished({ presser, once: form, subject, text }, desk);
const waiting = () => (rowsOf(desk, "unfinished_texts")[0] as { text: string }[]).map(({ text }) => text);

describe("what she is writing", () => {
  test("waits as it was written last", async () => {
    const card = await shownCard(desk);
    await write(card.id, "Half");
    await write(card.id, "Half a thought \n");
    expect(waiting()).toEqual(["Half a thought \n"]);
  });
  test("waits for each form of its own", async () => {
    const card = await shownCard(desk);
    await write(card.id, "About the article");
    await write(ownWords, "My own day");
    expect(waiting()).toEqual(["About the article", "My own day"]);
    await write(ownWords, "");
    expect(waiting()).toEqual(["About the article"]);
  });
  test("is not kept any more once the form was handed in, however late a keystroke is counted", async () => {
    await write(ownWords, "Half a thought");
    const settled = {
      table: "unfinished",
      row: { subject: ownWords, deskId: aDesk().id, text: "", at: 1 },
    } as const;
    await desk.store.commit({ ...aChange({ put: [settled] }), handled: form });
    await write(ownWords, "Half a thought");
    expect(waiting()).toEqual([]);
  });
  test("is hers: nobody else's text is kept", async () => {
    const card = await shownCard(desk);
    await write(card.id, "Not hers", { teamId: team, userId: nadia });
    await write(ownWords, "Not hers", { teamId: team, userId: nadia });
    expect(waiting()).toEqual([]);
  });
  test.each<[string, (card: Card) => Promise<unknown>]>([
    ["approved", (card) => approvedPost(desk, card)],
    ["declined", (card) => decline(pressOn(card), desk)],
    [
      "withdrawn",
      ({ id }) => withdrawSuggestion({ by: nadia, suggestionId: id, delivery: aDelivery() }, desk),
    ],
  ])("is forgotten once it is %s, and a late keystroke brings nothing back", async (_, settle) => {
    const card = await shownCard(desk);
    await write(card.id, "Half a thought");
    await settle(card);
    expect(waiting()).toEqual([]);
    await write(card.id, "Half a thought more");
    expect(waiting()).toEqual([]);
  });
  test("is forgotten where it stands on the card", async () => {
    const card = await shownCard(desk);
    await write(card.id, "Half a thought");
    await keepWording({ presser: hers, key: card.key, text: "A whole one", delivery: aDelivery() }, desk);
    expect(waiting()).toEqual([]);
    await write(card.id, "A whole one");
    expect(waiting()).toEqual([]);
  });
});
