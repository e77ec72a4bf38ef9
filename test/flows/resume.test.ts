import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { approve } from "../../src/flows/approve.js";
import { checkWitness } from "../../src/flows/check-witness.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { resume } from "../../src/flows/resume.js";
import { aDesk, executive, minute, nadia, newId, team } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  approvingPress,
  type Card,
  drawnCard,
  hers,
  openADesk,
  openNotice,
  recorded,
  rowsOf,
  shownCard,
  waiting,
  wantedMessages,
} from "./a-desk.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

/** A start at which her direct message shows this card as drawn later than the database remembers. */
async function startedBehind(card: Card): Promise<void> {
  const message = await desk.store.message("card", card.id);
  if (!message) throw new Error("no card");
  const { id: messageId, deskId, wanted } = message;
  const ahead = { messageId, deskId, version: wanted + 1, ...card.place };
  await checkWitness({ ...desk, readWitness: async () => [ahead] });
}
const frozen = async () => (await desk.store.desk())?.frozen;
const scheduled = (card: Card) =>
  approvedPost(desk, card, { act: "schedule", postAt: desk.now() + 60 * minute });
const resumed = async (delivery = aDelivery(), presser = hers) =>
  resume({ presser, delivery, notice: await openNotice(desk) }, desk);
const settled = (kind: string, more: object = {}) => ({ kind: "settled", answer: { kind, ...more } });

describe("while the desk is stopped", () => {
  test("no card comes, nothing is approved, nothing is posted", async () => {
    const card = await shownCard(desk);
    await startedBehind(card);
    const again = await drawnCard(desk, card.id);
    const before = rowsOf(desk, "approvals", "posts", "suggestions");
    expect(await approve(approvingPress(again), desk)).toEqual({
      kind: "settled",
      answer: { kind: "stopped", frozen: true },
    });
    expect(rowsOf(desk, "approvals", "posts", "suggestions")).toEqual(before);
    await expect(shownCard(desk)).rejects.toThrow("no card is wanted");
  });
});

test("whoever waits in the line is told that it stands still, and that it goes on", async () => {
  const card = await shownCard(desk);
  const { id } = await waiting(desk);
  const told = () => wantedMessages(desk)[`suggester ${id}`] ?? 0;
  const before = told();
  await startedBehind(card);
  expect(told()).toBe(before + 1);
  expect(await resumed()).toEqual(settled("resumed", { still: null }));
  expect(told()).toBe(before + 2);
});

describe("«Resume»", () => {
  async function standstill() {
    const card = await shownCard(desk);
    await startedBehind(card);
    const [notice] = await desk.store.noticesOpen();
    if (!notice) throw new Error("she was not told");
    return { card, notice };
  }

  test("pressed by her ends the standstill and its notice; it is recorded and logged", async () => {
    const { notice } = await standstill();
    desk.pass(5 * minute);
    expect(await resumed()).toEqual(settled("resumed", { still: null }));
    expect(await frozen()).toBe(null);
    expect(await desk.store.noticesOpen()).toEqual([]);
    expect(await desk.store.notice(notice.id)).toMatchObject({ endedAt: desk.now() });
    expect(wantedMessages(desk)[`notice ${notice.id}`]).toBe(2);
    expect(recorded(desk).at(-1)).toEqual({
      kind: "resumed",
      who: executive,
      about: { why: "old_database" },
    });
    expect(desk.logged.at(-1)?.event).toBe("resumed");
  });
  test("ends no other notice", async () => {
    await standstill();
    const about = { kind: "wrong_clock", seconds: 90 } as const;
    const clock = { id: newId(), version: 0, deskId: aDesk().id, at: desk.now(), about, endedAt: null };
    const put = [{ table: "notice", row: clock } as never];
    await desk.store.commit({ at: desk.now(), expect: [], put, show: [], record: [] });
    await resumed();
    expect((await desk.store.noticesOpen()).map((each) => each.about)).toEqual([about]);
  });
  test("lets her approve again; what had been scheduled needs this new press", async () => {
    const card = await shownCard(desk);
    await scheduled(card);
    await startedBehind(card);
    await resumed();
    const x = scriptedX(desk, { kind: "published" });
    desk.pass(60 * minute);
    await publishDue(x);
    expect(x.sent).toEqual([]);
    await approvedPost(desk, await drawnCard(desk, card.id));
    desk.pass(10_000);
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
  });
  test("pressed by anybody else is refused and recorded; the desk stays stopped", async () => {
    await standstill();
    const before = rowsOf(desk, "desks", "notices");
    expect(await resumed(aDelivery(), { teamId: team, userId: nadia })).toEqual(settled("not_hers"));
    expect(rowsOf(desk, "desks", "notices")).toEqual(before);
    expect(recorded(desk).at(-1)).toMatchObject({
      kind: "press_refused",
      who: nadia,
      about: { why: "not_hers" },
    });
    expect(desk.logged.map(({ event }) => event)).not.toContain("resumed");
  });
  test("pressed where nothing has stopped says that all goes on; delivered twice it is taken once", async () => {
    await standstill();
    const delivery = aDelivery();
    await resumed(delivery);
    expect(await resumed(delivery)).toEqual({ kind: "taken" });
    const before = rowsOf(desk, "desks", "notices");
    expect(await resumed()).toEqual(settled("going_on"));
    expect(rowsOf(desk, "desks", "notices")).toEqual(before);
  });
});
