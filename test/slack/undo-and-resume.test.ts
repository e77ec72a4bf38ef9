import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { XAccountId } from "../../src/core/ids.js";
import { checkWitness } from "../../src/flows/check-witness.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { takeDownDue } from "../../src/flows/take-down.js";
import { executive, nadia, newId, team } from "../db/builders.js";
import { approvedPost, changeDesk, recorded, rowsOf, waiting } from "../flows/a-desk.js";
import { scriptedX } from "../flows/scripted-x.js";
import {
  cardInSlack,
  channelMessages,
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
  await office.close();
});

const draft = "Worth a read.";
async function herCard() {
  const { id } = await waiting(office, { draft });
  await showNextCards(office);
  await sendAll(office);
  const { place } = await cardInSlack(office, id);
  return {
    id,
    place,
    press: (actionId: string, user: string = executive) =>
      office.slack.hands.press({ user, ...place, actionId }),
  };
}
const approvals = () => rowsOf(office, "approvals")[0];
const whispered = () =>
  directMessages(office, executive)
    .filter(({ ephemeral }) => ephemeral)
    .map(readable)
    .join();
const inHerDm = () => directMessages(office, executive).map(readable).join();
const lastRecorded = () => recorded(office).at(-1);

describe("«Take it down» on her card", () => {
  async function posted() {
    const card = await herCard();
    const { post } = await approvedPost(office, await cardInSlack(office, card.id));
    office.pass(10_000);
    const x = scriptedX(office, { kind: "published" });
    await publishDue({ ...x, showNow: office.outbox.showNow });
    await sendAll(office);
    return { ...card, post };
  }
  const takenDown = async () => {
    await takeDownDue({ ...office, takeDown: async () => ({ kind: "deleted" }) });
    await sendAll(office);
  };

  test("takes the post down; her card, the suggester and the team say so, in one new line each", async () => {
    const { post, press } = await posted();
    const before = [directMessages(office, executive).length, channelMessages(office).length];
    await press("undo");
    expect((await office.store.post(post.id))?.parts[0]?.state).toBe("taking_down");
    expect(whispered()).toBe("");
    await sendAll(office);
    expect(inHerDm()).toContain("Retrait en cours");
    await takenDown();
    const card = readable(directMessages(office, executive)[0]);
    expect(card).toContain("Il n’est plus sur X");
    expect(card).not.toContain('"undo"');
    const after = [directMessages(office, executive).length, channelMessages(office).length];
    expect(after).toEqual(before.map((count) => count + 1));
    expect(office.slack.problems).toEqual([]);
  });
  test("pressed by anybody else takes nothing down", async () => {
    const { post, place } = await posted();
    const value = post.id;
    const { acked } = await office.slack.faults.deliverRaw("interactive", {
      type: "block_actions",
      api_app_id: office.options.appId,
      team: { id: office.options.teamId },
      user: { id: nadia, team_id: office.options.teamId },
      trigger_id: "1.2.undo",
      channel: { id: place.channel },
      container: { channel_id: place.channel, message_ts: place.ts },
      actions: [{ type: "button", action_id: "undo", block_id: "b", value, action_ts: "1.2" }],
    });
    expect(acked).toBe(true);
    expect((await office.store.post(post.id))?.parts[0]?.state).toBe("published");
    expect(lastRecorded()).toMatchObject({ kind: "press_refused", who: nadia, about: { why: "not_hers" } });
  });
  test("pressed when it is under way is answered with what is so", async () => {
    const { press } = await posted();
    await press("undo");
    await press("undo");
    await expect.poll(whispered).toContain("Le retrait est en cours");
  });
  test("on another account's post is answered with what to do", async () => {
    const { post, press } = await posted();
    await changeDesk(office, { account: { id: "2" as XAccountId, handle: "another" } });
    await press("undo");
    await expect.poll(whispered).toContain("un autre compte X");
    expect((await office.store.post(post.id))?.parts[0]?.state).toBe("published");
  });
});

type Place = { readonly channel: string; readonly ts: string };

