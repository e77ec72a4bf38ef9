import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ReminderId, RevisionId } from "../../src/core/ids.js";
import type { Reminder } from "../../src/core/reminder.js";
import { noSettings } from "../../src/core/settings.js";
import { cancel } from "../../src/flows/cancel.js";
import { decline } from "../../src/flows/decline.js";
import { keepWording } from "../../src/flows/keep-wording.js";
import { leftUnposted } from "../../src/flows/left-unposted.js";
import { remindDue } from "../../src/flows/remind.js";
import { minute, morning, nadia, newId, team } from "../db/builders.js";
import { done } from "../db/house.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  type Card,
  changeDesk,
  drawnCard,
  hers,
  openADesk,
  pressOn,
  rowsOf,
  shownCard,
  wantedMessages,
} from "./a-desk.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const hour = 60 * minute;
const day = 24 * hour;

/** Her words on a card, kept and not posted. */
async function keptWords(): Promise<Card> {
  const card = await shownCard(desk);
  const delivery = aDelivery();
  await keepWording({ presser: hers, key: card.key, text: "Sunny 🌞", delivery }, desk);
  return drawnCard(desk, card.id);
}
const close = (card: Card, presser = hers) =>
  leftUnposted({ presser, key: card.key, delivery: aDelivery() }, desk);

type Kept = { id: string; kind: string; due_at: number; done_at: number | null };
const reminders = () => rowsOf(desk, "reminders")[0] as Kept[];
/** What she has been reminded of. */
const said = () => {
  const wanted = wantedMessages(desk);
  return reminders()
    .filter(({ id }) => wanted[`reminder ${id}`])
    .map(({ kind }) => kind);
};
const remind = async (at: number) => {
  desk.goTo(at);
  await remindDue(desk);
};

describe("words of hers that wait for one press more", () => {
  test("are told as not posted at once when she closes the form, and once more ten minutes after it asked", async () => {
    const card = await keptWords();
    expect(await close(card)).toEqual({ kind: "settled", answer: "left" });
    await remind(morning);
    expect(said()).toEqual(["left_unposted"]);
    await remind(morning + 10 * minute - 1);
    expect(said()).toEqual(["left_unposted"]);
    await remind(morning + 10 * minute);
    expect(said().sort()).toEqual(["left_unposted", "still_unposted"]);
    await remind(morning + day);
    expect(said()).toHaveLength(2);
  });
  test("are told at any hour", async () => {
    const card = await keptWords();
    await changeDesk(desk, { settings: { ...noSettings, hours: "Mon-Fri 20:00-21:00" } });
    await close(card);
    await remind(morning);
    expect(said()).toEqual(["left_unposted"]);
  });
  test.each<[string, (card: Card) => Promise<unknown>]>([
    ["approved", (card) => approvedPost(desk, card)],
    ["declined", (card) => decline(pressOn(card), desk)],
    [
      "followed by others",
      (card) => keepWording({ presser: hers, key: card.key, text: "Rainy", delivery: aDelivery() }, desk),
    ],
  ])("are told in silence once they are %s", async (_, settle) => {
    const card = await keptWords();
    await close(card);
    await settle(card);
    await remind(morning + 10 * minute - 1);
    expect(said()).toEqual([]);
    expect(reminders().find(({ kind }) => kind === "left_unposted")?.done_at).not.toBeNull();
  });
  test("are told settled where they were told before", async () => {
    const card = await keptWords();
    await close(card);
    await remind(morning);
    const [{ id } = { id: "" }] = reminders().filter(({ kind }) => kind === "left_unposted");
    await approvedPost(desk, card);
    expect(wantedMessages(desk)[`reminder ${id}`]).toBe(2);
  });
  test("are told once, however often she closes a form of theirs", async () => {
    const card = await keptWords();
    await close(card);
    expect(await close(card)).toEqual({ kind: "settled", answer: "nothing" });
    expect(reminders().filter(({ kind }) => kind === "left_unposted")).toHaveLength(1);
  });
  test("are nobody else's, and none of another wording", async () => {
    const card = await keptWords();
    expect(await close(card, { teamId: team, userId: nadia })).toMatchObject({ answer: "nothing" });
    const older = { ...card, key: { ...card.key, revisionId: newId<RevisionId>() } };
    expect(await close(older)).toMatchObject({ answer: "nothing" });
    expect(reminders().map(({ kind }) => kind)).toEqual(["still_unposted"]);
  });
});

describe("the reminder before a scheduled post", () => {
  const scheduled = async (postAt: number, hours: string | null = null) => {
    const card = await shownCard(desk);
    await changeDesk(desk, { settings: { ...noSettings, remindMinutes: 60, hours } });
    return approvedPost(desk, card, { act: "schedule", postAt });
  };
  test("is said so long before its time", async () => {
    await scheduled(morning + day);
    await remind(morning + day - hour - 1);
    expect(said()).toEqual([]);
    await remind(morning + day - hour);
    expect(said()).toEqual(["goes_out_soon"]);
  });
  test("is not said of a post that was stopped", async () => {
    const { post } = await scheduled(morning + day);
    await cancel({ presser: hers, postId: post.id, delivery: aDelivery() }, desk);
    await remind(morning + day - hour);
    expect(said()).toEqual([]);
  });
  test("waits for her hours, and is let go where they open after its time", async () => {
    // It is 10:00 in Paris on a Monday.
    await scheduled(morning + 3 * hour, "Mon-Fri 12:30-20:00");
    await remind(morning + 2 * hour);
    expect(said()).toEqual([]);
    await remind(morning + 2.5 * hour);
    expect(said()).toEqual(["goes_out_soon"]);
    const late = await scheduled(morning + 14 * hour, "Mon-Fri 12:30-20:00");
    await remind(morning + 13 * hour);
    await remind(morning + 2 * day);
    expect(said()).toEqual(["goes_out_soon"]);
    expect(await desk.store.reminderAbout("goes_out_soon", late.post.id)).toMatchObject({
      doneAt: morning + 2 * day,
    });
  });
});

describe("a reminder that can wait", () => {
  const undecided = async (card: Card): Promise<void> => {
    const row: Reminder = {
      id: newId<ReminderId>(),
      version: 0,
      deskId: (await desk.store.desk())?.id ?? newId(),
      kind: "undecided",
      subject: card.id,
      dueAt: morning,
      doneAt: null,
    };
    await done(desk.store, { table: "reminder", row });
  };
  test("waits while the desk stands still, and keeps nobody busy", async () => {
    await undecided(await shownCard(desk));
    await changeDesk(desk, { paused: true });
    await remind(morning);
    expect(said()).toEqual([]);
    expect(reminders()[0]?.due_at).toBeGreaterThan(morning);
    await changeDesk(desk, { paused: false });
    await remind(morning + day);
    expect(said()).toEqual(["undecided"]);
  });
  test("is not said of a card she has decided on", async () => {
    const card = await shownCard(desk);
    await undecided(card);
    await decline(pressOn(card), desk);
    await remind(morning);
    expect(said()).toEqual([]);
  });
});
