import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackUserId } from "../../src/core/ids.js";
import type { PauseUntil } from "../../src/core/pause-until.js";
import { noSettings } from "../../src/core/settings.js";
import { approve } from "../../src/flows/approve.js";
import { checkWitness } from "../../src/flows/check-witness.js";
import { decline } from "../../src/flows/decline.js";
import { endPause } from "../../src/flows/go-on.js";
import { openDesk } from "../../src/flows/open-desk.js";
import { pause } from "../../src/flows/pause.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { resume } from "../../src/flows/resume.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { executive, minute, nadia, newId, team } from "../db/builders.js";
import {
  type ADesk,
  aDelivery,
  approvedPost,
  approvingPress,
  type Card,
  changeDesk,
  drawnCard,
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

const tuesday = Date.UTC(2026, 10, 24, 7);
const paused = (until: PauseUntil = "i_say", delivery = aDelivery()) =>
  pause({ presser: hers, until, delivery }, desk);
const deskNow = async () => {
  const now = await desk.store.desk();
  if (!now) throw new Error("no desk");
  return now;
};
const standing = async () => (await desk.store.noticesOpen()).filter(({ about }) => about.kind === "paused");
async function resumed(given: { presser?: typeof hers; delivery?: ReturnType<typeof aDelivery> } = {}) {
  const [notice] = await standing();
  const press = { presser: hers, notice: notice?.id ?? newId(), delivery: aDelivery(), ...given };
  return resume(press as Parameters<typeof resume>[0], desk);
}
const settled = (kind: string, more: object = {}) => ({ kind: "settled", answer: { kind, ...more } });
const stillHere = async () => desk.store.suggestionsIn("shown");

describe("her pause", () => {
  test("stops cards and approvals at once, is recorded and logged, and a notice tells of it", async () => {
    const card = await shownCard(desk);
    await waiting(desk);
    expect(await paused("tomorrow")).toEqual(settled("paused", { until: tuesday }));
    await showNextCards(desk);
    expect((await stillHere()).map(({ id }) => id)).toEqual([card.id]);
    expect(await approve(approvingPress(card), desk)).toEqual(settled("stopped", { frozen: false }));
    expect(await deskNow()).toMatchObject({ paused: true, pausedUntil: tuesday });
    expect(recorded(desk).find(({ kind }) => kind === "paused")).toMatchObject({
      who: executive,
      about: { until: tuesday },
    });
    expect(desk.logged.map(({ event }) => event)).toContain("paused");
    const [notice] = await standing();
    expect(notice?.about).toEqual({ kind: "paused", until: tuesday, cards: 1, ended: null, overdue: [] });
    expect(wantedMessages(desk)[`notice ${notice?.id}`]).toBe(1);
  });
  test("is told on her card of what it holds, and so is its end", async () => {
    const { post } = await approvedPost(desk, await shownCard(desk), {
      act: "schedule",
      postAt: desk.now() + 48 * 60 * minute,
    });
    const drawn = () => wantedMessages(desk)[`card ${post.suggestionId}`] ?? 0;
    const before = drawn();
    await paused("i_say");
    expect(drawn()).toBe(before + 1);
    await resumed();
    expect(drawn()).toBe(before + 2);
  });
  test("lets no post go, not even one in its short wait: after ten minutes its card asks her", async () => {
    const card = await shownCard(desk);
    const { post } = await approvedPost(desk, card);
    await paused();
    const x = scriptedX(desk);
    desk.pass(10_000);
    await publishDue(x);
    expect((await postNow(desk, post.id)).post.state).toBe("scheduled");
    desk.pass(10 * minute + 1);
    await publishDue(x);
    expect((await postNow(desk, post.id)).post.state).toBe("missed");
    expect(await suggestionNow(desk, card.id)).toMatchObject({ state: "shown", setback: { kind: "missed" } });
    expect(x.sent).toEqual([]);
  });
  test("by anybody else is refused and recorded, and nothing stops", async () => {
    const before = rowsOf(desk, "desks", "notices");
    const presser = { teamId: team, userId: nadia };
    const press = { presser, until: "i_say" as const, delivery: aDelivery() };
    expect(await pause(press, desk)).toEqual(settled("not_hers"));
    const stranger = { presser: { teamId: null, userId: executive }, until: "i_say" as const };
    expect(await pause({ ...stranger, delivery: aDelivery() }, desk)).toEqual(settled("not_hers"));
    expect(rowsOf(desk, "desks", "notices")).toEqual(before);
    expect(recorded(desk).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "not_hers" } });
  });
  test("pressed twice is one pause and says so; delivered twice it is taken once", async () => {
    const delivery = aDelivery();
    await paused("tomorrow", delivery);
    expect(await paused("tomorrow", delivery)).toEqual({ kind: "taken" });
    expect(await paused("tomorrow")).toEqual(settled("paused_before", { until: tuesday }));
    expect(await standing()).toHaveLength(1);
  });
  test("with another end replaces the one before: one notice stands, the other says it is over", async () => {
    await paused("tomorrow");
    const [first] = await standing();
    await paused("i_say");
    const [second, ...others] = await standing();
    expect(others).toEqual([]);
    expect(second?.about).toMatchObject({ until: null });
    expect(await desk.store.notice(first?.id ?? newId())).toMatchObject({
      about: { ended: "replaced" },
      endedAt: desk.now(),
    });
    expect(wantedMessages(desk)[`notice ${first?.id}`]).toBe(2);
    expect((await deskNow()).pausedUntil).toBeNull();
  });
  test("is counted in her own hours", async () => {
    await changeDesk(desk, { settings: { ...noSettings, hours: "Wed 10:00-12:00" } });
    await paused("tomorrow");
    expect((await deskNow()).pausedUntil).toBe(Date.UTC(2026, 10, 25, 9));
  });
  test("is told to whoever waits in the line, and so is its end", async () => {
    const { id } = await waiting(desk);
    const told = () => wantedMessages(desk)[`suggester ${id}`] ?? 0;
    const before = told();
    await paused();
    expect(told()).toBe(before + 1);
    await resumed();
    expect(told()).toBe(before + 2);
  });
});