/** Signed by Slack and hers, otherwise made by hand. */
async function pressResume({ channel, ts }: Place, value: string): Promise<void> {
  const { acked } = await office.slack.faults.deliverRaw("interactive", {
    type: "block_actions",
    api_app_id: office.options.appId,
    team: { id: team },
    user: { id: executive, team_id: team },
    trigger_id: newId(),
    channel: { id: channel },
    container: { type: "message", channel_id: channel, message_ts: ts },
    message: { ts },
    actions: [{ type: "button", action_id: "resume", block_id: "b", value, action_ts: "1.2" }],
  });
  expect(acked).toBe(true);
}

describe("«Resume» in the message that tells of a standstill", () => {
  async function standstill() {
    const { id, place } = await herCard();
    const card = await office.store.message("card", id);
    if (!card) throw new Error("no card");
    const ahead = { messageId: card.id, deskId: card.deskId, version: card.wanted + 1, ...place };
    await checkWitness({ ...office, readWitness: async () => [ahead] });
    await sendAll(office);
    const notice = directMessages(office, executive).find((message) =>
      readable(message).includes('"resume"'),
    );
    if (!notice) throw new Error("she was not told");
    const press = () =>
      office.slack.hands.press({
        user: executive,
        channel: place.channel,
        ts: notice.ts,
        actionId: "resume",
      });
    return { id, press, place: { channel: place.channel, ts: notice.ts } };
  }

  test("says what has stopped, and her press goes on: the message says so, the button is gone", async () => {
    const { press } = await standstill();
    expect(inHerDm()).toContain("Rien n’est publié tant que vous ne reprenez pas");
    await press();
    expect((await office.store.desk())?.frozen).toBe(null);
    await sendAll(office);
    expect(inHerDm()).toContain("C’est reparti");
    expect(inHerDm()).not.toContain('"resume"');
    expect(office.slack.problems).toEqual([]);
  });
  test("until then her press on a card is answered with why nothing goes out", async () => {
    const { id } = await standstill();
    const { place } = await cardInSlack(office, id);
    await office.slack.hands.press({ user: executive, ...place, actionId: "approve" });
    await expect.poll(whispered).not.toBe("");
    expect(approvals()).toEqual([]);
  });
  test.each<[string, (place: Place, notice: string) => [Place, string]]>([
    ["on another message", (place, notice) => [{ ...place, ts: "1700000000.000100" }, notice]],
    ["in another conversation", (place, notice) => [{ ...place, channel: "C0TEAM" }, notice]],
    ["with nothing in it", (place) => [place, ""]],
    ["with what no notice is called", (place) => [place, "0".repeat(20)]],
  ])("%s is no press of hers and lifts nothing", async (_, forged) => {
    const { place, press } = await standstill();
    const [notice] = await office.store.noticesOpen();
    await pressResume(...forged(place, notice?.id ?? ""));
    expect((await office.store.desk())?.frozen).toBe("old_database");
    await press();
    expect((await office.store.desk())?.frozen).toBe(null);
  });
  test("of an earlier standstill lifts no later one, and says so", async () => {
    const { press, place, id } = await standstill();
    const [earlier] = await office.store.noticesOpen();
    await press();
    const card = await office.store.message("card", id);
    if (!card) throw new Error("no card");
    const later = { messageId: card.id, deskId: card.deskId, version: card.wanted + 9 };
    await checkWitness({
      ...office,
      readWitness: async () => [{ ...later, ...(await cardInSlack(office, id)).place }],
    });
    await pressResume(place, earlier?.id ?? "");
    await expect.poll(whispered).toContain("l’arrêt actuel");
    expect((await office.store.desk())?.frozen).toBe("old_database");
    expect(recorded(office).some(({ about }) => JSON.stringify(about).includes("old_notice"))).toBe(true);
  });
  test("pressed where nothing has stopped is answered so", async () => {
    const { press } = await standstill();
    await changeDesk(office, { frozen: null });
    await press();
    await expect.poll(whispered).toContain("Rien n’était arrêté");
  });
});
