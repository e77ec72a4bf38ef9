import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publishDue } from "../../src/flows/publish-due.js";
import { settleUnknown } from "../../src/flows/settle-unknown.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { executive, nadia } from "../db/builders.js";
import { approvedPost, rowsOf, suggestionNow, waiting } from "../flows/a-desk.js";
import { scriptedX } from "../flows/scripted-x.js";
import {
  cardInSlack,
  directMessages,
  type Office,
  openOffice,
  openRoutes,
  readable,
  sendAll,
  teamChannel,
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

const form = (user: string) => office.slack.hands.look(user).views.at(-1);
const countShown = (user: string) =>
  readable({
    blocks: form(user)?.blocks.filter(({ block_id }) => String(block_id).startsWith("count_")) ?? [],
  });
async function openForm(user: string, act: () => Promise<unknown>): Promise<string> {
  await act();
  await expect.poll(() => form(user)?.id).toBeDefined();
  return form(user)?.id ?? "";
}
const suggestForm = () =>
  openForm(nadia, () =>
    office.slack.hands.command({ user: nadia, channel: teamChannel, command: "/suggest", text: "" }),
  );
/** Her card in Slack, and a press on one of its buttons. */
async function herCard(draft = "Worth a read.") {
  const { id } = await waiting(office, { draft });
  await showNextCards(office);
  await sendAll(office);
  const { place } = await cardInSlack(office, id);
  return {
    id,
    press: (actionId: string) => office.slack.hands.press({ user: executive, ...place, actionId }),
  };
}
async function rewriteForm(draft?: string) {
  const card = await herCard(draft);
  const viewId = await openForm(executive, () => card.press("rewrite"));
  return { ...card, viewId };
}
const type = (user: string, viewId: string, blockId: string, value: string) =>
  office.slack.hands.fill({ user, viewId, blockId, actionId: "value", value });
const submit = (user: string, viewId: string) => office.slack.hands.submit({ user, viewId });

describe("the live count under a draft", () => {
  test("follows what is typed, as X counts it, and keeps what was typed", async () => {
    const viewId = await suggestForm();
    for (const [text, count] of [
      ["été", "3 of 280"],
      ["see https://a.com/very/long/address", "27 of 280"],
      ["👩🏽‍🔬", "2 of 280"],
    ] as const) {
      await type(nadia, viewId, "draft", text);
      await expect.poll(() => countShown(nadia)).toContain(count);
      expect(form(nadia)?.values.draft?.value).toBe(text);
    }
  });
  test("says by how much it is too long", async () => {
    const viewId = await suggestForm();
    await type(nadia, viewId, "draft", "x".repeat(285));
    await expect.poll(() => countShown(nadia)).toContain("285 of 280: 5 too many");
  });
  test("is that of the last keystroke, however fast they came", async () => {
    const viewId = await suggestForm();
    const held = office.slack.faults.hold("views.update");
    await type(nadia, viewId, "draft", "a");
    await held.arrived;
    for (const text of ["ab", "abc", "abcd"]) await type(nadia, viewId, "draft", text);
    held.release();
    await expect.poll(() => countShown(nadia)).toContain("4 of 280");
    await type(nadia, viewId, "draft", "abcde");
    await expect.poll(() => countShown(nadia)).toContain("5 of 280");
  });
  test("comes back to what it was when a fast keystroke is undone", async () => {
    const viewId = await suggestForm();
    const held = office.slack.faults.hold("views.update");
    await type(nadia, viewId, "draft", "a");
    await held.arrived;
    await type(nadia, viewId, "draft", "");
    held.release();
    await expect.poll(() => countShown(nadia)).toContain("0 of 280");
  });
  test("asks Slack for fewer updates than there are keystrokes while one is on its way", async () => {
    const viewId = await suggestForm();
    const held = office.slack.faults.hold("views.update");
    await type(nadia, viewId, "draft", "1");
    await held.arrived;
    for (let length = 2; length <= 12; length++) await type(nadia, viewId, "draft", "x".repeat(length));
    held.release();
    await expect.poll(() => countShown(nadia)).toContain("12 of 280");
    expect(office.slack.calls.filter(({ method }) => method === "views.update").length).toBeLessThanOrEqual(
      3,
    );
  });
});

describe("her own words", () => {
  test("as she saw them are approved by the form, byte for byte", async () => {
    const { id, viewId } = await rewriteForm();
    const text = "De\u0301ja\u0300 vu & < 3 👩🏽‍🔬  ";
    await type(executive, viewId, "text", text);
    await submit(executive, viewId);
    const post = await office.store.latestPost(id);
    expect(post?.approval.agreed).toMatchObject({ act: "rewrite", text });
    expect(form(executive)).toBeUndefined();
  });
  test("handed over otherwise are shown once more as X will get them; only the second press approves", async () => {
    const { id, viewId } = await rewriteForm();
    office.slack.faults.alterText = "as_slack";
    const text = "Sunny 🌞 R&D";
    await type(executive, viewId, "text", text);
    await submit(executive, viewId);
    expect(form(executive)?.title).toBe("Pas encore publié");
    expect(readable(form(executive))).toContain(text);
    expect(rowsOf(office, "approvals", "posts")).toEqual([[], []]);
    await submit(executive, form(executive)?.id ?? "");
    const post = await office.store.latestPost(id);
    expect(post?.approval.agreed).toMatchObject({ act: "rewrite", text });
    expect(rowsOf(office, "approvals")[0]).toHaveLength(1);
    expect(form(executive)).toBeUndefined();
  });
  test("shown once more and closed again are kept on the card, unapproved", async () => {
    const { id, viewId } = await rewriteForm();
    office.slack.faults.alterText = "as_slack";
    await type(executive, viewId, "text", "Sunny 🌞");
    await submit(executive, viewId);
    await office.slack.hands.closeView({ user: executive, viewId: form(executive)?.id ?? "" });
    await sendAll(office);
    expect((await suggestionNow(office, id)).state).toBe("shown");
    expect(readable(directMessages(office, executive)[0])).toContain("Sunny 🌞");
    expect(rowsOf(office, "approvals")).toEqual([[]]);
  });
  test("the form with its confirming step delivered twice approves once, and the first step keeps once", async () => {
    const { viewId } = await rewriteForm();
    office.slack.faults.alterText = "as_slack";
    await type(executive, viewId, "text", "Sunny 🌞");
    office.slack.faults.deliverTwice = 1;
    await submit(executive, viewId);
    expect(rowsOf(office, "revisions")[0]).toHaveLength(2);
    office.slack.faults.deliverTwice = 1;
    await submit(executive, form(executive)?.id ?? "");
    expect(rowsOf(office, "approvals")[0]).toHaveLength(1);
  });
  test.each([
    ["too long", "x".repeat(281), "281"],
    ["hidden", "pay\u200bpal", "cachés"],
  ])("that are %s are said so in the field, and nothing is lost", async (_, text, says) => {
    const { viewId } = await rewriteForm();
    await type(executive, viewId, "text", text);
    const acted = await submit(executive, viewId);
    expect(acted.fieldErrors?.text).toContain(says);
    expect(form(executive)?.values.text?.value).toBe(text);
    expect(rowsOf(office, "approvals")).toEqual([[]]);
  });
  test("of the longest draft there can be open in the form whole", async () => {
    const draft = `https://a.com/${"a".repeat(1400)} https://b.com/${"b".repeat(1400)}`;
    const { id, viewId } = await rewriteForm(draft);
    expect(form(executive)?.values.text?.value).toBe(draft);
    await submit(executive, viewId);
    expect((await office.store.latestPost(id))?.approval.agreed.text).toBe(draft);
  });
});

describe("every press is answered", () => {
  test("«look again» at once, privately, while the card stays as it is", async () => {
    const { id, press } = await herCard();
    const { post } = await approvedPost(office, await cardInSlack(office, id));
    office.pass(10_000);
    await publishDue({
      ...scriptedX(office, { kind: "unknown", detail: "" }),
      showNow: office.outbox.showNow,
    });
    office.pass(3_000);
    await settleUnknown({ ...office, look: async () => ({ kind: "seen", posts: [], whole: true }) });
    await sendAll(office);
    await press("look_again");
    await expect
      .poll(() =>
        directMessages(office, executive)
          .filter(({ ephemeral }) => ephemeral)
          .map(readable)
          .join(),
      )
      .toContain("Nous regardons le compte");
    expect((await office.store.post(post.id))?.post.state).toBe("asking");
  });
  test("one that opens a form and is delivered twice, with the form alone", async () => {
    const { press } = await herCard();
    office.slack.faults.deliverTwice = 1;
    await press("rewrite");
    await expect.poll(() => form(executive)?.callbackId).toBe("rewrite");
    // Whatever would be told of the first press is told before the next one opens its form.
    await press("rewrite");
    await expect
      .poll(() => office.slack.calls.filter(({ method }) => method === "views.open"))
      .toHaveLength(2);
    expect(directMessages(office, executive).filter(({ ephemeral }) => ephemeral)).toEqual([]);
  });
  test("a second press, privately, with what is so now", async () => {
    const { id, press } = await herCard();
    await approvedPost(office, await cardInSlack(office, id));
    await press("approve");
    await expect
      .poll(() =>
        directMessages(office, executive)
          .filter(({ ephemeral }) => ephemeral)
          .map(readable)
          .join(),
      )
      .toContain("déjà approuvé");
  });
  test("one on a card whose place Slack has not told, with the true reason", async () => {
    const { id, press } = await herCard();
    const card = await office.store.message("card", id);
    if (!card) throw new Error("no card");
    const unknown = { ...card, channel: null, ts: null, shown: 0, sendingSince: office.now() };
    const row = { table: "message", row: unknown } as const;
    await office.store.commit({ at: office.now(), expect: [], put: [row], show: [], record: [] });
    office.slack.faults.next("conversations.history", { kind: "error", error: "internal_error" });
    await press("approve");
    await expect
      .poll(() =>
        directMessages(office, executive)
          .filter(({ ephemeral }) => ephemeral)
          .map(readable)
          .join(),
      )
      .toContain("ne nous a pas encore dit");
    expect(await office.store.latestPost(id)).toBe(null);
  });
});
