import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeChoice } from "../../src/core/card-choice.js";
import type { SlackChannelId } from "../../src/core/ids.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { wakeSnoozed } from "../../src/flows/wake-snoozed.js";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { executive, minute, nadia } from "../db/builders.js";
import { link, rowsOf, suggestionNow, waiting } from "../flows/a-desk.js";
import { formOf } from "./a-form.js";
import {
  cardInSlack,
  channelMessages,
  directMessages,
  forgedPress,
  type Office,
  olga,
  openOffice,
  openRoutes,
  readable,
  sendAll,
  whisperedTo,
} from "./an-office.js";
import { menuOption } from "./menu-option.js";

let office: Office;
let stop: () => Promise<void>;
const open = async (given: Parameters<typeof openOffice>[1] = {}) => {
  office = await openOffice({}, given);
  stop = await openRoutes(office);
};
beforeEach(() => open());
afterEach(async () => {
  await stop();
  expect(office.slack.problems).toEqual([]);
  await office.close();
});

async function herCard(draft: string | null = `Worth a read. ${link}`) {
  const { id } = await waiting(office, { draft, note: "Our case, at last." });
  await showNextCards(office);
  await sendAll(office);
  const { place, key } = await cardInSlack(office, id);
  const message = () => directMessages(office, executive).find(({ ts }) => ts === place.ts);
  const option = (word: string) => menuOption(message(), word);
  return {
    id,
    place,
    key,
    message,
    option,
    says: () => readable(message()),
    pick: (word: string) =>
      office.slack.hands.press({ user: executive, ...place, actionId: "more", option: option(word) ?? word }),
    pickValue: (value: string) =>
      office.slack.hands.press({ user: executive, ...place, actionId: "more", option: value }),
    press: (actionId: string) => office.slack.hands.press({ user: executive, ...place, actionId }),
  };
}
const company = () =>
  office.slack.hands.look(olga).conversations.find(({ id }) => id === "C0COMPANY")?.messages ?? [];
