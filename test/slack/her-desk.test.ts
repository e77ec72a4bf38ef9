import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cancel } from "../../src/flows/cancel.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { snooze } from "../../src/flows/snooze.js";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { executive, minute, nadia } from "../db/builders.js";
import {
  aDelivery,
  approvedPost,
  changeDesk,
  hers,
  pressOn,
  suggestionNow,
  waiting,
} from "../flows/a-desk.js";
import {
  cardInSlack,
  directMessages,
  type Office,
  openOffice,
  openRoutes,
  readable,
  sendAll,
} from "./an-office.js";

let office: Office;
let stop: () => Promise<void>;
beforeEach(async () => {
  office = await openOffice();
  stop = await openRoutes(office);
});
afterEach(async () => {
  await stop();
  expect(office.slack.problems).toEqual([]);
  await office.close();
});

const home = (user: string = executive) => office.slack.hands.look(user).home;
const says = (user?: string) => readable({ blocks: home(user)?.blocks ?? [] });
async function openHome(user: string = executive) {
  await office.slack.hands.openHome({ user });
  await expect.poll(() => says(user)).not.toBe("[]");
}
async function onCard(draft: string) {
  const { id } = await waiting(office, { draft });
  await showNextCards(office);
  await sendAll(office);
  return cardInSlack(office, id);
}

describe("her desk in App Home", () => {
  test("links to the card before her, and names what is scheduled, put off and paused", async () => {
    const open = await onCard("Open.");
    const later = await onCard("Later.");
    const postAt = office.now() + 26 * 60 * minute;
    await approvedPost(office, later, { act: "schedule", postAt });
    const off = await onCard("Off.");
    await snooze({ ...pressOn(off), on: "undecided", until: "monday" }, office);
    await openHome();
    expect(says()).toContain(`/p${open.place.ts.replace(".", "")}`);
    expect(says()).toContain(fr.dates.dayAndTime(postAt, "Europe/Paris"));
    expect(says()).toContain(fr.desk.home.snoozed);
    expect(says()).toContain(fr.desk.home.record);
    expect(says()).not.toContain(fr.pause.pausedUntilSaid);
    await changeDesk(office, { paused: true });
    await openHome();
    await expect.poll(() => says()).toContain(fr.pause.pausedUntilSaid);
  });
  test("stops a scheduled post, gives its card back, and shows so", async () => {
    const later = await onCard("Later.");
    await approvedPost(office, later, { act: "schedule", postAt: office.now() + 60 * minute });
    await openHome();
    await office.slack.hands.pressInView({ user: executive, viewId: home()?.id ?? "", actionId: "cancel" });
    await expect.poll(() => says()).not.toContain('"cancel"');
    expect(await suggestionNow(office, later.id)).toMatchObject({
      state: "shown",
      setback: { kind: "cancelled" },
    });
    await sendAll(office);
    expect(readable(directMessages(office, executive)[0])).toContain(fr.card.setback.cancelled);
  });
  test("answers in her direct message where a press there comes too late", async () => {
    const later = await onCard("Later.");
    const { post } = await approvedPost(office, later, {
      act: "schedule",
      postAt: office.now() + 60 * minute,
    });
    await openHome();
    const viewId = home()?.id ?? "";
    await cancel({ presser: hers, postId: post.id, delivery: aDelivery() }, office);
    await office.slack.hands.pressInView({ user: executive, viewId, actionId: "cancel" });
    await expect
      .poll(() => JSON.stringify(directMessages(office, executive)))
      .toContain(fr.answers.tooLateToStop);
  });
  test("is paged: every one of a long line is read, page by page, and back", async () => {
    for (let n = 0; n < 20; n++) await waiting(office, { draft: `Draft ${n}.` });
    await openHome();
    const links = () =>
      new Set([...says().matchAll(/journal\.example\/article(?:-\d+)?/g)].map(([link]) => link));
    const seen = new Set(links());
    expect(seen.size).toBe(8);
    const turn = async (actionId: string) => {
      const before = says();
      await office.slack.hands.pressInView({ user: executive, viewId: home()?.id ?? "", actionId });
      await expect.poll(() => says()).not.toBe(before);
    };
    for (let page = 0; page < 2; page++) {
      await turn("home_page");
      for (const link of links()) seen.add(link);
    }
    expect(seen.size).toBe(20);
    expect(says()).not.toContain('"home_page"');
    await turn("home_page_back");
    expect(links().size).toBe(8);
  });
  test("is hers alone: a member of the team reads neither its buttons nor what she put off", async () => {
    const off = await onCard("Off.");
    await snooze({ ...pressOn(off), on: "undecided", until: "monday" }, office);
    await openHome(nadia);
    expect(says(nadia)).not.toMatch(/"(cancel|home_page)"/);
    expect(says(nadia)).not.toContain(en.desk.home.snoozed);
  });
});
