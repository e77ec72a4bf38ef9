import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeskId, MessageId, SlackChannelId, SlackTs } from "../../src/core/ids.js";
import { checkWitness } from "../../src/flows/check-witness.js";
import { decline } from "../../src/flows/decline.js";
import type { Place, Witnessed } from "../../src/flows/ports.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { resume } from "../../src/flows/resume.js";
import { aDesk, executive, minute, newId } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  type Card,
  hers,
  openADesk,
  openNotice,
  postNow,
  pressOn,
  recorded,
  rowsOf,
  shownCard,
  suggestionNow,
  waiting,
  wantedMessages,
} from "./a-desk.js";
import { scriptedX } from "./scripted-x.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

/** What Slack shows of a card of ours: the version the database drew, or some versions later. */
async function witnessed(card: Card, later = 0, given: Partial<Witnessed> = {}): Promise<Witnessed> {
  const message = await desk.store.message("card", card.id);
  if (!message) throw new Error("no card");
  const { id: messageId, deskId, wanted } = message;
  return { messageId, deskId, version: wanted + later, ...card.place, ...given };
}
/** A message of this desk that its database has never heard of. */
const unknown = (ts: string, deskId = aDesk().id): Witnessed => ({
  messageId: newId<MessageId>(),
  deskId,
  version: 1,
  channel: "D0EXEC" as SlackChannelId,
  ts: ts as SlackTs,
});
/** A start at which her direct message shows this; answers the places that were asked for. */
async function started(...seen: Witnessed[]): Promise<readonly Place[]> {
  let asked: readonly Place[] = [];
  await checkWitness({
    ...desk,
    readWitness: async (_, places) => {
      asked = places;
      return seen;
    },
  });
  return asked;
}
const everything = () =>
  rowsOf(desk, "desks", "suggestions", "posts", "parts", "messages", "notices", "record");
async function nothingChanged(act: () => Promise<unknown>): Promise<void> {
  const before = everything();
  await act();
  expect(everything()).toEqual(before);
  expect((await desk.store.desk())?.frozen).toBe(null);
}
const frozen = async () => (await desk.store.desk())?.frozen;
const scheduled = (card: Card) =>
  approvedPost(desk, card, { act: "schedule", postAt: desk.now() + 60 * minute });
const resumed = async (delivery = aDelivery(), presser = hers) =>
  resume({ presser, delivery, notice: await openNotice(desk) }, desk);

describe("a witness that shows no more than the database knows changes nothing:", () => {
  test("an empty direct message", () => nothingChanged(() => started()));
  test("cards of the very versions that were drawn, and older ones", async () => {
    const [one, other] = [await shownCard(desk), await shownCard(desk)];
    const seen = [await witnessed(one), await witnessed(other, -1)];
    await nothingChanged(() => started(...seen));
  });
  test("messages of another desk's database, known or not, however new", async () => {
    const card = await shownCard(desk);
    const elsewhere = "desk0000000000000002" as DeskId;
    const seen = [await witnessed(card, 9, { deskId: elsewhere }), unknown("1999999999.000001", elsewhere)];
    await nothingChanged(() => started(...seen));
  });
});