const offered = (says: string) =>
  [...says.matchAll(/"value":"(schedule|drop_link|corporate|snooze) /g)].map(([, word]) => word);

describe("the menu of her card", () => {
  test("offers another time, no link, the company and tomorrow, each where it can be", async () => {
    const { says } = await herCard();
    expect(offered(says())).toEqual(["schedule", "drop_link", "corporate", "snooze"]);
    const plain = await herCard("Nothing to leave out.");
    expect(offered(plain.says())).toEqual(["schedule", "corporate", "snooze"]);
    const long = await herCard("long ".repeat(80));
    expect(offered(long.says())).toEqual(["corporate", "snooze"]);
  });
  test("offers no company where none is set up, and a press for it made by hand is answered", async () => {
    await stop();
    await office.close();
    await open({ corporateChannelId: null });
    const { id, place, key, says } = await herCard();
    expect(offered(says())).not.toContain("corporate");
    await forgedPress(office, {
      user: executive,
      place,
      action: { action_id: "corporate", value: writeChoice("corporate", key).slice("corporate ".length) },
    });
    await expect.poll(() => whisperedTo(office, executive)).toContain(fr.desk.noChannel);
    expect((await suggestionNow(office, id)).state).toBe("shown");
  });
  test("counts what waits behind, and hides the price where she does not want to see it", async () => {
    const { id, says } = await herCard("One.");
    expect(says()).toContain(fr.card.priceWithout);
    expect(says()).not.toContain(fr.desk.behind(1));
    await waiting(office, { draft: "Two." });
    const desk = await office.store.desk();
    if (!desk) throw new Error("no desk");
    const settings = { ...desk.settings, showPrice: false };
    const message = await office.store.message("card", id);
    if (!message) throw new Error("no card");
    const { kind, subject, to } = message;
    await office.store.commit({
      at: office.now(),
      expect: [],
      put: [{ table: "desk", row: { ...desk, settings } }],
      show: [{ kind, subject, to }],
      record: [],
    });
    await sendAll(office);
    expect(says()).toContain(fr.desk.behind(1));
    expect(says()).not.toContain(fr.card.priceWithout);
  });
  test("made by hand, of another word or another card, or by a colleague, does nothing", async () => {
    const { id, place, key } = await herCard();
    const before = rowsOf(office, "suggestions", "revisions");
    const option = (value: string) => ({
      selected_option: { text: { type: "plain_text", text: "x" }, value },
    });
    const other = writeChoice("snooze", { ...key, revisionId: key.suggestionId as never });
    const forged = ["approve x", "snooze", "snooze someday x", other, "drop_link 1 2", ""];
    for (const value of forged) {
      const action = { action_id: "more", type: "overflow", ...option(value) };
      await forgedPress(office, { user: executive, place, action });
    }
    const words = ["schedule", "drop_link", "corporate", "snooze"] as const;
    for (const word of words) {
      const action = { action_id: "more", type: "overflow", ...option(writeChoice(word, key)) };
      await forgedPress(office, { user: nadia, place, action });
    }
    await expect
      .poll(() => office.logged.filter(({ event }) => event === "press_answered").length)
      .toBe(forged.length + words.length - 1);
    expect(rowsOf(office, "suggestions", "revisions")).toEqual(before);
    expect((await suggestionNow(office, id)).state).toBe("shown");
  });
});

test("«Without the link» draws the card with the same words and no link, and its press posts exactly those", async () => {
  const { pick, press, says } = await herCard();
  await pick("drop_link");
  expect(whisperedTo(office, executive)).toBe("");
  await sendAll(office);
  expect(offered(says())).toEqual(["schedule", "corporate", "snooze"]);
  await press("approve");
  expect(rowsOf(office, "approvals")[0]).toMatchObject([{ text: "Worth a read." }]);
});

test("«At another time…» opens the form for the words on the card", async () => {
  const { pick } = await herCard();
  await pick("schedule");
  const form = await formOf(office, executive);
  expect(form.now()?.callbackId).toBe("schedule");
  expect(form.says("wording")).toContain("Worth a read.");
});

describe("«Look at it tomorrow»", () => {
  test("leaves the card saying until when; then it comes as a new card, and the suggester has read when", async () => {
    const { id, pick, message, says } = await herCard();
    await pick("snooze");
    await sendAll(office);
    const { snoozedUntil } = await suggestionNow(office, id);
    if (snoozedUntil === null) throw new Error("it was not put off");
    const when = fr.dates.dayAndTime(snoozedUntil, "Europe/Paris");
    expect(says()).toContain(fr.desk.snoozed(when));
    expect(message()?.text).toContain(when);
    const told = en.desk.sheLooksAgain(en.dates.dayAndTime(snoozedUntil, "Europe/Paris"));
    expect(readable(directMessages(office, nadia).at(-1))).toContain(told);
    expect(readable(channelMessages(office)[0])).not.toContain(told);
    expect(directMessages(office, executive)).toHaveLength(1);
    office.goTo(snoozedUntil);
    await wakeSnoozed(office);
    await sendAll(office);
    expect(directMessages(office, executive)).toHaveLength(2);
    const { place } = await cardInSlack(office, id);
    await office.slack.hands.press({ user: executive, ...place, actionId: "approve" });
    expect((await suggestionNow(office, id)).state).toBe("approved");
  });
  test("can be Monday instead, or now", async () => {
    const { id, pick, pickValue, says } = await herCard();
    await pick("snooze");
    await sendAll(office);
    const first = (await suggestionNow(office, id)).snoozedUntil ?? 0;
    await pickValue(`snooze monday ${id}`);
    await sendAll(office);
    expect((await suggestionNow(office, id)).snoozedUntil).toBeGreaterThan(first + minute);
    await pickValue(`snooze now ${id}`);
    await sendAll(office);
    expect(offered(says())).toContain("schedule");
    expect((await suggestionNow(office, id)).state).toBe("shown");
  });
});

describe("«For the company account»", () => {
  test("puts the article, why and the team's draft into its channel, never her own words", async () => {
    const { id, press, pick, says } = await herCard("The draft of the team.");
    await press("rewrite");
    const form = await formOf(office, executive);
    office.slack.faults.alterText = "as_slack";
    await form.fill({ text: "My very own words 🌞" });
    await form.submit();
    office.slack.faults.alterText = "none";
    await office.slack.hands.closeView({ user: executive, viewId: (await formOf(office, executive)).viewId });
    await sendAll(office);
    await pick("corporate");
    await sendAll(office);
    const told = readable(company()[0]);
    for (const part of ["Our case, at last.", "The draft of the team.", link, `<@${nadia}>`])
      expect(told).toContain(part);
    expect(told).not.toContain("very own");
    expect(says()).toContain("<#C0COMPANY>");
    expect(readable(directMessages(office, nadia).at(-1))).toContain(en.news.handedOver);
    expect((await suggestionNow(office, id)).state).toBe("handed_over");
  });
  test("takes a line of hers for them, once", async () => {
    const { pick, press, says } = await herCard();
    await pick("corporate");
    await sendAll(office);
    await press("add_reason");
    const form = await formOf(office, executive);
    expect(form.now()?.title).toBe(fr.desk.handedNote.title);
    await form.fill({ reason: "For the jobs page." });
    await form.submit();
    await sendAll(office);
    expect(readable(company()[0])).toContain("For the jobs page.");
    expect(readable(directMessages(office, nadia).at(-1))).not.toContain("jobs page");
    expect(readable(channelMessages(office)[0])).not.toContain("jobs page");
    expect(JSON.stringify(office.logged)).not.toContain("jobs page");
    expect(says()).not.toContain('"add_reason"');
  });
  test("says on her card that the channel has not heard where Slack does not let us in, until it has", async () => {
    await stop();
    await office.close();
    await open({ corporateChannelId: "C0NOBODY" as SlackChannelId });
    const { id, pick, says } = await herCard();
    await pick("corporate");
    for (let turn = 0; turn < 3; turn++) await office.outbox.sendOwed();
    expect(says()).toContain(fr.desk.notHanded("<#C0NOBODY>"));
    expect(office.logged).toContainEqual(
      expect.objectContaining({ event: "message_failed", kind: "corporate" }),
    );
    expect((await suggestionNow(office, id)).state).toBe("handed_over");
  });
});
