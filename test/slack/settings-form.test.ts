import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noSettings } from "../../src/core/settings.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { actions } from "../../src/slack/blocks/block-parts.js";
import { settingsButton } from "../../src/slack/blocks/settings-view.js";
import { executive, nadia, team } from "../db/builders.js";
import { changeDesk, recorded, waiting } from "../flows/a-desk.js";
import { formOf, toldTo } from "./a-form.js";
import { directMessages, type Office, openOffice, openRoutes, readable, sendAll } from "./an-office.js";

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

const say = fr.settings;
const kept = async () => (await office.store.desk())?.settings;
/** A press on «Settings…» on somebody's Home. */
async function press(user: string = executive) {
  const view = { type: "home" as const, blocks: [actions([settingsButton(fr)])] };
  await office.clients.patient.views.publish({ user_id: user, view });
  const viewId = office.slack.hands.look(user).home?.id ?? "";
  await office.slack.hands.pressInView({ user, viewId, actionId: "settings" });
}
async function form() {
  await press();
  return formOf(office, executive);
}

describe("the form of her settings", () => {
  test("shows what counts now, and keeps what she chose", async () => {
    const settings = await form();
    expect(settings.values()).toMatchObject({
      at_once: "usual",
      per_day: "usual",
      hours: "usual",
      slots: null,
      remind: "usual",
      language: "slack",
      price: "shown",
    });
    await settings.fill({
      at_once: "2",
      per_day: "0",
      hours: "weekly",
      days: "1,3",
      from: "09:30",
      to: "18:00",
      slots: "17h30, 8:00",
      apart: "60",
      remind: "15",
      language: "en",
      price: "hidden",
    });
    expect(await settings.submit()).toBe(null);
    expect(await kept()).toEqual({
      cardsAtOnce: 2,
      cardsPerDay: 0,
      hours: "Mon,Wed 09:30-18:00",
      slots: [480, 1050],
      apartMinutes: 60,
      language: "en",
      remindMinutes: 15,
      showPrice: false,
    });
    await expect.poll(() => toldTo(office, executive).join()).toContain(en.settings.kept);
    const again = await form();
    expect(again.values()).toMatchObject({ at_once: "2", slots: "08:00, 17:30", from: "09:30" });
    expect(office.slack.problems).toEqual([]);
  });
  test("goes back to what is set up where she says so", async () => {
    await changeDesk(office, { settings: { ...noSettings, cardsAtOnce: 7, hours: "always" } });
    const settings = await form();
    expect(settings.values()).toMatchObject({ at_once: "7", hours: "always" });
    await settings.fill({ at_once: "usual", hours: "usual" });
    await settings.submit();
    expect(await kept()).toEqual(noSettings);
  });
  test.each([
    ["no day", { hours: "weekly", days: "" }, "days", say.wrong.noDays],
    ["an end before the beginning", { hours: "weekly", from: "20:00", to: "08:00" }, "to", say.wrong.order],
    ["no time", { hours: "weekly", from: "" }, "from", say.wrong.noTime],
    ["what is no time", { slots: "8:00, noon" }, "slots", say.wrong.notATime("noon")],
    ["too many times", { slots: "0 1 2 3 4 5 6 7 8 9 10 11 12" }, "slots", say.wrong.tooManyTimes(12)],
  ])("says %s in the field, and keeps nothing", async (_, fields, field, text) => {
    const settings = await form();
    await settings.fill(fields as Record<string, string>);
    expect(await settings.submit()).toEqual({ [field]: text });
    expect(await kept()).toEqual(noSettings);
  });
  test("draws her card anew in the language she chose", async () => {
    await waiting(office);
    await showNextCards(office);
    await sendAll(office);
    const card = () => readable(directMessages(office, executive)[0]);
    expect(card()).toContain(fr.card.approve);
    const settings = await form();
    await settings.fill({ language: "en" });
    await settings.submit();
    await sendAll(office);
    expect(card()).toContain(en.card.approve);
  });
  test("is hers alone: nobody else opens it, and nobody else hands it in", async () => {
    await press(nadia);
    expect(office.slack.hands.look(nadia).views).toEqual([]);
    await expect.poll(() => toldTo(office).join()).toContain(en.settings.onlyHers);
    await office.slack.faults.deliverRaw("interactive", {
      type: "view_submission",
      api_app_id: office.options.appId,
      team: { id: team },
      user: { id: nadia, team_id: team },
      trigger_id: office.newId(),
      view: { id: "V1", type: "modal", callback_id: "settings", blocks: [], state: { values: {} } },
    });
    expect(await kept()).toEqual(noSettings);
    expect(recorded(office).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "not_hers" } });
  });
});
