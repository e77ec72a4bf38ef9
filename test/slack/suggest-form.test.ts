import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decline } from "../../src/flows/decline.js";
import { longestLine, type SuggestAsk } from "../../src/flows/suggest-article.js";
import { en } from "../../src/i18n/en.js";
import { minute, nadia } from "../db/builders.js";
import { changeDesk, link, pressOn, shownCard, suggested, waiting } from "../flows/a-desk.js";
import { formOf, suggestForm, toldTo } from "./a-form.js";
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

const say = en.suggesting;
const words = { note: "Her market", reproach: "We were late. We are not any more.", draft: "Worth a read." };
const all = async () => (await office.store.week(0, Number.MAX_SAFE_INTEGER)).suggested;
/** The article stood before her and she declined it. */
async function declined(given: Partial<SuggestAsk> = {}) {
  const card = await shownCard(office, given);
  await decline(pressOn(card), office);
  return card.id;
}

describe("the form of a suggestion", () => {
  test("asks in this order, for a subject only while the desk has a list", async () => {
    const names = async () => {
      const form = await suggestForm(office);
      const inputs = form.now()?.blocks.filter(({ type }) => type === "input") ?? [];
      await office.slack.hands.closeView({ user: nadia, viewId: form.viewId });
      return inputs.map(({ block_id }) => block_id);
    };
    expect(await names()).toEqual(["url", "note", "reproach", "urgency", "draft"]);
    await changeDesk(office, { subjects: ["Energy", "Work"] });
    expect(await names()).toEqual(["url", "note", "reproach", "subject", "urgency", "draft"]);
  });
  test("hands in all that was said, byte for byte, and the direct message answers", async () => {
    await changeDesk(office, { subjects: ["Energy", "Work"] });
    const form = await suggestForm(office);
    expect(form.values().urgency).toBe("any_time");
    await form.fill({ url: link, ...words, subject: "Work", urgency: "today" });
    expect(await form.submit()).toBe(null);
    expect(form.now()).toBeUndefined();
    const [taken] = await all();
    const { note, reproach, draft: teamDraft } = words;
    const kept = { link, note, reproach, teamDraft, subject: "Work", urgency: "today", suggestedBy: nadia };
    expect(taken).toMatchObject(kept);
    await expect.poll(() => toldTo(office).join()).toContain(en.answers.takenIn);
  });
  test("with its link alone leaves the rest unsaid", async () => {
    const form = await suggestForm(office);
    await form.fill({ url: link });
    await form.submit();
    const unsaid = { note: "", reproach: null, subject: null, urgency: "any_time", teamDraft: null };
    expect((await all())[0]).toMatchObject(unsaid);
  });
  test("delivered twice is one suggestion", async () => {
    const form = await suggestForm(office);
    await form.fill({ url: link });
    office.slack.faults.deliverTwice = 1;
    await form.submit();
    expect(await all()).toHaveLength(1);
  });
});

