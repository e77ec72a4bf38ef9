import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { executive, nadia, newId, team } from "../db/builders.js";
import { done } from "../db/house.js";
import { rowsOf, wantedMessages } from "../flows/a-desk.js";
import { workspaceOptions } from "../sandbox/slack/local-slack-fixture.js";
import { formOf, toldTo } from "./a-form.js";
import {
  channelMessages,
  directMessages,
  type Office,
  openOffice,
  openRoutes,
  readable,
  teamChannel,
} from "./an-office.js";

let office: Office;
let stop: () => Promise<void>;
beforeEach(async () => {
  const { commands, shortcuts } = workspaceOptions();
  office = await openOffice({
    commands: [...commands, { command: "/post", description: "A post", usageHint: "" }],
    shortcuts: [...shortcuts, { name: "Post", type: "global", callbackId: "post", description: "A post" }],
  });
  stop = await openRoutes(office);
});
afterEach(async () => {
  await stop();
  expect(office.slack.problems).toEqual([]);
  await office.close();
});

const say = fr.own;
const post = (text: string, user: string = executive) =>
  office.slack.hands.command({ user, channel: teamChannel, command: "/post", text });
const formOpened = async () => {
  await post("");
  return formOf(office, executive);
};
/** Texts of everything that was approved, with the act. */
const approvals = () =>
  (rowsOf(office, "approvals")[0] as { text: string; act: string }[]).map(({ text, act }) => ({ text, act }));
const cards = () => Object.keys(wantedMessages(office)).filter((key) => key.startsWith("card "));
const herMessages = () => directMessages(office, executive).map(readable).join();
const dmOf = (user: string) =>
  office.slack.hands.look(user).conversations.find(({ kind }) => kind === "dm")?.id ?? "";

describe("`/post` with words", () => {
  test("puts them on a card of hers, exactly, says so to her alone, and posts nothing", async () => {
    office.slack.faults.alterText = "as_slack";
    await post("R&D <3 🎉 tomorrow");
    await expect.poll(herMessages).toContain("R&D <3 🎉 tomorrow");
    const answers = office.slack.hands.look(executive).conversations.flatMap(({ messages }) => messages);
    expect(answers.filter(({ ephemeral }) => ephemeral).map(({ text }) => text)).toEqual([say.onCard]);
    expect(cards()).toHaveLength(1);
    expect(approvals()).toEqual([]);
    expect(channelMessages(office)).toEqual([]);
  });
  test("is one press from X: the card's own", async () => {
    await post("A day at the plant.");
    await expect.poll(herMessages).toContain("A day at the plant.");
    const [card] = directMessages(office, executive).filter((message) =>
      readable(message).includes('"approve"'),
    );
    const place = { user: executive, channel: dmOf(executive), ts: card?.ts ?? "" };
    await office.slack.hands.press({ ...place, actionId: "approve" });
    expect(approvals()).toEqual([{ text: "A day at the plant.", act: "approve" }]);
  });
  test("that are far too long come back whole", async () => {
    await post("x".repeat(3_001));
    expect(cards()).toEqual([]);
    const [answer] = toldTo(office, executive).concat(channelTold(executive));
    expect(answer).toContain(say.tooLong(3_000));
  });
});

function channelTold(user: string): string[] {
  return office.slack.hands
    .look(user)
    .conversations.flatMap(({ messages }) => messages)
    .filter(({ ephemeral }) => ephemeral)
    .map((message) => `${message.text}${readable(message)}`);
}

