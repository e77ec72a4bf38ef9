import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Profile } from "../../src/core/profile.js";
import { noSettings } from "../../src/core/settings.js";
import { decline } from "../../src/flows/decline.js";
import { readSuggestedArticles } from "../../src/flows/read-suggested-articles.js";
import { sendWeeklySummary } from "../../src/flows/send-weekly-summary.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { en } from "../../src/i18n/en.js";
import { executive, morning, nadia } from "../db/builders.js";
import { changeDesk, link, pressOn, suggested, suggestionNow, waiting } from "../flows/a-desk.js";
import { omar } from "../flows/colleagues.js";
import { formOf, suggestForm } from "./a-form.js";
import {
  cardInSlack,
  channelMessages,
  directMessages,
  type Office,
  olga,
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
  expect(office.slack.problems).toEqual([]);
  await office.close();
});

const say = en.profile;
const answered: Profile = {
  subjects: ["Energy", "*Rail*"],
  notSubjects: ["Football"],
  tone: "dry <and> short",
  neverAnswer: "canary-never-answer",
  challenge: "little",
  reproach: "canary-reproach",
  answeredAt: morning,
};
const hersIs = (given: Partial<Profile> = {}) =>
  changeDesk(office, {
    subjects: ["Energy", "FOOTBALL", "Work"],
    profile: { ...answered, ...given },
    settings: { ...noSettings, hours: "Mon-Fri 08:00-20:00", slots: [481], remindMinutes: 17 },
  });
const all = async () => (await office.store.week(0, Number.MAX_SAFE_INTEGER)).suggested;
const refusal = say.refused("FOOTBALL");

describe("what suggesters see of her answers", () => {
  test("are subjects, tone and hours, above the form and in the help, as plain words", async () => {
    await hersIs();
    const form = await suggestForm(office);
    await office.slack.hands.command({
      user: nadia,
      channel: teamChannel,
      command: "/suggest",
      text: "help",
    });
    for (const told of [form.says(), whisperedTo(office, nadia)]) {
      expect(told).toContain("Energy, *Rail*");
      expect(told).toContain("Football");
      expect(told).toContain("dry <and> short");
      expect(told).toContain("Monday to Friday, 08:00 to 20:00");
    }
  });
  test("are nothing while she has not answered", async () => {
    const form = await suggestForm(office);
    expect(form.says()).not.toContain(say.team.lead);
  });
  test("and nothing else of hers stands in any view of the team, in the log or in the record", async () => {
    await hersIs();
    const { id } = await waiting(office, { draft: "Worth a read." });
    await waiting(office);
    await suggested(office, { by: omar });
    await showNextCards(office);
    await sendAll(office);
    await decline(pressOn(await cardInSlack(office, id)), office);
    for (const user of [nadia, omar, olga]) await office.slack.hands.openHome({ user });
    await suggestForm(office);
    for (const text of ["help", "summary", "subjects", "https://journal.example/one-more"])
      await office.slack.hands.command({ user: nadia, channel: teamChannel, command: "/suggest", text });
    office.goTo(Date.UTC(2026, 10, 30, 8, 30));
    await sendWeeklySummary(office);
    await sendAll(office);
    const seen = [nadia, omar, olga].map((user) => JSON.stringify(office.slack.hands.look(user)));
    const told = [...seen, ...channelMessages(office).map(readable), JSON.stringify(office.logged)].join();
    expect(told).toContain("dry <and> short");
    const record = JSON.stringify(office.database.sqlite.prepare("SELECT about FROM record").all());
    for (const canary of ["canary-never-answer", "canary-reproach", say.challenges.little, "08:01", "17 min"])
      expect(`${told}${record}`).not.toContain(canary);
  });
});

describe("a subject she does not want", () => {
  async function submitted() {
    await hersIs();
    const form = await suggestForm(office);
    await form.fill({ url: link, note: "Her market", subject: "FOOTBALL", draft: "Worth a read." });
    expect(await form.submit()).toBe(null);
    return form;
  }

  test("is said before anything is sent, and the words stay in the form", async () => {
    const form = await submitted();
    expect(await all()).toEqual([]);
    expect(form.says()).toContain(refusal);
    expect(form.values()).toMatchObject({ url: link, note: "Her market", draft: "Worth a read." });
    expect(await form.submit()).toBe(null);
    expect(await all()).toEqual([]);
  });
  test("is sent all the same with a reason, which she reads on the card", async () => {
    const form = await submitted();
    await form.fill({ reason: "It is about energy, really" });
    expect(await form.submit()).toBe(null);
    expect(form.now()).toBeUndefined();
    const [taken] = await all();
    expect(taken).toMatchObject({ subject: "FOOTBALL", note: "Her market\n\nIt is about energy, really" });
    await readSuggestedArticles(office);
    await showNextCards(office);
    await sendAll(office);
    expect(readable(directMessages(office, executive)[0])).toContain("It is about energy, really");
  });
  test("is sent without one where another is chosen, and a reason too long is said in its field", async () => {
    const form = await submitted();
    await form.fill({ reason: "x".repeat(995) });
    expect(await form.submit()).toEqual({ reason: say.reasonTooLong(1000) });
    await form.fill({ reason: "", subject: "Energy" });
    expect(await form.submit()).toBe(null);
    expect((await all())[0]).toMatchObject({ subject: "Energy", note: "Her market" });
  });
  test("is said in an edit too, once: what stood under it before is not asked again", async () => {
    await hersIs({ notSubjects: [] });
    const { id } = await waiting(office, { subject: "Work", note: "Her market" });
    await sendAll(office);
    await hersIs({ notSubjects: ["work", "football"] });
    const message = await office.store.message("suggester", id);
    const place = { channel: message?.channel ?? "", ts: message?.ts ?? "" };
    const edit = async () => {
      await office.slack.hands.press({ user: nadia, ...place, actionId: "edit_suggestion" });
      return formOf(office, nadia);
    };
    const same = await edit();
    await same.fill({ note: "Her own market" });
    await same.submit();
    expect((await suggestionNow(office, id)).note).toBe("Her own market");
    await sendAll(office);
    const other = await edit();
    await other.fill({ subject: "FOOTBALL" });
    await other.submit();
    expect(other.says()).toContain(refusal);
    expect((await suggestionNow(office, id)).subject).toBe("Work");
    await other.fill({ reason: "Asked by the board" });
    await other.submit();
    expect(await suggestionNow(office, id)).toMatchObject({
      subject: "FOOTBALL",
      note: "Her own market\n\nAsked by the board",
    });
  });
  test("leaves a suggestion without a subject untouched", async () => {
    await hersIs();
    const form = await suggestForm(office);
    await form.fill({ url: link });
    expect(await form.submit()).toBe(null);
    expect(await all()).toHaveLength(1);
  });
});
