import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { editSuggestion } from "../../src/flows/edit-suggestion.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { executive, minute, morning, nadia, newId } from "../db/builders.js";
import { approvedPost, link, rowsOf, suggestionNow, waiting } from "../flows/a-desk.js";
import { type FormHands, formOf } from "./a-form.js";
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

const hour = 60 * minute;
const day = 24 * hour;
const seconds = (at: number) => Math.floor(at / 1000);

async function herCard(draft = `Worth a read. ${link}`) {
  const { id } = await waiting(office, { draft });
  await showNextCards(office);
  await sendAll(office);
  const openForm = async (): Promise<FormHands> => {
    const { place } = await cardInSlack(office, id);
    await office.slack.hands.press({ user: executive, ...place, actionId: "rewrite" });
    return formOf(office, executive);
  };
  return { id, openForm };
}
const agreed = async (id: Awaited<ReturnType<typeof herCard>>["id"]) =>
  (await office.store.latestPost(id))?.approval.agreed;
const waitsUnfinished = () =>
  (rowsOf(office, "unfinished_texts")[0] as { text: string }[]).map(({ text }) => text);

test("the sentence above the button says that a chosen time counts, too", async () => {
  const { openForm } = await herCard();
  expect((await openForm()).says()).toContain("ou à l’heure choisie");
});

describe("the link of the article", () => {
  test("stays where she leaves its box ticked", async () => {
    const { id, openForm } = await herCard();
    const form = await openForm();
    await form.fill({ text: `Read this: ${link}` });
    expect(await form.submit()).toBeNull();
    expect(await agreed(id)).toMatchObject({ text: `Read this: ${link}` });
  });
  test("goes where she unticks it, and she reads what is left before the press that counts", async () => {
    const { id, openForm } = await herCard();
    const form = await openForm();
    await form.fill({ link_kept: null });
    await form.submit();
    expect(await agreed(id)).toBeUndefined();
    const again = await formOf(office, executive);
    expect(again.says("wording")).toContain('"Worth a read."');
    await again.submit();
    expect(await agreed(id)).toMatchObject({ text: "Worth a read.", act: "rewrite" });
  });
  test("is not asked about where the draft has none", async () => {
    const { openForm } = await herCard("Worth a read.");
    expect(Object.keys((await openForm()).values())).toEqual(["text", "quick", "when"]);
  });
});

test("an emoji in a link, of which only its name comes back, is shown once more before anything counts", async () => {
  const { id, openForm } = await herCard();
  const form = await openForm();
  office.slack.faults.alterText = "as_slack";
  await form.fill({ text: "See https://a.example/😀" });
  expect(await form.submit()).toBeNull();
  expect(await agreed(id)).toBeUndefined();
  expect((await formOf(office, executive)).says("wording")).toContain("https://a.example/:grinning:");
});

/** The next free time, as the form offers it. */
function nextTime(form: FormHands): string {
  const quick = form.now()?.blocks.find(({ block_id }) => block_id === "quick") as unknown as {
    element: { options: { value: string }[] };
  };
  return quick.element.options[1]?.value ?? "";
}

