import { afterEach, describe, expect, test } from "vitest";
import type { Desk } from "../../src/core/desk.js";
import type { SuggestionId } from "../../src/core/ids.js";
import { expireSuggestions } from "../../src/flows/expire-suggestions.js";
import { sendWeeklySummary } from "../../src/flows/send-weekly-summary.js";
import { executive, minute } from "../db/builders.js";
import { done } from "../db/house.js";
import { type ADesk, openADesk, shownCard, suggestionNow, wantedMessages } from "./a-desk.js";

const at = (text: string) => Date.parse(text);
let desk: ADesk;
async function openedAt(instant: string, given: Partial<Desk> = {}): Promise<void> {
  desk = await openADesk({ openedAt: at(instant), ...given });
}
afterEach(() => desk.close());

async function sendAt(instant: string): Promise<Record<string, number>> {
  desk.goTo(at(instant));
  await sendWeeklySummary(desk);
  return wantedMessages(desk);
}
const once = (...weeks: string[]) => Object.fromEntries(weeks.map((week) => [`summary ${week}`, 1]));

describe("the weekly summary", () => {
  test("is wanted once, however often it is asked for that Monday", async () => {
    await openedAt("2026-11-02T09:00:00Z");
    desk.goTo(at("2026-11-30T08:00:00Z"));
    await sendWeeklySummary(desk);
    for (let minutes = 0; minutes < 14 * 60; minutes += 7) {
      desk.pass(7 * minute);
      await sendWeeklySummary(desk);
    }
    expect(wantedMessages(desk)).toEqual(once("2026-W48"));
    expect(desk.logged).toEqual([{ event: "summary_wanted", week: "2026-W48" }]);
  });
  test("asked for several times at one moment is one message", async () => {
    await openedAt("2026-11-02T09:00:00Z");
    desk.goTo(at("2026-11-30T08:00:00Z"));
    await Promise.all([sendWeeklySummary(desk), sendWeeklySummary(desk), sendWeeklySummary(desk)]);
    expect(Object.keys(wantedMessages(desk))).toEqual(["summary 2026-W48"]);
  });
  test("goes to the team channel", async () => {
    await openedAt("2026-11-02T09:00:00Z");
    await sendAt("2026-11-30T08:00:00Z");
    expect((await desk.store.message("summary", "2026-W48"))?.to).toEqual({
      kind: "channel",
      channelId: "C0TEAM",
    });
  });
  test("waits for Monday 9:00 in her zone", async () => {
    await openedAt("2026-11-02T09:00:00Z", { homeZone: "America/New_York" });
    expect(await sendAt("2026-11-30T13:59:59Z")).toEqual({});
    expect(await sendAt("2026-11-30T14:00:00Z")).toEqual(once("2026-W48"));
  });
  test("survives a missed minute and a stop until the evening; on Tuesday it is too late", async () => {
    await openedAt("2026-11-02T09:00:00Z");
    expect(await sendAt("2026-11-30T22:59:00Z")).toEqual(once("2026-W48"));
    expect(await sendAt("2026-12-08T08:00:00Z")).toEqual(once("2026-W48"));
  });
  test.each([
    ["spring", "2026-03-30T06:59:59Z", "2026-03-30T07:00:00Z", "2026-W13"],
    ["autumn", "2026-10-26T07:59:59Z", "2026-10-26T08:00:00Z", "2026-W43"],
  ])("comes at 9:00 on her wall after the clocks changed in %s", async (_, before, due, week) => {
    await openedAt("2026-01-05T09:00:00Z");
    expect(await sendAt(before)).toEqual({});
    expect(await sendAt(due)).toEqual(once(week));
  });
  test("comes every Monday of three years, once a week, looked at every three hours", async () => {
    await openedAt("2024-01-01T00:00:00Z");
    for (let now = at("2024-01-01T00:30:00Z"); now < at("2027-01-01T00:00:00Z"); now += 180 * minute) {
      if (new Date(now).getUTCDay() !== 1) continue;
      desk.goTo(now);
      await sendWeeklySummary(desk);
    }
    const wanted = wantedMessages(desk);
    expect(Object.keys(wanted)).toHaveLength(156);
    expect(new Set(Object.values(wanted))).toEqual(new Set([1]));
    expect(desk.logged).toHaveLength(156);
  });
});

