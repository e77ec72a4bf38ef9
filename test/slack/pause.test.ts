import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NoticeId } from "../../src/core/ids.js";
import { endPause } from "../../src/flows/go-on.js";
import { pause } from "../../src/flows/pause.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { executive, minute, nadia, team } from "../db/builders.js";
import { aDelivery, approvedPost, hers, waiting } from "../flows/a-desk.js";
import { omar } from "../flows/colleagues.js";
import { scriptedX } from "../flows/scripted-x.js";
import {
  cardInSlack,
  directMessages,
  forgedPress,
  type Office,
  openOffice,
  openRoutes,
  readable,
  sendAll,
  teamChannel,
  whisperedTo,
} from "./an-office.js";

let office: Office;
let stop: () => Promise<void>;
beforeEach(async () => {
  office = await openOffice();
  stop = await openRoutes(office);
});
afterEach(async () => {
  await stop();
  await office.close();
});

const say = fr.pause;
const inDm = (user: string = executive) => directMessages(office, user).map(readable).join();
const isPaused = async () => (await office.store.desk())?.paused;
const standing = async () => (await office.store.noticesOpen()).at(-1)?.id ?? ("" as NoticeId);
async function shownCard() {
  const { id } = await waiting(office);
  await showNextCards(office);
  await sendAll(office);
  return cardInSlack(office, id);
}
async function paused(until: "tomorrow" | "monday" | "i_say") {
  await pause({ presser: hers, until, delivery: aDelivery() }, office);
  await sendAll(office);
}
async function pressResume(user: string = executive) {
  const notice = directMessages(office, executive).find((each) => readable(each).includes('"resume"'));
  const channel = (await office.store.message("notice", await standing()))?.channel ?? "";
  await office.slack.hands.press({ user, channel, ts: notice?.ts ?? "", actionId: "resume" });
}
/** A press on her Home, where no message is. */
const pressAtHome = (action_id: string, value: string, user: string = executive) =>
  office.slack.faults.deliverRaw("interactive", {
    type: "block_actions",
    api_app_id: office.options.appId,
    team: { id: team },
    user: { id: user, team_id: team },
    trigger_id: office.newId(),
    container: { type: "view", view_id: "V0HOME" },
    view: { id: "V0HOME", type: "home", team_id: team, blocks: [], state: { values: {} } },
    actions: [{ type: "button", block_id: "b", action_ts: "1.2", action_id, value }],
  });

describe("the notice of a pause", () => {
  test("says until when, and what it holds with its times; «Resume» ends it and the notice says so", async () => {
    const card = await shownCard();
    await approvedPost(office, card, { act: "schedule", postAt: office.now() + 60 * minute });
    await waiting(office);
    await paused("monday");
    expect(inDm()).toContain(say.paused("lundi 30 novembre, 08:00"));
    expect(inDm()).toContain(say.holds(1, 1));
    expect(inDm()).toContain("lundi 23 novembre, 11:00");
    await pressResume();
    expect(await isPaused()).toBe(false);
    await sendAll(office);
    expect(inDm()).toContain(say.byHer);
    expect(inDm()).toContain(say.nothingOverdue);
    expect(inDm()).not.toContain('"resume"');
    expect(office.slack.problems).toEqual([]);
  });
  test("lists afterwards what became due in it, and its card asks again", async () => {
    const card = await shownCard();
    await approvedPost(office, card, { act: "schedule", postAt: office.now() + 60 * minute });
    await paused("tomorrow");
    office.pass(120 * minute);
    await publishDue({ ...scriptedX(office), showNow: office.outbox.showNow });
    office.goTo(Date.UTC(2026, 10, 24, 7));
    await endPause(office);
    await sendAll(office);
    expect(inDm()).toContain(say.byItself);
    expect(inDm()).toContain(say.overdue(1));
    const message = await office.store.message("card", card.id);
    const drawn = readable(directMessages(office, executive).find(({ ts }) => ts === message?.ts));
    expect(drawn).toContain('"approve"');
    expect(drawn).toContain(fr.card.setback.missed);
  });
  test("until she says so can be ended and begun again from where it stands", async () => {
    await paused("i_say");
    expect(inDm()).toContain(say.pausedUntilSaid);
    await pressResume();
    await sendAll(office);
    const over = directMessages(office, executive).find((each) => readable(each).includes('"pause"'));
    const { channel } = noticePlace();
    await office.slack.hands.press({ user: executive, channel, ts: over?.ts ?? "", actionId: "pause" });
    expect(await isPaused()).toBe(true);
  });
  function noticePlace() {
    const rows = office.database.sqlite.prepare("SELECT channel FROM messages WHERE kind = 'notice'").all();
    return rows[0] as { channel: string };
  }
  test("pressed by anybody else changes nothing", async () => {
    await paused("i_say");
    const message = await office.store.message("notice", await standing());
    const place = { channel: message?.channel, ts: message?.ts } as Parameters<
      typeof forgedPress
    >[1]["place"];
    await forgedPress(office, {
      user: nadia,
      place,
      action: { action_id: "resume", value: await standing() },
    });
    expect(await isPaused()).toBe(true);
  });
});

describe("a press on her Home", () => {
  test("pauses, draws it anew, and the notice comes in the direct message", async () => {
    await pressAtHome("pause", "i_say");
    expect(await isPaused()).toBe(true);
    expect(office.slack.calls.filter(({ method }) => method === "views.publish")).toHaveLength(1);
    await sendAll(office);
    expect(inDm()).toContain(say.pausedUntilSaid);
    await pressAtHome("pause", "i_say");
    await expect.poll(inDm).toContain(say.pausedBefore);
    await pressAtHome("resume", await standing());
    expect(await isPaused()).toBe(false);
  });
  test("of somebody else, or with a word of nobody's, pauses nothing", async () => {
    await pressAtHome("pause", "i_say", nadia);
    await pressAtHome("pause", "for ever");
    expect(await isPaused()).toBe(false);
    await expect.poll(() => inDm(nadia)).toContain(en.answers.onlyHer);
  });
});

describe("while it is paused", () => {
  test("her press on a card is answered with how to go on", async () => {
    const card = await shownCard();
    await paused("i_say");
    await office.slack.hands.press({ user: executive, ...card.place, actionId: "approve" });
    await expect.poll(() => whisperedTo(office, executive)).toContain(fr.answers.stopped);
  });
  test("whoever waits or suggests reads until when cards are held, and nothing more", async () => {
    await waiting(office);
    await paused("monday");
    expect(inDm(nadia)).toContain(en.pause.heldUntil("Monday 30 November, 08:00"));
    await office.slack.hands.command({
      user: omar,
      channel: teamChannel,
      command: "/suggest",
      text: "https://journal.example/another",
    });
    await expect
      .poll(() => whisperedTo(office, omar))
      .toContain(en.pause.seenHeldUntil("Monday 30 November, 08:00"));
    await pressResume();
    await sendAll(office);
    expect(inDm(nadia)).not.toContain("held");
  });
  test("until she says so, they read that nobody knows when", async () => {
    await waiting(office);
    await paused("i_say");
    expect(inDm(nadia)).toContain(en.news.held);
  });
});
