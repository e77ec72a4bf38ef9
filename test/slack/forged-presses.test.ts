import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryKey, Digest, PostId } from "../../src/core/ids.js";
import { cancel } from "../../src/flows/cancel.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { settleUnknown } from "../../src/flows/settle-unknown.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { wording } from "../../src/slack/blocks/pressed-blocks.js";
import { type FormKind, writeOrigin } from "../../src/slack/card-form.js";
import { executive, newId, team } from "../db/builders.js";
import { approvedPost, recorded, rowsOf, suggestionNow, waiting } from "../flows/a-desk.js";
import { scriptedX } from "../flows/scripted-x.js";
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
  expect(office.slack.problems).toEqual([]);
  await office.close();
});

async function herCard() {
  const { id } = await waiting(office, { draft: "Worth a read." });
  await showNextCards(office);
  await sendAll(office);
  return cardInSlack(office, id);
}
type Card = Awaited<ReturnType<typeof herCard>>;

const approvals = () => rowsOf(office, "approvals")[0];
const whispered = () =>
  directMessages(office, executive)
    .filter(({ ephemeral }) => ephemeral)
    .map(readable)
    .join();

const hers = () => ({
  api_app_id: office.options.appId,
  team: { id: team },
  user: { id: executive, team_id: team },
  trigger_id: newId(),
});

/** Signed by Slack, hers, and otherwise made by hand. */
async function press(
  { place }: Pick<Card, "place">,
  action: { action_id: string; value: string; type?: string },
  over = {},
) {
  const { acked } = await office.slack.faults.deliverRaw("interactive", {
    type: "block_actions",
    ...hers(),
    channel: { id: place.channel },
    container: { type: "message", channel_id: place.channel, message_ts: place.ts },
    message: { ts: place.ts },
    actions: [{ type: "button", block_id: "b", action_ts: "1.2", ...action }],
    ...over,
  });
  expect(acked).toBe(true);
}
const buttonValue = ({ key }: Card) =>
  writeOrigin("exact", { key, card: { channel: "", ts: "" } as never }).split(" ")[1];

type HandedIn = { readonly standing?: string; readonly id?: string };

/** @param standing the words that stand in its blocks */
async function handIn(
  callbackId: string,
  kind: FormKind,
  { key, place }: Card,
  values: object,
  { standing = "Worth a read.", id = newId() }: HandedIn = {},
) {
  const { acked, body } = await office.slack.faults.deliverRaw("interactive", {
    type: "view_submission",
    ...hers(),
    view: {
      id,
      type: "modal",
      app_id: office.options.appId,
      callback_id: callbackId,
      private_metadata: writeOrigin(kind, { key, card: place }),
      blocks: wording(standing),
      state: { values },
      hash: "1.forged",
    },
  });
  expect(acked).toBe(true);
  return JSON.stringify(body);
}
const text = { text: { value: { type: "plain_text_input", value: "Other words" } } };
const when = () => ({
  when: { value: { type: "datetimepicker", selected_date_time: Math.trunc(office.now() / 1000) + 3_600 } },
});

describe("a form handed in as another one", () => {
  test.each([
    ["the form to write in, without its field", "rewrite", "rewrite", () => ({})],
    ["the exact words, with a field", "rewrite", "exact", () => text],
    ["the form of times, as words", "rewrite", "schedule", () => ({})],
    ["the form of times, as words with a field", "rewrite", "schedule", () => text],
    ["the form to write in, as a time", "schedule", "rewrite", when],
    ["the exact words, as a time", "schedule", "exact", when],
  ] as const)("(%s) approves nothing", async (_, callbackId, kind, values) => {
    const card = await herCard();
    expect(await handIn(callbackId, kind, card, values())).toContain('"response_action":"update"');
    expect(approvals()).toEqual([]);
    expect((await suggestionNow(office, card.id)).state).toBe("shown");
  });
  test.each([
    ["the exact words", "rewrite", "exact", () => ({})],
    ["the form to write in", "rewrite", "rewrite", () => text],
    ["the form of times", "schedule", "schedule", when],
  ] as const)("is told from %s itself, which approve", async (_, callbackId, kind, values) => {
    const card = await herCard();
    expect(await handIn(callbackId, kind, card, values())).toBe("{}");
    expect((await suggestionNow(office, card.id)).state).toBe("approved");
  });
});