describe("what was typed is never lost", () => {
  const stays = async (form: Awaited<ReturnType<typeof suggestForm>>, field: string, text: string) => {
    const errors = await form.submit();
    expect(errors?.[field]).toContain(text);
    expect(form.values()).toMatchObject(words);
  };
  test("where the store fails, the form stays and says so, and takes it when it works again", async () => {
    const form = await suggestForm(office);
    await form.fill({ url: link, ...words });
    const { commit } = office.store;
    office.store.commit = () => Promise.reject(new Error("broken"));
    await stays(form, "url", en.answers.failed);
    office.store.commit = () => Promise.reject(Object.assign(new Error(), { name: "DiskTrouble" }));
    await stays(form, "url", en.answers.diskTrouble);
    office.store.commit = commit;
    expect(await form.submit()).toBe(null);
    expect(await all()).toHaveLength(1);
  });
  test("where somebody suggested as many as the hour allows, with the time it lifts", async () => {
    await stop();
    stop = await openRoutes(office, { limits: { ...office.limits, perHour: 1 } });
    await suggested(office, { link: `${link}-before` });
    const form = await suggestForm(office);
    await form.fill({ url: link, ...words });
    await stays(form, "url", "which is the limit");
    office.pass(60 * minute);
    expect(await form.submit()).toBe(null);
  });
  test("where the line is full, and where the link is refused", async () => {
    const form = await suggestForm(office);
    await form.fill({ url: link, ...words });
    const { countIn } = office.store;
    office.store.countIn = async () => longestLine;
    await stays(form, "url", en.answers.lineFull(longestLine));
    office.store.countIn = countIn;
    await stop();
    stop = await openRoutes(office, { checkLink: () => "secret_link" });
    await stays(form, "url", en.answers.linkRefused("secret_link"));
    expect(await all()).toEqual([]);
  });
  test("where it is their own suggestion of before", async () => {
    await waiting(office);
    const form = await suggestForm(office);
    await form.fill({ url: link, ...words });
    await stays(form, "url", en.answers.yoursAlready);
  });
  test("where it was asked about again already", async () => {
    await declined({ link, insistsOn: await declined() });
    const form = await suggestForm(office);
    await form.fill({ url: link, ...words });
    await stays(form, "url", en.answers.insistedBefore);
  });
  test("where a subject was taken off the list meanwhile", async () => {
    await changeDesk(office, { subjects: ["Energy"] });
    const form = await suggestForm(office);
    await form.fill({ url: link, ...words, subject: "Energy" });
    await changeDesk(office, { subjects: ["Work"] });
    await stays(form, "subject", say.fields.noSubject);
  });
  test("where a colleague was first: seconded, and what a second does not take is given back", async () => {
    const { id } = await waiting(office, { by: olga as typeof nadia });
    const form = await suggestForm(office);
    await form.fill({ url: link, ...words });
    expect(await form.submit()).toBe(null);
    expect(await office.store.secondsOf(id)).toMatchObject([{ userId: nadia, note: words.note }]);
    await expect.poll(() => toldTo(office).at(-1)).toContain(say.notTaken.draft);
    for (const text of [say.notTaken.reproach, words.draft, words.reproach])
      expect(toldTo(office).at(-1)).toContain(text);
  });
  test("where the answer takes too long: the form closes, and the direct message carries it", async () => {
    const form = await suggestForm(office);
    await form.fill({ url: link, ...words });
    let letGo = () => {};
    const released = new Promise<void>((resolve) => (letGo = resolve));
    const { commit } = office.store;
    office.store.commit = async () => {
      await released;
      throw new Error("broken");
    };
    expect(await form.submit()).toBe(null);
    expect(form.now()).toBeUndefined();
    letGo();
    await expect.poll(() => toldTo(office).join()).toContain(say.late);
    for (const text of [en.answers.failed, link, ...Object.values(words)])
      expect(toldTo(office).join()).toContain(text);
    office.store.commit = commit;
    expect(await all()).toEqual([]);
  });
});

describe("an article that was decided", () => {
  test("makes the form the one to ask once more, with what was decided on top and every word kept", async () => {
    const id = await declined();
    const form = await suggestForm(office);
    await form.fill({ url: link, ...words, urgency: "this_week" });
    expect(await form.submit()).toBe(null);
    expect(form.now()).toMatchObject({ title: say.insist.title, submit: say.insist.submit });
    expect(form.says()).toContain("She declined it on");
    expect(form.says()).toContain(link);
    expect(form.values()).toEqual({ ...words, urgency: "this_week" });
    await form.fill({ note: "The law has changed" });
    expect(await form.submit()).toBe(null);
    const again = (await all()).find(({ insistsOn }) => insistsOn === id);
    expect(again).toMatchObject({ link, note: "The law has changed", teamDraft: words.draft });
  });
  test("is asked about again for a reason, and not without", async () => {
    await declined();
    const form = await suggestForm(office);
    await form.fill({ url: link });
    await form.submit();
    const without = await form.submit();
    expect(Object.keys(without ?? {})).toEqual(["note"]);
    expect(await all()).toHaveLength(1);
  });
  test("is asked about again by the button of the answer: one form though the press came twice", async () => {
    const id = await declined({ by: olga as typeof nadia });
    await office.slack.hands.command({ user: nadia, channel: teamChannel, command: "/suggest", text: link });
    const answer = office.slack.hands
      .look(nadia)
      .conversations.find(({ id: at }) => at === teamChannel)
      ?.messages.at(-1);
    const press = { user: nadia, channel: teamChannel, ts: answer?.ts ?? "", actionId: "insist" };
    office.slack.faults.deliverTwice = 1;
    await office.slack.hands.press(press);
    const form = await formOf(office);
    expect(office.slack.calls.filter(({ method }) => method === "views.open")).toHaveLength(1);
    expect(form.now()?.blocks.some(({ block_id }) => block_id === "url")).toBe(false);
    await form.fill({ note: "The law has changed" });
    await form.submit();
    expect((await all()).map(({ insistsOn }) => insistsOn)).toContain(id);
    // Pressed once more, there is nothing left to ask.
    await office.slack.hands.press(press);
    await expect
      .poll(() => JSON.stringify(office.slack.hands.look(nadia).conversations))
      .toContain(en.answers.insistedBefore);
  });
});