describe("when it goes out", () => {
  test("is the time she picks, where only that is filled in", async () => {
    const { id, openForm } = await herCard();
    const form = await openForm();
    await form.fill({ text: "Mine.", when: seconds(morning + day) });
    expect(await form.submit()).toBeNull();
    expect(await agreed(id)).toMatchObject({ text: "Mine.", act: "rewrite", postAt: morning + day });
  });
  test("is the next free time, exactly as it was offered", async () => {
    const { id, openForm } = await herCard();
    const form = await openForm();
    const quick = nextTime(form);
    await form.fill({ text: "Mine.", quick });
    office.pass(hour);
    expect(await form.submit()).toBeNull();
    expect(await agreed(id)).toMatchObject({ postAt: Number.parseInt(quick, 36), act: "rewrite" });
  });
  test("is said in its field where the time that was offered has passed meanwhile", async () => {
    const { id, openForm } = await herCard();
    const form = await openForm();
    await form.fill({ quick: nextTime(form) });
    office.goTo(Number.parseInt(nextTime(form), 36));
    expect((await form.submit())?.quick).toContain("passé");
    expect(await agreed(id)).toBeUndefined();
  });
  test.each([
    ["has passed", -minute, "passé"],
    ["is too far away", 121 * day, "120 jours"],
  ])("is said in its field where it %s, before anything is kept", async (_, ahead, says) => {
    const { id, openForm } = await herCard();
    const form = await openForm();
    office.slack.faults.alterText = "as_slack";
    await form.fill({ text: "Sunny 🌞", when: seconds(morning + ahead) });
    expect((await form.submit())?.when).toContain(says);
    expect(rowsOf(office, "revisions")[0]).toHaveLength(1);
    expect(await agreed(id)).toBeUndefined();
  });
  test("is kept through the form that asks for one press more", async () => {
    const { id, openForm } = await herCard();
    const form = await openForm();
    office.slack.faults.alterText = "as_slack";
    await form.fill({ text: "Sunny 🌞", when: seconds(morning + day) });
    await form.submit();
    const again = await formOf(office, executive);
    expect(again.says()).toContain("mardi 24 novembre");
    await again.submit();
    expect(await agreed(id)).toMatchObject({ text: "Sunny 🌞", postAt: morning + day });
  });
});

test("an emoji that only the workspace has is said in the field, and nothing is kept", async () => {
  const { openForm } = await herCard();
  const form = await openForm();
  await form.fill({ text: "Party :party_parrot: time" });
  expect((await form.submit())?.text).toContain(":party_parrot:");
  expect(form.values().text).toBe("Party :party_parrot: time");
  expect(rowsOf(office, "revisions")[0]).toHaveLength(1);
});

describe("what she was writing when she closed the form", () => {
  const closedWith = async (card: Awaited<ReturnType<typeof herCard>>, text: string) => {
    const form = await card.openForm();
    await form.fill({ text });
    await expect.poll(waitsUnfinished).toEqual([text]);
    await office.slack.hands.closeView({ user: executive, viewId: form.viewId });
  };
  test("stands in the form when she opens it again, with the draft below it", async () => {
    const card = await herCard();
    await closedWith(card, "Half a thought 🌞");
    const form = await card.openForm();
    expect(form.values().text).toBe("Half a thought 🌞");
    expect(form.says()).toContain("Vous écriviez ceci");
    expect(form.says()).toContain("Worth a read.");
  });
  test("wins over a draft that the team corrected meanwhile, which stands below it", async () => {
    const card = await herCard();
    await closedWith(card, "Half a thought");
    const { note, reproach, subject, urgency } = await suggestionNow(office, card.id);
    const edit = { by: nadia, suggestionId: card.id, note, reproach, subject, urgency };
    await editSuggestion({ ...edit, draft: "The corrected draft.", delivery: newId() }, office);
    await sendAll(office);
    const form = await card.openForm();
    expect(form.values().text).toBe("Half a thought");
    expect(form.says()).toContain("The corrected draft.");
    expect(form.says()).not.toContain("Worth a read.");
  });
  test("is forgotten once she has approved", async () => {
    const card = await herCard();
    await closedWith(card, "Half a thought");
    await approvedPost(office, await cardInSlack(office, card.id));
    expect(waitsUnfinished()).toEqual([]);
  });
  test("is forgotten where it is the draft again", async () => {
    const card = await herCard();
    const form = await card.openForm();
    await form.fill({ text: "Half" });
    await expect.poll(waitsUnfinished).toEqual(["Half"]);
    await form.fill({ text: `Worth a read. ${link}` });
    await expect.poll(waitsUnfinished).toEqual([]);
  });
  test("is read by nobody else, and by no log", async () => {
    const card = await herCard();
    await closedWith(card, "Canary thought");
    await sendAll(office);
    for (const message of channelMessages(office)) expect(readable(message)).not.toContain("Canary");
    expect(JSON.stringify(office.logged)).not.toContain("Canary");
  });
});