describe("a card drawn later than the database remembers", () => {
  test("stops the desk, and says so once, to her and in the record and the log", async () => {
    const card = await shownCard(desk);
    await started(await witnessed(card, 1));
    expect(await frozen()).toBe("old_database");
    const [notice, ...more] = await desk.store.noticesOpen();
    expect(more).toEqual([]);
    expect(notice?.about).toEqual({ kind: "old_database", cancelled: 0 });
    expect(await desk.store.message("notice", String(notice?.id))).toMatchObject({
      to: { kind: "person", userId: executive },
      wanted: 1,
      shown: 0,
    });
    expect(recorded(desk).at(-1)).toEqual({
      kind: "frozen",
      who: null,
      about: { why: "old_database", ahead: 1, unknown: 0, cancelled: 0 },
    });
    expect(desk.logged.filter(({ event }) => event === "frozen")).toEqual([{ event: "frozen", ahead: 1 }]);
  });
  test("is known to stand as Slack shows it, and is drawn anew after that", async () => {
    const card = await shownCard(desk);
    const { channel, ts } = { channel: "D0EXEC" as SlackChannelId, ts: "1795424999.000100" as SlackTs };
    const seen = await witnessed(card, 5, { channel, ts });
    await started(seen);
    const message = await desk.store.message("card", card.id);
    expect(message).toMatchObject({ channel, ts, shown: seen.version, wanted: seen.version + 1 });
  });
  test("that stands there twice, and is seen twice, is one", async () => {
    const card = await shownCard(desk);
    await scheduled(card);
    const place = { ts: "1795424401.000100" as SlackTs };
    const [older, newer] = [await witnessed(card, 1), await witnessed(card, 2, place)];
    await started(older, newer, newer, older);
    expect(await frozen()).toBe("old_database");
    const message = await desk.store.message("card", card.id);
    expect(message).toMatchObject({ ...place, shown: newer.version, wanted: newer.version + 1 });
    expect(recorded(desk).at(-1)?.about).toMatchObject({ ahead: 1, unknown: 0 });
  });
  test("cancels what was scheduled: the cards come back with a warning, the team is told", async () => {
    const [one, other] = [await shownCard(desk), await shownCard(desk)];
    const posts = [await scheduled(one), await scheduled(other)];
    const before = wantedMessages(desk);
    await started(await witnessed(one, 2));
    for (const { post } of posts) {
      expect((await postNow(desk, post.id)).post).toMatchObject({ state: "cancelled", dueAt: null });
      expect(await suggestionNow(desk, post.suggestionId)).toMatchObject({
        state: "shown",
        setback: { kind: "restored" },
      });
      for (const kind of ["suggester", "team"]) {
        const name = `${kind} ${post.suggestionId}`;
        expect(wantedMessages(desk)[name]).toBe((before[name] ?? 0) + 1);
      }
    }
    expect((await desk.store.noticesOpen())[0]?.about).toMatchObject({ cancelled: 2 });
    expect(recorded(desk).at(-1)?.about).toMatchObject({ cancelled: 2 });
    const x = scriptedX(desk);
    desk.pass(60 * minute);
    await publishDue(x);
    expect(x.sent).toEqual([]);
  });
  test("warns on every card that stands before her, and on no other", async () => {
    const [one, other, declined] = [await shownCard(desk), await shownCard(desk), await shownCard(desk)];
    const line = await waiting(desk);
    await decline(pressOn(declined), desk);
    const before = wantedMessages(desk);
    await started(await witnessed(one, 1));
    for (const { id } of [one, other]) {
      expect(await suggestionNow(desk, id)).toMatchObject({ state: "shown", setback: { kind: "restored" } });
      expect(wantedMessages(desk)[`card ${id}`]).toBeGreaterThan(before[`card ${id}`] ?? 0);
    }
    for (const { id } of [declined, line]) expect((await suggestionNow(desk, id)).setback).toBe(null);
    expect(wantedMessages(desk)[`card ${declined.id}`]).toBe(before[`card ${declined.id}`]);
  });
  test("stops it once: the next start, and one after she resumed, find nothing ahead", async () => {
    const [one, other] = [await shownCard(desk), await shownCard(desk)];
    const seen = [await witnessed(one, 3), await witnessed(other, 1), unknown("1795424999.000001")];
    await started(...seen);
    const before = everything();
    await started(...seen);
    expect(everything()).toEqual(before);
    await resumed();
    await nothingChanged(() => started(...seen));
  });
});

describe("a message of ours that the database does not know", () => {
  test("stops the desk where it has read no witness yet", async () => {
    await started(unknown("1795424999.000001"));
    expect(await frozen()).toBe("old_database");
    expect(recorded(desk).at(-1)?.about).toMatchObject({ ahead: 0, unknown: 1 });
    expect((await desk.store.desk())?.witnessedTs).toBe("1795424999.000001");
  });
  test("stops it again only when it is newer than everything read at a standstill before", async () => {
    const seen = [unknown("1795424999.000001"), unknown("1795425000.000002"), unknown("1795424998.000001")];
    await started(...seen);
    expect((await desk.store.desk())?.witnessedTs).toBe("1795425000.000002");
    await resumed();
    await nothingChanged(() => started(...seen, unknown("1795425000.000001")));
    await started(...seen, unknown("1795425000.000003"));
    expect(await frozen()).toBe("old_database");
    expect((await desk.store.desk())?.witnessedTs).toBe("1795425000.000003");
  });
});

describe("reading the witness", () => {
  test("looks at the card of everything that may still be posted, however old, and at no other", async () => {
    const [later, soon] = [await shownCard(desk), await shownCard(desk)];
    await shownCard(desk);
    const done = await approvedPost(desk, await shownCard(desk));
    desk.pass(10_000);
    await publishDue(scriptedX(desk, { kind: "published" }));
    expect((await postNow(desk, done.post.id)).post.state).toBe("done");
    await scheduled(later);
    await approvedPost(desk, soon);
    desk.pass(10_000);
    await expect(publishDue(scriptedX(desk, "throws"))).rejects.toThrow("cut off");
    expect(new Set((await started()).map(({ ts }) => ts))).toEqual(new Set([later.place.ts, soon.place.ts]));
  });
  test("that Slack does not answer throws, and nothing changes", async () => {
    await scheduled(await shownCard(desk));
    const readWitness = () => Promise.reject(new Error("Slack is silent"));
    await nothingChanged(() =>
      expect(checkWitness({ ...desk, readWitness })).rejects.toThrow("Slack is silent"),
    );
  });
});