describe("the form of `/post` alone, and of the shortcut", () => {
  test("counts while she writes, and its submission approves exactly that text", async () => {
    const form = await formOpened();
    await form.fill({ text: "e\u0301té at the plant" });
    await expect.poll(() => form.says("count")).toContain(fr.forms.count(16, 280));
    expect(await form.submit()).toBe(null);
    expect(form.now()).toBeUndefined();
    expect(approvals()).toEqual([{ text: "e\u0301té at the plant", act: "own_post" }]);
    expect(cards()).toHaveLength(1);
    await office.outbox.sendOwed();
    expect(herMessages()).toContain('"cancel"');
  });
  test("opens with the words that were left in it, and they are forgotten once they are on a card", async () => {
    const { id: deskId } = (await office.store.desk()) ?? expect.unreachable("no desk");
    const row = { subject: "own_words", deskId, text: "Half a thought", at: 1 } as const;
    await done(office.store, { table: "unfinished", row });
    await office.slack.hands.globalShortcut({ user: executive, callbackId: "post" });
    const form = await formOf(office, executive);
    expect(form.says()).toContain("Half a thought");
    await form.fill({ text: "A whole thought" });
    await form.submit();
    expect(approvals()).toEqual([{ text: "A whole thought", act: "own_post" }]);
    expect(await office.store.unfinished("own_words")).toBe(null);
  });
  test("becomes «Not posted yet» where Slack spelled emoji or signs otherwise, and the next press posts exactly that", async () => {
    office.slack.faults.alterText = "as_slack";
    const form = await formOpened();
    await form.fill({ text: "Opened today 🎉" });
    expect(await form.submit()).toBe(null);
    expect(form.now()).toMatchObject({ callbackId: "own_post", title: fr.forms.confirm.title });
    expect(form.says()).toContain("Opened today 🎉");
    expect(approvals()).toEqual([]);
    expect(await form.submit()).toBe(null);
    expect(form.now()).toBeUndefined();
    expect(approvals()).toEqual([{ text: "Opened today 🎉", act: "own_post" }]);
    expect(cards()).toHaveLength(1);
  });
  test.each([
    ["too long", "x".repeat(281), fr.answers.textProblem.too_long(281, 280)],
    ["hidden characters", "a\u2060b", fr.answers.textProblem.hidden_characters],
    ["emoji of the workspace", "Go :our_parrot: go", fr.own.unknownEmoji(":our_parrot:")],
  ])("says in the field what is in the way: %s", async (_, text, says) => {
    const form = await formOpened();
    await form.fill({ text });
    expect(await form.submit()).toEqual({ text: says });
    expect([cards(), approvals()]).toEqual([[], []]);
  });
  test("where her card could not be shown, nothing is posted: the words wait on it, and she is told", async () => {
    const form = await formOpened();
    await form.fill({ text: "A day at the plant." });
    office.slack.faults.next("chat.postMessage", { kind: "error", error: "internal_error" });
    expect(await form.submit()).toBe(null);
    await expect.poll(herMessages).toContain(say.notPostedYet);
    expect(approvals()).toEqual([]);
    office.pass(60_000);
    await office.outbox.sendOwed();
    expect(herMessages()).toContain("A day at the plant.");
  });
  test("handed in twice it makes one card and one approval", async () => {
    const form = await formOpened();
    await form.fill({ text: "Once." });
    office.slack.faults.deliverTwice = 1;
    await form.submit();
    expect(approvals()).toEqual([{ text: "Once.", act: "own_post" }]);
    expect(cards()).toHaveLength(1);
  });
  test("while everything is paused keeps the words on the card and says why nothing was posted", async () => {
    const desk = (await office.store.desk()) ?? expect.unreachable("no desk");
    await done(office.store, { table: "desk", row: { ...desk, paused: true } });
    const form = await formOpened();
    await form.fill({ text: "A day at the plant." });
    await form.submit();
    expect(form.says()).toContain(say.notPosted(fr.answers.stopped));
    expect([cards().length, approvals()]).toEqual([1, []]);
  });
});

describe("nobody else posts as her", () => {
  test("`/post` and the shortcut of a colleague are refused kindly, with the words given back", async () => {
    const before = rowsOf(office);
    await post("We are hiring!", nadia);
    expect(channelTold(nadia).join()).toContain(en.own.onlyHer);
    expect(channelTold(nadia).join()).toContain("We are hiring!");
    await post("", nadia);
    await office.slack.hands.globalShortcut({ user: nadia, callbackId: "post" });
    await expect.poll(() => toldTo(office, nadia).join()).toContain(en.own.onlyHer);
    expect(office.slack.hands.look(nadia).views).toEqual([]);
    expect(rowsOf(office)).toEqual(before);
  });
  test("a form handed in by hand in another's name keeps and posts nothing", async () => {
    const before = rowsOf(office);
    await office.slack.faults.deliverRaw("interactive", {
      type: "view_submission",
      api_app_id: office.options.appId,
      team: { id: team },
      user: { id: nadia, team_id: team },
      trigger_id: newId(),
      view: {
        id: "V0FORGED",
        type: "modal",
        callback_id: "own_post",
        private_metadata: "own",
        app_id: office.options.appId,
        state: { values: { text: { value: { type: "plain_text_input", value: "We are hiring!" } } } },
      },
    });
    expect(rowsOf(office)).toEqual(before);
  });
});
