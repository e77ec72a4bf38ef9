import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readTimedKey, writePostedKey, writeTimedKey } from "../../src/core/card-key.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { executive, minute, morning, nadia, newId } from "../db/builders.js";
import { approvedPost, rowsOf, suggestionNow, waiting } from "../flows/a-desk.js";
import { formOf } from "./a-form.js";
import {
  cardInSlack,
  channelMessages,
  directMessages,
  forgedPress,
  type Office,
  openOffice,
  openRoutes,
  readable,
  sendAll,
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

const hour = 60 * minute;
const day = 24 * hour;
const seconds = (at: number) => Math.floor(at / 1000);

async function herCard() {
  const { id } = await waiting(office);
  await showNextCards(office);
  await sendAll(office);
  const { place, key } = await cardInSlack(office, id);
  const press = (actionId: string) => office.slack.hands.press({ user: executive, ...place, actionId });
  return { id, place, key, press };
}
/** Her card with a post that waits until tomorrow. */
async function scheduledCard() {
  const card = await herCard();
  const { post } = await approvedPost(office, await cardInSlack(office, card.id), {
    act: "schedule",
    postAt: morning + day,
  });
  await sendAll(office);
  return { ...card, post };
}
const posts = () => rowsOf(office, "posts")[0] as { id: string; state: string; post_at: number }[];
const actsApproved = () => (rowsOf(office, "approvals")[0] as { act: string }[]).map(({ act }) => act);

describe("a scheduled post on her card", () => {
  test("says when, and offers another time, now, and to stop it", async () => {
    await scheduledCard();
    const said = readable(directMessages(office, executive)[0]);
    for (const word of ["Approuvé pour", "Europe/Paris", "reschedule", "post_now", "cancel"])
      expect(said).toContain(word);
  });
  test("says the hour where she is as well while she travels, to her alone", async () => {
    await office.people.find(executive);
    const person = await office.store.person(executive);
    if (!person) throw new Error("nobody knows her");
    const row = { ...person, zone: "America/New_York", seenAt: office.now() };
    const put = [{ table: "person", row } as const];
    await office.store.commit({ at: office.now(), expect: [], put, show: [], record: [] });
    const { press } = await scheduledCard();
    const here = "mardi 24 novembre, 04:00 (America/New_York)";
    expect(readable(directMessages(office, executive)[0])).toContain(here);
    for (const message of [...directMessages(office, nadia), ...channelMessages(office)])
      expect(readable(message)).not.toMatch(/New_York|04:00/);
    await press("reschedule");
    expect((await formOf(office, executive)).says("quick")).toContain("là où vous êtes");
  });
  test("moves to the time she picks in the form, which says what it is approved for now", async () => {
    const { press, post } = await scheduledCard();
    await press("reschedule");
    const form = await formOf(office, executive);
    expect(form.says()).toContain("La nouvelle heure prend sa place");
    expect(form.values().when).toBe(seconds(morning + day));
    await form.fill({ when: seconds(morning + 2 * day) });
    expect(await form.submit()).toBeNull();
    expect(form.now()).toBeUndefined();
    expect(posts()).toMatchObject([
      { id: post.id, state: "cancelled" },
      { state: "scheduled", post_at: morning + 2 * day },
    ]);
    expect(actsApproved()).toEqual(["schedule", "schedule"]);
  });
  test("moves to a time that is offered, in one press of the form", async () => {
    const { press } = await scheduledCard();
    await press("reschedule");
    const form = await formOf(office, executive);
    const block = form.now()?.blocks.find(({ block_id }) => block_id === "quick") as unknown as {
      element: { options: { value: string; text: { text: string } }[] };
    };
    const [first, tonight] = block.element.options
      .slice(0)
      .filter(({ text }) => !text.text.startsWith("Proch"));
    expect(first?.value).toBe("below");
    await form.fill({ quick: tonight?.value ?? "" });
    expect(await form.submit()).toBeNull();
    expect(posts().at(-1)).toMatchObject({
      state: "scheduled",
      post_at: Number.parseInt(tonight?.value ?? "", 36),
    });
  });
  test("is posted now with one press, after the breath", async () => {
    const { press } = await scheduledCard();
    await press("post_now");
    await expect.poll(actsApproved).toEqual(["schedule", "post_now"]);
    expect(posts().at(-1)).toMatchObject({ state: "scheduled", post_at: office.now() + office.holdMs });
    await sendAll(office);
    expect(readable(directMessages(office, executive)[0])).toContain("*Approuvé.*");
  });
  test("whose card was altered is posted now only from a form with its exact words", async () => {
    const { press, post } = await scheduledCard();
    office.slack.faults.alterBlocks = (blocks) =>
      blocks.map((block) =>
        String(block.block_id).startsWith("wording_")
          ? { ...block, text: { type: "plain_text", text: "Happy birthday!" } }
          : block,
      );
    await press("post_now");
    const form = await formOf(office, executive);
    expect(posts()).toMatchObject([{ id: post.id, state: "scheduled" }]);
    expect(form.says("wording")).toContain("Worth a read.");
    office.slack.faults.alterBlocks = null;
    await form.submit();
    expect(posts()).toMatchObject([
      { id: post.id, state: "cancelled" },
      { state: "scheduled", post_at: office.now() + office.holdMs },
    ]);
  });
  test("that began meanwhile stays as it is, and a form opened before says so", async () => {
    const { id, press, post } = await scheduledCard();
    await press("reschedule");
    const form = await formOf(office, executive);
    await press("cancel");
    await expect.poll(async () => (await suggestionNow(office, id)).state).toBe("shown");
    await form.submit();
    expect(form.says()).toContain("Rien n’est en route");
    expect(posts()).toMatchObject([{ id: post.id, state: "cancelled" }]);
  });
  test("is moved by nobody else", async () => {
    const { key, place, post } = await scheduledCard();
    const value = writePostedKey({ key, postId: post.id });
    for (const action_id of ["post_now", "reschedule"])
      await forgedPress(office, { user: nadia, place, action: { action_id, value } });
    await expect
      .poll(() => office.logged.filter(({ event }) => event === "press_answered").length)
      .toBeGreaterThan(0);
    expect(office.slack.hands.look(nadia).views).toEqual([]);
    expect(posts()).toMatchObject([{ id: post.id, state: "scheduled" }]);
  });
});

describe("the time on her card's button", () => {
  /** The value of the button as it stands on her card, and a press with this one. */
  async function timedCard() {
    const card = await herCard();
    const { blocks } = messageAt(card.place);
    const elements = blocks.flatMap(
      (block) => (block.elements ?? []) as { action_id?: string; value?: string }[],
    );
    const offered = elements.find(({ action_id }) => action_id === "schedule_next")?.value ?? "";
    const at = readTimedKey(offered)?.at ?? 0;
    const press = (value: string) =>
      forgedPress(office, {
        user: executive,
        place: card.place,
        action: { action_id: "schedule_next", value },
      });
    return { ...card, offered, at, press };
  }
  const messageAt = ({ channel, ts }: Awaited<ReturnType<typeof herCard>>["place"]) => {
    const conversation = office.slack.hands.look(executive).conversations.find(({ id }) => id === channel);
    return conversation?.messages.find((message) => message.ts === ts) ?? { blocks: [] };
  };
  test("approves for exactly that time with one press", async () => {
    const { at, offered, press } = await timedCard();
    expect(at).toBe(morning + 2.5 * hour);
    await press(offered);
    await expect.poll(actsApproved).toEqual(["schedule_next"]);
    expect(posts()).toMatchObject([{ state: "scheduled", post_at: at }]);
  });
  test("approves nothing once it has passed, and she is told to press again", async () => {
    const { at, offered, press } = await timedCard();
    office.goTo(at + minute);
    await press(offered);
    await expect.poll(() => whisperedTo(office, executive)).toContain("est passée");
    expect(posts()).toEqual([]);
  });
  test("is the one that stood there: another approves nothing at once", async () => {
    const { key, at, press } = await timedCard();
    await press(writeTimedKey({ key, at: at + hour }));
    await expect.poll(() => office.logged.filter(({ event }) => event === "press_answered").length).toBe(1);
    expect(posts()).toEqual([]);
    // The form that shows the exact words wants a trigger of Slack's own, which a forged press has not.
    expect((office.slack.problems as string[]).splice(0)).toEqual([
      "views.open was refused: invalid_trigger_id.",
    ]);
  });
  test("that nobody wrote there approves nothing", async () => {
    const { place } = await herCard();
    await forgedPress(office, {
      user: executive,
      place,
      action: { action_id: "schedule_next", value: newId() },
    });
    await expect.poll(() => whisperedTo(office, executive)).toContain("déjà close");
    expect(posts()).toEqual([]);
  });
});