describe("going on", () => {
  test("by her press: the notice is over, cards come, and what is not due yet goes out at its time", async () => {
    const card = await shownCard(desk);
    await approvedPost(desk, card, { act: "schedule", postAt: desk.now() + 60 * minute });
    await paused();
    const [notice] = await standing();
    const { id } = await waiting(desk);
    expect(await resumed()).toEqual(settled("resumed", { still: null }));
    expect(await deskNow()).toMatchObject({ paused: false, pausedUntil: null });
    expect(await desk.store.notice(notice?.id ?? newId())).toMatchObject({
      about: { ended: "by_her", overdue: [] },
    });
    expect(recorded(desk).at(-1)).toMatchObject({
      kind: "resumed",
      who: executive,
      about: { why: "paused" },
    });
    await showNextCards(desk);
    expect((await suggestionNow(desk, id)).state).toBe("shown");
    const x = scriptedX(desk, { kind: "published" });
    desk.pass(60 * minute);
    await publishDue(x);
    expect(x.sent).toHaveLength(1);
  });
  test("by itself when its time is over, once, and not a moment before", async () => {
    await paused("tomorrow");
    const [notice] = await standing();
    expect(await desk.store.nextDue()).toBeLessThanOrEqual(tuesday);
    desk.goTo(tuesday - 1);
    await endPause(desk);
    expect((await deskNow()).paused).toBe(true);
    desk.goTo(tuesday);
    await endPause(desk);
    await endPause(desk);
    expect(await deskNow()).toMatchObject({ paused: false, pausedUntil: null });
    expect(await desk.store.notice(notice?.id ?? newId())).toMatchObject({ about: { ended: "by_itself" } });
    expect(recorded(desk).filter(({ kind }) => kind === "resumed")).toEqual([
      { kind: "resumed", who: null, about: { why: "paused", overdue: 0 } },
    ]);
  });
  test("never by itself where she said that she will say", async () => {
    await paused("i_say");
    desk.pass(400 * 24 * 60 * minute);
    await endPause(desk);
    expect((await deskNow()).paused).toBe(true);
  });
  test("sends nothing late: what became due meanwhile asks her again, however short ago it was", async () => {
    const [long, short] = [await shownCard(desk), await shownCard(desk)];
    await approvedPost(desk, long, { act: "schedule", postAt: desk.now() + 20 * minute });
    const { post } = await approvedPost(desk, short, { act: "schedule", postAt: desk.now() + 59 * minute });
    await paused();
    const [notice] = await standing();
    const x = scriptedX(desk);
    desk.pass(60 * minute);
    await publishDue(x);
    await resumed();
    await publishDue(x);
    expect(x.sent).toEqual([]);
    expect((await postNow(desk, post.id)).post.state).toBe("missed");
    const told = await desk.store.notice(notice?.id ?? newId());
    expect(told?.about).toMatchObject({ overdue: [long.id, short.id] });
    for (const { id } of [long, short])
      expect(await suggestionNow(desk, id)).toMatchObject({ state: "shown", setback: { kind: "missed" } });
    await approvedPost(desk, await drawnCard(desk, long.id));
  });
  test("names only what still stands before her", async () => {
    const card = await shownCard(desk);
    await approvedPost(desk, card, { act: "schedule", postAt: desk.now() + 20 * minute });
    await paused();
    const [notice] = await standing();
    desk.pass(60 * minute);
    await publishDue(scriptedX(desk));
    await decline(pressOn(await drawnCard(desk, card.id)), desk);
    await resumed();
    expect((await desk.store.notice(notice?.id ?? newId()))?.about).toMatchObject({ overdue: [] });
  });
  test("pressed by anybody else is refused; it stays paused", async () => {
    await paused();
    expect(await resumed({ presser: { teamId: team, userId: nadia } })).toEqual(settled("not_hers"));
    expect((await deskNow()).paused).toBe(true);
  });
  test("by the button of an earlier pause is no answer to the present one", async () => {
    await paused("tomorrow");
    const [earlier] = await standing();
    await paused("i_say");
    const notice = earlier?.id ?? newId();
    const press = { presser: hers, notice, delivery: aDelivery() } as Parameters<typeof resume>[0];
    expect(await resume(press, desk)).toEqual(settled("old_notice"));
    expect((await deskNow()).paused).toBe(true);
  });
});