describe("the first week", () => {
  test("of a desk opened on Monday morning there is nothing to sum up", async () => {
    await openedAt("2026-11-30T07:00:00Z");
    expect(await sendAt("2026-11-30T08:00:00Z")).toEqual({});
    expect(await sendAt("2026-12-07T08:00:00Z")).toEqual(once("2026-W49"));
  });
  test("of a desk opened on Sunday night there is", async () => {
    await openedAt("2026-11-29T22:59:59Z");
    expect(await sendAt("2026-11-30T08:00:00Z")).toEqual(once("2026-W48"));
  });
});

describe("what expired", () => {
  const week = "2026-W48";
  const hers = async () => (await desk.store.message("her_summary", week))?.to;
  const offered = async (key = week) => (await desk.store.offeredIn(key)).map(({ id }) => id);
  /** Stood before her, and expired there at this instant. */
  async function expiredAt(instant: string, count = 1): Promise<SuggestionId[]> {
    const cards = [];
    desk.goTo(at(instant) - 24 * 60 * minute);
    for (let n = 0; n < count; n++) cards.push(await shownCard(desk, { urgency: "today" }));
    desk.goTo(at(instant));
    await expireSuggestions(desk);
    const ids = cards.map(({ id }) => id);
    for (const id of ids) expect((await suggestionNow(desk, id)).state).toBe("expired");
    return ids;
  }

  test("in the week is offered to her once more, in the same commit as the team's summary", async () => {
    await openedAt("2026-11-02T09:00:00Z");
    const ids = await expiredAt("2026-11-25T10:00:00Z", 2);
    const commits: string[][] = [];
    const store = {
      ...desk.store,
      async commit(change: Parameters<typeof desk.store.commit>[0]) {
        commits.push(change.show.map(({ kind }) => kind));
        return desk.store.commit(change);
      },
    };
    desk.goTo(at("2026-11-30T08:00:00Z"));
    await sendWeeklySummary({ ...desk, store });
    expect(commits).toEqual([["summary", "her_summary"]]);
    expect(await hers()).toEqual({ kind: "person", userId: executive });
    expect(await offered()).toEqual(ids);
  });
  test("where nothing did, she gets no message", async () => {
    await openedAt("2026-11-02T09:00:00Z");
    await shownCard(desk);
    await sendAt("2026-11-30T08:00:00Z");
    expect(await hers()).toBeUndefined();
    expect(await desk.store.message("summary", week)).not.toBe(null);
  });
  test("is offered once: the next week is quiet", async () => {
    await openedAt("2026-11-02T09:00:00Z");
    await expiredAt("2026-11-25T10:00:00Z");
    await sendAt("2026-11-30T08:00:00Z");
    await sendAt("2026-11-30T09:00:00Z");
    const wanted = await sendAt("2026-12-07T08:00:00Z");
    expect(wanted[`her_summary ${week}`]).toBe(1);
    expect(Object.keys(wanted).filter((message) => message.startsWith("her_summary"))).toHaveLength(1);
    expect(await offered("2026-W49")).toEqual([]);
  });
  test("in a week whose Monday was missed is offered on the next one; of months ago, no more", async () => {
    await openedAt("2026-01-05T09:00:00Z");
    await expiredAt("2026-09-02T10:00:00Z");
    const [missed] = await expiredAt("2026-11-17T10:00:00Z");
    const [lately] = await expiredAt("2026-11-25T10:00:00Z");
    await sendAt("2026-11-30T08:00:00Z");
    expect(await offered()).toEqual([missed, lately]);
  });
  test("and was wanted again before Monday is not offered", async () => {
    await openedAt("2026-11-02T09:00:00Z");
    const [id] = await expiredAt("2026-11-25T10:00:00Z");
    if (!id) throw new Error("nothing expired");
    await done(desk.store, {
      table: "suggestion",
      row: { ...(await suggestionNow(desk, id)), state: "waiting" },
    });
    await sendAt("2026-11-30T08:00:00Z");
    expect(await hers()).toBeUndefined();
    expect(await offered()).toEqual([]);
  });
  test("all counts as offered, however much it is", async () => {
    await openedAt("2026-11-02T09:00:00Z");
    const ids = await expiredAt("2026-11-25T10:00:00Z", 25);
    await sendAt("2026-11-30T08:00:00Z");
    expect(await offered()).toEqual(ids);
  });
});
