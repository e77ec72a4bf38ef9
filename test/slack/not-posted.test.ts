import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { remindDue } from "../../src/flows/remind.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { executive, minute, nadia } from "../db/builders.js";
import { rowsOf, waiting } from "../flows/a-desk.js";
import { formOf, toldTo } from "./a-form.js";
import {
  cardInSlack,
  channelMessages,
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

/** Her form, which asks for one press more because Slack handed her emoji over as a name. */
async function askedOnceMore() {
  const { id } = await waiting(office);
  await showNextCards(office);
  await sendAll(office);
  const { place } = await cardInSlack(office, id);
  await office.slack.hands.press({ user: executive, ...place, actionId: "rewrite" });
  const form = await formOf(office, executive);
  office.slack.faults.alterText = "as_slack";
  await form.fill({ text: "Sunny 🌞" });
  await form.submit();
  office.slack.faults.alterText = "none";
  const asking = await formOf(office, executive);
  expect(asking.says("wording")).toContain("Sunny 🌞");
  return { id, viewId: asking.viewId, submit: asking.submit };
}
const closed = () => expect.poll(() => rowsOf(office, "reminders")[0]).toHaveLength(2);
const remind = async () => {
  await remindDue(office);
  await sendAll(office);
};

describe("a form closed before its last press", () => {
  test("tells her that nothing was posted, and once more after ten minutes", async () => {
    const { viewId } = await askedOnceMore();
    await office.slack.hands.closeView({ user: executive, viewId });
    await closed();
    await remind();
    expect(toldTo(office, executive).join()).toContain("Vous avez fermé le formulaire");
    expect(toldTo(office, executive).join()).not.toContain("Toujours PAS publié");
    office.pass(10 * minute);
    await remind();
    expect(toldTo(office, executive).join()).toContain("Toujours PAS publié");
    for (const message of [...channelMessages(office)]) expect(readable(message)).not.toContain("PAS");
    expect(toldTo(office, nadia).join()).not.toContain("Sunny");
  });
  test("says nothing where she pressed, and puts right what it had said", async () => {
    const { submit } = await askedOnceMore();
    office.pass(10 * minute);
    await remind();
    expect(toldTo(office, executive).join()).toContain("Toujours PAS publié");
    await submit();
    expect(rowsOf(office, "approvals")[0]).toHaveLength(1);
    await remind();
    expect(toldTo(office, executive).join()).not.toContain("PAS publié");
    expect(toldTo(office, executive).join()).toContain("Réglé depuis");
  });
});
