import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AfterDecliningPress, afterDeclining, canTakeBack } from "../../src/flows/after-declining.js";
import { decline } from "../../src/flows/decline.js";
import { executive, minute, morning } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  type Card,
  drawnCard,
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
const then = (does: AfterDecliningPress["does"], delivery = aDelivery()) =>
  afterDeclining({ presser: hers, suggestionId: card.id, delivery, does }, desk);
const takeBack = { kind: "take_back" } as const;
const notMe = { kind: "reason", reason: "not_me" } as const;
const note = { kind: "note", note: "Not my field, thank you ☀️" } as const;

describe("declining", () => {
  test("is one press: settled at once, with no reason needed", async () => {
    const before = wantedMessages(desk);
    expect(await decline(pressOn(card), desk)).toEqual(settled("declined"));
    expect(await suggestionNow(desk, card.id)).toMatchObject({
      state: "declined",
      decidedAt: morning,
      declineReason: null,
      declineNote: null,
    });
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "declined", who: executive });
    for (const kind of ["card", "suggester", "team"])
      expect(wantedMessages(desk)[`${kind} ${card.id}`]).toBe((before[`${kind} ${card.id}`] ?? 0) + 1);
  });
  test("again finds it settled", async () => {
    await decline(pressOn(card), desk);
    const before = rowsOf(desk);
    expect(await decline(pressOn(card), desk)).toEqual(settled("settled_before"));
    expect(rowsOf(desk)).toEqual(before);
  });
  test("delivered twice is taken once", async () => {
    const press = pressOn(card);
    await decline(press, desk);
    expect(await decline(press, desk)).toEqual({ kind: "taken" });
  });
  test("comes too late for what she has approved", async () => {
    await approvedPost(desk, card);
    expect(await decline(pressOn(card), desk)).toEqual(settled("settled_before"));
    expect((await suggestionNow(desk, card.id)).state).toBe("approved");
  });
});

describe("after declining", () => {
  beforeEach(async () => {
    await decline(pressOn(card), desk);
  });

  test("a reason and a line of her own are kept for the suggester, in any order, at any time", async () => {
    desk.pass(60 * minute);
    expect(await then(note)).toEqual(settled("told"));
    expect(await then(notMe)).toEqual(settled("told"));
    expect(await suggestionNow(desk, card.id)).toMatchObject({
      state: "declined",
      decidedAt: morning,
      declineReason: "not_me",
      declineNote: note.note,
    });
  });
  test("the record says that something was added, never what", async () => {
    await then(note);
    expect(JSON.stringify(recorded(desk))).not.toContain("Not my field");
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "declined", about: { added: "note" } });
  });
  test("another reason takes the place of the first", async () => {
    await then(notMe);
    await then({ kind: "reason", reason: "not_now" });
    expect((await suggestionNow(desk, card.id)).declineReason).toBe("not_now");
  });
  test("within 10 minutes it can be taken back, and nothing of the decline stays", async () => {
    await then(notMe);
    await then(note);
    desk.pass(10 * minute);
    expect(await then(takeBack)).toEqual(settled("taken_back"));
    expect(await suggestionNow(desk, card.id)).toMatchObject({
      state: "shown",
      decidedAt: null,
      declineReason: null,
      declineNote: null,
    });
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "taken_back", who: executive });
    await approvedPost(desk, await drawnCard(desk, card.id));
  });
  test("after 10 minutes it is too late, and nothing changes", async () => {
    desk.pass(10 * minute + 1);
    const before = rowsOf(desk);
    expect(await then(takeBack)).toEqual(settled("too_late"));
    expect(rowsOf(desk)).toEqual(before);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "too_late" } });
  });
  test("declined a second time, the 10 minutes begin anew", async () => {
    desk.pass(9 * minute);
    await then(takeBack);
    await decline(pressOn(await drawnCard(desk, card.id)), desk);
    desk.pass(9 * minute);
    expect(canTakeBack(await suggestionNow(desk, card.id), desk.now())).toBe(true);
    expect(await then(takeBack)).toEqual(settled("taken_back"));
  });
  test("a press delivered twice is taken once", async () => {
    const delivery = aDelivery();
    await then(takeBack, delivery);
    expect(await then(takeBack, delivery)).toEqual({ kind: "taken" });
    expect((await suggestionNow(desk, card.id)).state).toBe("shown");
  });
});

test("on a card that is not declined there is nothing to add or take back", async () => {
  for (const does of [takeBack, notMe, note]) expect(await then(does)).toEqual(settled("settled_before"));
  expect((await suggestionNow(desk, card.id)).state).toBe("shown");
});