describe("a form with other words in it than its press would approve", () => {
  const others: [string, FormKind, () => object][] = [
    ["the exact words", "exact", () => ({})],
    ["the form of times", "schedule", when],
  ];
  test.each(others)(
    "(%s) posts nothing, leaves a line, and comes back with a field",
    async (_, kind, values) => {
      const card = await herCard();
      const callbackId = kind === "exact" ? "rewrite" : "schedule";
      const answer = await handIn(callbackId, kind, card, values(), { standing: "Happy birthday" });
      expect(answer).toContain('"response_action":"update"');
      expect(answer).toContain('"initial_value":"Worth a read."');
      expect(approvals()).toEqual([]);
      expect(recorded(office).at(-1)).toMatchObject({
        kind: "press_refused",
        about: { why: "altered_card" },
      });
      const { metadata } = /"private_metadata":"(?<metadata>[^"]+)"/.exec(answer)?.groups ?? {};
      expect(metadata).toBe(
        writeOrigin(kind === "exact" ? "rewrite" : kind, { key: card.key, card: card.place }),
      );
      const typed = { text: { value: { type: "plain_text_input", value: "Worth a read." } } };
      const again = kind === "exact" ? ("rewrite" as const) : kind;
      expect(await handIn(callbackId, again, card, { ...values(), ...typed })).toBe("{}");
      expect(approvals()).toMatchObject([{ text: "Worth a read." }]);
    },
  );
  test.each(others)("(%s) of another card approves neither", async (_, kind, values) => {
    const [one, two] = [await herCard(), await herCard()];
    await handIn(kind === "exact" ? "rewrite" : "schedule", kind, two, values(), { standing: "Of card one" });
    expect(approvals()).toEqual([]);
    for (const { id } of [one, two]) expect((await suggestionNow(office, id)).state).toBe("shown");
  });
  test("her own words over a wording that never was post nothing; over an older one they do", async () => {
    const card = await herCard();
    const never = { ...card, key: { ...card.key, digest: "0".repeat(43) as Digest } };
    expect(await handIn("rewrite", "rewrite", never, text)).toContain('"response_action":"update"');
    expect(approvals()).toEqual([]);
    expect(await handIn("rewrite", "rewrite", card, text)).toBe("{}");
    expect(approvals()).toHaveLength(1);
  });
  test("a form without an id approves nothing", async () => {
    const card = await herCard();
    for (const [kind, values] of [
      ["rewrite", text],
      ["exact", {}],
    ] as const)
      expect(await handIn("rewrite", kind, card, values, { id: "" })).toContain('"response_action":"update"');
    expect(approvals()).toEqual([]);
  });
  test("the form of times, with a field that was changed, says that words are changed elsewhere", async () => {
    const card = await herCard();
    expect(await handIn("schedule", "schedule", card, { ...when(), ...text })).toContain("Réécrire");
    expect(approvals()).toEqual([]);
  });
  test.each(["Worth &amp; read <3 :tada:", "Worth & read &lt;3 🎉", "Worth & read <3 🎉"])(
    "is told from the same words as Slack spells them: %s",
    async (standing) => {
      const { id } = await waiting(office, { draft: "Worth & read <3 🎉" });
      await showNextCards(office);
      await sendAll(office);
      const card = await cardInSlack(office, id);
      expect(await handIn("schedule", "schedule", card, when(), { standing })).toBe("{}");
    },
  );
});

