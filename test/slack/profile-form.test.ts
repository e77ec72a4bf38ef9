import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { offerProfile } from "../../src/flows/offer-profile.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { fr } from "../../src/i18n/fr.js";
import { executive, nadia, team } from "../db/builders.js";
import { changeDesk, recorded, waiting } from "../flows/a-desk.js";
import { formOf } from "./a-form.js";
import {
  cardInSlack,
  directMessages,
  forgedPress,
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
  await office.close();
});

const say = fr.profile;
const profile = async () => (await office.store.desk())?.profile;
const inDm = () => directMessages(office, executive).map(readable);
/** Her first card, and the message beside it. */
async function offered() {
  const { id } = await waiting(office);
  await showNextCards(office);
  await offerProfile(office);
  await sendAll(office);
  expect(inDm().join()).not.toContain('"profile"');
  await offerProfile(office);
  await sendAll(office);
  const { place } = await cardInSlack(office, id);
  const offer = directMessages(office, executive).find((each) => readable(each).includes('"profile"'));
  return { channel: place.channel, ts: offer?.ts ?? "" };
}
async function form() {
  const place = await offered();
  await office.slack.hands.press({ user: executive, ...place, actionId: "profile" });
  return formOf(office, executive);
}

describe("the message that offers it", () => {
  test("stands after her first card, which it holds back in nothing", async () => {
    await offered();
    const [card, offer, ...others] = inDm();
    expect(card).toContain('"approve"');
    expect(offer).toContain(say.offer);
    expect(others).toEqual([]);
    expect(office.slack.problems).toEqual([]);
  });
  test("opens for nobody else", async () => {
    const place = (await offered()) as Parameters<typeof forgedPress>[1]["place"];
    await forgedPress(office, { user: nadia, place, action: { action_id: "profile", value: "open" } });
    expect(office.slack.hands.look(nadia).views).toEqual([]);
  });
});

describe("the form of her answers", () => {
  test("keeps them, byte for byte, and becomes an honest word", async () => {
    await changeDesk(office, { subjects: ["Energy", "Work"] });
    const social = await form();
    await social.fill({
      wanted: "Energy",
      wanted_words: "Rail, R&D 🌞",
      not_wanted: "Work",
      tone: "dry & short",
      hours: "always",
      never_answer: "tabloids",
      challenge: "little",
      reproach: "our prices",
    });
    expect(await social.submit()).toBe(null);
    expect(await profile()).toMatchObject({
      subjects: ["Energy", "Rail", "R&D 🌞"],
      notSubjects: ["Work"],
      tone: "dry & short",
      neverAnswer: "tabloids",
      challenge: "little",
      reproach: "our prices",
    });
    expect(social.says()).toContain(JSON.stringify(say.advice.prepare_answer).slice(1, -1));
    expect(social.says()).toContain(JSON.stringify(say.advice.choose_hours).slice(1, -1));
    expect(social.says()).not.toContain('"pause"');
    await sendAll(office);
    expect(inDm().join()).toContain(say.answered);
    expect(office.slack.problems).toEqual([]);
  });
  test("«stay off for now» pauses by one press, kindly", async () => {
    const social = await form();
    await social.fill({ challenge: "none", reproach: "our prices" });
    await social.submit();
    expect(social.says()).toContain(JSON.stringify(say.advice.stay_off).slice(1, -1));
    await office.slack.hands.pressInView({ user: executive, viewId: social.viewId, actionId: "pause" });
    expect(await office.store.desk()).toMatchObject({ paused: true, pausedUntil: null });
    await expect.poll(() => social.says()).toContain(fr.pause.pausedNow);
  });
  test.each([
    [
      "a subject wanted and not",
      { wanted_words: "Rail", not_wanted_words: "rail" },
      "not_wanted_words",
      say.bothWays("rail"),
    ],
    ["a subject too long", { wanted_words: "x".repeat(76) }, "wanted_words", say.tooLong(75)],
    [
      "too many",
      { not_wanted_words: Array.from({ length: 21 }, (_, n) => `s${n}`).join() },
      "not_wanted_words",
      say.tooMany(20),
    ],
    [
      "hours that end before they begin",
      { hours: "weekly", from: "20:00", to: "08:00" },
      "to",
      fr.settings.wrong.order,
    ],
  ])("says %s in the field, and keeps nothing", async (_, fields, field, text) => {
    const social = await form();
    await social.fill(fields as Record<string, string>);
    expect(await social.submit()).toEqual({ [field]: text });
    expect(await profile()).toBeNull();
  });
  test("handed in by anybody else keeps nothing", async () => {
    await office.slack.faults.deliverRaw("interactive", {
      type: "view_submission",
      api_app_id: office.options.appId,
      team: { id: team },
      user: { id: nadia, team_id: team },
      trigger_id: office.newId(),
      view: { id: "V1", type: "modal", callback_id: "profile", blocks: [], state: { values: {} } },
    });
    expect(await profile()).toBeNull();
    expect(recorded(office).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "not_hers" } });
  });
});
