import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SuggestionId } from "../../src/core/ids.js";
import { decline } from "../../src/flows/decline.js";
import { keepWording } from "../../src/flows/keep-wording.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { en } from "../../src/i18n/en.js";
import { executive, nadia } from "../db/builders.js";
import { changeDesk, drawnCard, pressOn, suggested, suggestionNow, waiting } from "../flows/a-desk.js";
import { formOf, toldTo } from "./a-form.js";
import { type Office, olga, openOffice, openRoutes, teamChannel } from "./an-office.js";

let office: Office;
let stop: () => Promise<void>;
beforeEach(async () => {
  office = await openOffice();
  await office.slack.hands.join({ user: olga, channel: teamChannel });
  stop = await openRoutes(office);
});
afterEach(async () => {
  await stop();
  expect(office.slack.problems).toEqual([]);
  await office.close();
});

const say = en.suggesting.edit;
const given = { note: "Her market", reproach: "We were late.", draft: "Worth a read.", subject: "Energy" };
/** «Edit» as it stands on the suggester's message, pressed by this person. */
async function pressEdit(id: SuggestionId, user: string = nadia): Promise<void> {
  const { channel } = await office.clients.patient.conversations.open({ users: user });
  const button = {
    type: "button" as const,
    action_id: "edit_suggestion",
    value: id,
    text: { type: "plain_text" as const, text: "Edit" },
  };
  const { ts = "" } = await office.clients.patient.chat.postMessage({
    channel: channel?.id ?? "",
    text: "yours",
    blocks: [{ type: "actions", elements: [button] }],
  });
  await office.slack.hands.press({ user, channel: channel?.id ?? "", ts, actionId: "edit_suggestion" });
}
const lastTold = (user: string = nadia) => toldTo(office, user).at(-1);

describe("«Edit» on one's own suggestion", () => {
  test("opens the form with all that was said, the link as text, and saves what is changed", async () => {
    await changeDesk(office, { subjects: ["Energy", "Work"] });
    const { id, link } = await waiting(office, given);
    await pressEdit(id);
    const form = await formOf(office);
    expect(form.now()).toMatchObject({ title: say.title, submit: say.submit });
    expect(form.values()).toEqual({ ...given, urgency: "any_time" });
    expect(form.says()).toContain(link);
    await form.fill({ note: "Her market, and her law", urgency: "today", draft: "Read this." });
    expect(await form.submit()).toBe(null);
    const now = await suggestionNow(office, id);
    expect(now).toMatchObject({
      link,
      note: "Her market, and her law",
      urgency: "today",
      reproach: given.reproach,
    });
    expect(now.revisionId && (await office.store.revision(now.revisionId))?.text).toBe("Read this.");
    await expect.poll(() => lastTold()).toContain(say.saved);
  });
  test("keeps a subject that was taken off the list", async () => {
    const { id } = await waiting(office, given);
    await pressEdit(id);
    const form = await formOf(office);
    await form.fill({ note: "More" });
    expect(await form.submit()).toBe(null);
    expect(await suggestionNow(office, id)).toMatchObject({ subject: "Energy", note: "More" });
  });
  test("that changes nothing says so", async () => {
    const { id } = await waiting(office, given);
    await pressEdit(id);
    await (await formOf(office)).submit();
    await expect.poll(() => lastTold()).toContain(say.same);
  });
  test("leaves the words she has on the card, and gives the draft back", async () => {
    const { id } = await waiting(office, given);
    await showNextCards(office);
    const card = await drawnCard(office, id);
    await keepWording({ ...pressOn(card), text: "Her own words" }, office);
    await pressEdit(id);
    const form = await formOf(office);
    await form.fill({ draft: "Mine after all", note: "More" });
    await form.submit();
    await expect.poll(() => lastTold()).toContain("Mine after all");
    expect(lastTold()).toContain(say.savedButDraft);
    const now = await suggestionNow(office, id);
    expect(now.note).toBe("More");
    expect(now.revisionId && (await office.store.revision(now.revisionId))?.text).toBe("Her own words");
  });
  test("after she has decided is answered with what she decided, and so is a form still open then", async () => {
    const { id } = await waiting(office, given);
    await showNextCards(office);
    await pressEdit(id);
    const form = await formOf(office);
    await form.fill({ note: "Too late" });
    await decline(pressOn(await drawnCard(office, id)), office);
    expect((await form.submit())?.note).toContain("She declined it on");
    expect(form.values().note).toBe("Too late");
    await office.slack.hands.closeView({ user: nadia, viewId: form.viewId });
    await pressEdit(id);
    await expect.poll(() => lastTold()).toContain("She declined it on");
    expect(form.now()).toBeUndefined();
    expect((await suggestionNow(office, id)).note).toBe(given.note);
  });
  test("while its article is read asks for a few seconds more", async () => {
    const { id } = await suggested(office);
    await pressEdit(id);
    await expect.poll(() => lastTold()).toContain(say.stillRead);
  });
  test.each([
    ["a colleague", olga, say.notYours],
    ["the executive, who is not in the team channel", executive, "Seuls les membres"],
  ])("is refused to %s", async (_, user, says) => {
    const { id } = await waiting(office, given);
    await pressEdit(id, user);
    await expect.poll(() => lastTold(user)).toContain(says);
    expect(office.slack.hands.look(user).views).toEqual([]);
  });
});