describe("a pause and a standstill at once", () => {
  async function frozen(card: Card) {
    const message = await desk.store.message("card", card.id);
    if (!message) throw new Error("no card");
    const { id: messageId, deskId, wanted } = message;
    const ahead = { messageId, deskId, version: wanted + 1, ...card.place };
    await checkWitness({ ...desk, readWitness: async () => [ahead] });
  }
  const unfrozen = async () =>
    resume({ presser: hers, delivery: aDelivery(), notice: await openNotice(desk) }, desk);

  test("each ends by its own button, and the answer says that the other stays", async () => {
    await frozen(await shownCard(desk));
    await paused();
    expect(await resumed()).toEqual(settled("resumed", { still: "frozen" }));
    expect(await deskNow()).toMatchObject({ paused: false, frozen: "old_database" });
    await paused();
    expect(await unfrozen()).toEqual(settled("resumed", { still: "paused" }));
    expect(await deskNow()).toMatchObject({ paused: true, frozen: null });
  });
  test("the end of the pause by itself lifts no standstill", async () => {
    const card = await shownCard(desk);
    await paused("tomorrow");
    await frozen(card);
    desk.goTo(tuesday);
    await endPause(desk);
    expect(await deskNow()).toMatchObject({ paused: false, frozen: "old_database" });
  });
});

test("another executive begins without the former one's pause, settings and answers", async () => {
  const { teamId, channelId, homeZone, locale, account } = await deskNow();
  const profile = {
    subjects: ["Energy"],
    notSubjects: [],
    tone: "dry",
    neverAnswer: "",
    challenge: null,
    reproach: "our prices",
    answeredAt: desk.now(),
  };
  await changeDesk(desk, { profile, settings: { ...noSettings, language: "en" } });
  await paused();
  const [notice] = await standing();
  const executiveId = "U0SUCCESSOR" as SlackUserId;
  const facts = { teamId, executiveId, channelId, homeZone: null, profileZone: homeZone, locale, account };
  await openDesk(facts, desk);
  expect(await deskNow()).toMatchObject({
    paused: false,
    pausedUntil: null,
    settings: noSettings,
    profile: null,
  });
  expect((await desk.store.notice(notice?.id ?? newId()))?.endedAt).toBe(desk.now());
});
