import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tellClock } from "../../src/flows/tell-clock.js";
import { executive, minute } from "../db/builders.js";
import { type ADesk, openADesk, rowsOf, wantedMessages } from "./a-desk.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const events = () => desk.logged.map(({ event }) => event);
const notices = () => desk.store.noticesOpen();

describe("a clock more than a minute from Slack's", () => {
  test.each([
    ["ahead", 60_001, 60],
    ["behind", -90_600, -91],
  ])("%s is told to her, with how far", async (_, aheadMs, seconds) => {
    await tellClock(aheadMs, desk);
    const [notice, ...more] = await notices();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ at: desk.now(), about: { kind: "wrong_clock", seconds }, endedAt: null });
    expect(await desk.store.message("notice", String(notice?.id))).toMatchObject({
      to: { kind: "person", userId: executive },
      wanted: 1,
    });
    expect(events()).toEqual(["clock_wrong"]);
  });
  test("is told once, however long and however differently it is wrong", async () => {
    await tellClock(90_000, desk);
    const before = rowsOf(desk, "notices", "messages");
    for (const ahead of [90_000, 200_000, -70_000]) await tellClock(ahead, desk);
    expect(rowsOf(desk, "notices", "messages")).toEqual(before);
    expect(events()).toEqual(["clock_wrong"]);
  });
  test("and right again is told in the same message, once; wrong anew it is news", async () => {
    await tellClock(90_000, desk);
    const [notice] = await notices();
    desk.pass(minute);
    await tellClock(60_000, desk);
    expect(await notices()).toEqual([]);
    expect(await desk.store.notice(notice?.id ?? ("" as never))).toMatchObject({ endedAt: desk.now() });
    expect(wantedMessages(desk)).toEqual({ [`notice ${notice?.id}`]: 2 });
    await tellClock(0, desk);
    expect(wantedMessages(desk)).toEqual({ [`notice ${notice?.id}`]: 2 });
    await tellClock(90_000, desk);
    expect(await notices()).toHaveLength(1);
    expect(Object.keys(wantedMessages(desk))).toHaveLength(2);
    expect(events()).toEqual(["clock_wrong", "clock_right", "clock_wrong"]);
  });
});

test.each([0, 60_000, -60_000])("a clock within a minute (%i ms) is not worth a word", async (aheadMs) => {
  await tellClock(aheadMs, desk);
  expect(await notices()).toEqual([]);
  expect(wantedMessages(desk)).toEqual({});
  expect(events()).toEqual([]);
});
