import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { approve } from "../../src/flows/approve.js";
import { handOver, noteHandedOver } from "../../src/flows/hand-over.js";
import { executive } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvingPress,
  type Card,
  hers,
  openADesk,
  pressOn,
  recorded,
  rowsOf,
  shownCard,
  suggestionNow,
  wantedMessages,
} from "./a-desk.js";

let desk: ADesk;
let card: Card;
beforeEach(async () => {
  desk = await openADesk();
  card = await shownCard(desk);
});
afterEach(() => desk.close());

const settled = (kind: string) => ({ kind: "settled", answer: { kind } });
const note = (text: string) =>
  noteHandedOver({ presser: hers, suggestionId: card.id, note: text, delivery: aDelivery() }, desk);

describe("handing a suggestion to the company", () => {
  test("is one press: settled, told in the company's channel, to the suggester and on the card", async () => {
    const before = wantedMessages(desk);
    expect(await handOver(pressOn(card), desk)).toEqual(settled("handed_over"));
    expect((await suggestionNow(desk, card.id)).state).toBe("handed_over");
    for (const kind of ["card", "suggester", "team", "corporate"])
      expect(wantedMessages(desk)[`${kind} ${card.id}`]).toBe((before[`${kind} ${card.id}`] ?? 0) + 1);
    const message = await desk.store.message("corporate", card.id);
    expect(message?.to).toEqual({ kind: "channel", channelId: "C0COMPANY" });
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "handed_over", who: executive });
  });
  test("leaves nothing to approve", async () => {
    await handOver(pressOn(card), desk);
    expect(await approve(approvingPress(card), desk)).toEqual(settled("settled_before"));
    expect(rowsOf(desk, "approvals", "posts")).toEqual([[], []]);
  });
  test("that has no channel changes nothing", async () => {
    const before = rowsOf(desk);
    expect(await handOver(pressOn(card), { ...desk, corporateChannelId: null })).toEqual(
      settled("no_channel"),
    );
    expect(rowsOf(desk)).toEqual(before);
  });
  test("on an older copy of the card changes nothing", async () => {
    const elsewhere = { ...card, place: { ...card.place, ts: "1.000001" as typeof card.place.ts } };
    expect(await handOver(pressOn(elsewhere), desk)).toEqual(settled("stale_card"));
    expect((await suggestionNow(desk, card.id)).state).toBe("shown");
  });
  test("delivered twice is taken once, and again finds it settled", async () => {
    const press = pressOn(card);
    await handOver(press, desk);
    expect(await handOver(press, desk)).toEqual({ kind: "taken" });
    expect(await handOver(pressOn(card), desk)).toEqual(settled("settled_before"));
  });
  test("with a line of hers has the message say it", async () => {
    expect(await note("Too early.")).toEqual(settled("settled_before"));
    await handOver(pressOn(card), desk);
    expect(await note("For the jobs page.")).toEqual(settled("told"));
    expect((await suggestionNow(desk, card.id)).handedNote).toBe("For the jobs page.");
    expect(wantedMessages(desk)[`corporate ${card.id}`]).toBe(2);
  });
});
