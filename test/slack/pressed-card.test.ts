import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SuggestionId } from "../../src/core/ids.js";
import type { CardPlace } from "../../src/flows/card-place.js";
import { keepWording } from "../../src/flows/keep-wording.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import type { Block } from "../../src/sandbox/slack/hands.js";
import { openOutbox } from "../../src/slack/outbox.js";
import { slackClients } from "../../src/slack/slack-clients.js";
import { executive } from "../db/builders.js";
import { aDelivery, hers, recorded, rowsOf, suggestionNow, waiting } from "../flows/a-desk.js";
import { quietLogger } from "../sandbox/slack/quiet-logger.js";
import {
  cardInSlack,
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
const form = () => office.slack.hands.look(executive).views.at(-1);
const approvals = () => rowsOf(office, "approvals")[0];
const whispered = () =>
  directMessages(office, executive)
    .filter(({ ephemeral }) => ephemeral)
    .map(readable)
    .join();
const lastRecorded = () => recorded(office).at(-1);

/** Harmless words over the very buttons of her card. */
const harmless = (blocks: Block[]): Block[] =>
  blocks.map((block) =>
    String(block.block_id).startsWith("wording_")
      ? { ...block, text: { type: "plain_text", text: "Happy birthday!" } }
      : block,
  );

describe("her press on a card whose words were altered", () => {
  test.each(["in Slack, by a stolen token", "on the way"])(
    "%s opens the exact words; only her press there posts them, and these",
    async (where) => {
      const { id, place, press } = await herCard();
      if (where === "on the way") office.slack.faults.alterBlocks = harmless;
      else {
        const [card] = directMessages(office, executive);
        const blocks = harmless(card?.blocks ?? []);
        office.slack.faults.updateAsApp(place.channel, place.ts, { text: "Harmless", blocks });
        expect(readable(directMessages(office, executive)[0])).toContain("Happy birthday!");
      }
      await press("approve");
      expect(approvals()).toEqual([]);
      expect(lastRecorded()).toMatchObject({ kind: "press_refused", about: { why: "altered_card" } });
      expect(readable(form())).toContain(draft);
      expect(readable(form())).not.toContain("Happy birthday!");
      await office.slack.hands.submit({ user: executive, viewId: form()?.id ?? "" });
      expect(form()).toBeUndefined();
      const post = await office.store.latestPost(id);
      expect(post?.approval.agreed).toMatchObject({ text: draft, approvedBy: executive });
    },
  );
  test("gets the true words back", async () => {
    const { place, press } = await herCard();
    const blocks = harmless(directMessages(office, executive)[0]?.blocks ?? []);
    office.slack.faults.updateAsApp(place.channel, place.ts, { text: "Harmless", blocks });
    await press("approve");
    await sendAll(office);
    const card = readable(directMessages(office, executive)[0]);
    expect(card).toContain(draft);
    expect(card).not.toContain("Happy birthday!");
  });
  test("is answered in words where the form cannot be opened", async () => {
    const { press } = await herCard();
    office.slack.faults.alterBlocks = harmless;
    office.slack.faults.next("views.open", { kind: "http", status: 503 });
    await press("approve");
    await expect.poll(whispered).toContain("encore été publié");
    expect(approvals()).toEqual([]);
  });
});

describe("her press on a card as it was drawn", () => {
  test("approves, in whatever shape Slack hands it back", async () => {
    const { id, press } = await herCard();
    office.slack.faults.alterText = "as_slack";
    await press("approve");
    expect((await office.store.latestPost(id))?.approval.agreed.text).toBe(draft);
    expect(form()).toBeUndefined();
  });
  test("approves where the press brings no blocks and Slack shows the card unaltered", async () => {
    const { id, press } = await herCard();
    office.slack.faults.omitMessageBlocks = true;
    await press("approve");
    expect((await suggestionNow(office, id)).state).toBe("approved");
  });
  test("opens the exact words where the press brings no blocks and Slack does not say", async () => {
    const { press } = await herCard();
    office.slack.faults.omitMessageBlocks = true;
    office.slack.faults.next("conversations.history", { kind: "http", status: 503 });
    await press("approve");
    expect(approvals()).toEqual([]);
    expect(readable(form())).toContain(draft);
  });
  /** Her wording is another by now, and her card owed. */
  async function reworded({ place, id }: { place: CardPlace; id: SuggestionId }): Promise<void> {
    const { key } = await cardInSlack(office, id);
    const press = { presser: hers, key, card: place, text: "Her own words.", delivery: aDelivery() };
    expect(await keepWording(press, office)).toMatchObject({ answer: { kind: "kept" } });
  }
  test("counts while Slack shows it already and its answer has not reached us", async () => {
    const card = await herCard();
    await stop();
    let [arrive, letGo] = [() => {}, () => {}];
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const released = new Promise<void>((resolve) => (letGo = resolve));
    const lateAnswer: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (!String(input).endsWith("chat.update")) return answer;
      arrive();
      await released;
      return answer;
    };
    const { botToken } = office.options;
    const slack = slackClients(botToken, office.slack.apiUrl, quietLogger, lateAnswer);
    const outbox = openOutbox({ ...office, slack, mayDraw: () => true });
    // The answer comes when the press waits for it, or else when the press has been decided without.
    const showNow: typeof outbox.showNow = (kind, subject) => {
      letGo();
      return outbox.showNow(kind, subject);
    };
    stop = await openRoutes(office, { showNow });
    await reworded(card);
    const update = outbox.sendOwed();
    await arrived;
    await card.press("approve");
    letGo();
    await update;
    expect(form()).toBeUndefined();
    expect((await office.store.latestPost(card.id))?.approval.agreed.text).toBe("Her own words.");
  });
  test("counts where the answer to the update was lost: how it looks is learned first", async () => {
    const card = await herCard();
    await reworded(card);
    office.slack.faults.next("chat.update", { kind: "lost_answer" });
    await office.outbox.sendOwed();
    expect(readable(directMessages(office, executive)[0])).toContain("Her own words.");
    await card.press("approve");
    expect(form()).toBeUndefined();
    expect((await office.store.latestPost(card.id))?.approval.agreed.text).toBe("Her own words.");
  });
});

test("a press while the disk fails is answered with that, and nothing is done", async () => {
  const { id, press } = await herCard();
  await stop();
  const commit = () => Promise.reject(Object.assign(new Error("full"), { name: "DiskTrouble" }));
  stop = await openRoutes(office, { store: { ...office.store, commit } });
  await press("approve");
  await expect.poll(whispered).toContain("Le disque de la machine");
  expect((await suggestionNow(office, id)).state).toBe("shown");
});