describe("a form that was accepted", () => {
  test.each([
    ["to write in", "rewrite", "rewrite", () => text],
    ["of the exact words", "rewrite", "exact", () => ({})],
    ["of times", "schedule", "schedule", when],
  ] as const)(
    "(%s) is not accepted again after she stopped it; a new one is",
    async (_, callbackId, kind, values) => {
      const card = await herCard();
      const id = newId<string>();
      expect(await handIn(callbackId, kind, card, values(), { id })).toBe("{}");
      const [post] = await office.store.postsIn("scheduled");
      if (!post) throw new Error("nothing was approved");
      const stop = { presser: presser(), postId: post.post.id, delivery: newId<DeliveryKey>() };
      await cancel(stop, office);
      await sendAll(office);
      const again = { ...(await cardInSlack(office, card.id)) };
      expect(await handIn(callbackId, kind, again, values(), { id })).toContain('"response_action":"update"');
      expect(approvals()).toHaveLength(1);
      const standing = callbackId === "rewrite" && kind === "exact" ? "Worth a read." : undefined;
      expect(await handIn(callbackId, kind, again, values(), standing ? { standing } : {})).toBeDefined();
    },
  );
});

const presser = () => ({ teamId: team, userId: executive });

describe("a press made by hand on her card", () => {
  test.each(["approve", "decline", "rewrite", "schedule"])(
    "that is no button's presses nothing (%s)",
    async (action_id) => {
      const card = await herCard();
      await press(card, { action_id, value: buttonValue(card) ?? "", type: "static_select" });
      await expect.poll(whispered).toContain("Cette suggestion");
      expect((await suggestionNow(office, card.id)).state).toBe("shown");
      expect(office.slack.hands.look(executive).views).toEqual([]);
    },
  );
  test.each([
    ["two channels", { channel: { id: "D0OTHER" } }],
    ["two messages", { message: { ts: "1.000001" } }],
    ["no message", { message: undefined, container: { type: "message" } }],
    ["a form as its container", { container: { type: "view", view_id: "V1" } }],
  ])("that names %s presses nothing", async (_, over) => {
    const card = await herCard();
    await press(card, { action_id: "decline", value: buttonValue(card) ?? "" }, over);
    expect((await suggestionNow(office, card.id)).state).toBe("shown");
    await press(card, { action_id: "decline", value: buttonValue(card) ?? "" });
    expect((await suggestionNow(office, card.id)).state).toBe("declined");
  });
});

describe("a press on another message than the card of its suggestion", () => {
  const elsewhere = { place: { channel: "D0OTHER", ts: "1.000001" } } as unknown as Card;

  test("takes nothing down; on the card it does", async () => {
    const card = await herCard();
    const { post } = await approvedPost(office, card);
    office.pass(10_000);
    await publishDue({ ...scriptedX(office, { kind: "published" }), showNow: office.outbox.showNow });
    await sendAll(office);
    const state = async () => (await office.store.post(post.id))?.parts[0]?.state;
    for (const other of [elsewhere, { place: { ...card.place, ts: elsewhere.place.ts } }]) {
      await press(other, { action_id: "undo", value: post.id });
      expect(await state()).toBe("published");
      expect(recorded(office).at(-1)).toMatchObject({ kind: "press_refused", about: { why: "stale_card" } });
    }
    await press(card, { action_id: "undo", value: post.id });
    expect(await state()).toBe("taking_down");
  });
  test.each(["it_appeared", "it_did_not", "look_again"])("settles nothing (%s)", async (action_id) => {
    const card = await herCard();
    const id = await unknownPost(card);
    const before = await office.store.post(id);
    await press({ place: { ...card.place, ts: elsewhere.place.ts } }, { action_id, value: id });
    await expect.poll(whispered).not.toBe("");
    expect(await office.store.post(id)).toEqual(before);
    await press(card, { action_id, value: id });
    expect(await office.store.post(id)).not.toEqual(before);
  });

  /** Sent, and X never answered: she is asked. */
  async function unknownPost(card: Card): Promise<PostId> {
    const { post } = await approvedPost(office, card);
    office.pass(10_000);
    const x = { ...scriptedX(office, { kind: "unknown", detail: "" }), showNow: office.outbox.showNow };
    await publishDue(x);
    office.pass(60_000);
    await settleUnknown(x);
    await sendAll(office);
    expect((await office.store.post(post.id))?.post.state).toBe("asking");
    return post.id;
  }
});
