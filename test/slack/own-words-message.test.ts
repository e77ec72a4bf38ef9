import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { executive, nadia, newId, team } from "../db/builders.js";
import { rowsOf, wantedMessages } from "../flows/a-desk.js";
import { toldTo } from "./a-form.js";
import {
  channelMessages,
  directMessages,
  type Office,
  openOffice,
  openRoutes,
  readable,
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

const dmOf = (user: string) =>
  office.slack.hands.look(user).conversations.find(({ kind }) => kind === "dm")?.id ?? "";
const says = (text: string, user: string = executive) =>
  office.slack.hands.say({ user, channel: dmOf(user), text });
const cards = () => Object.keys(wantedMessages(office)).filter((key) => key.startsWith("card "));
/** What the bot itself wrote to her. */
const answered = () =>
  directMessages(office, executive)
    .filter(({ user }) => user !== executive)
    .map((message) => `${message.text} ${readable(message)}`);

/** A message event made by hand, signed by Slack. */
async function heard(event: object): Promise<void> {
  const { acked } = await office.slack.faults.deliverRaw("events_api", {
    token: "t",
    type: "event_callback",
    team_id: team,
    api_app_id: office.options.appId,
    event_id: newId(),
    event_time: 1,
    authorizations: [{ team_id: team, user_id: office.options.botUserId, is_bot: true }],
    event: {
      type: "message",
      channel_type: "im",
      channel: dmOf(executive),
      ts: "1795424400.000100",
      team,
      ...event,
    },
  });
  expect(acked).toBe(true);
}

describe("what she writes to the bot", () => {
  test("becomes a card with «Approve» and «Rewrite», as she saw it, and nothing is posted", async () => {
    office.slack.faults.alterText = "as_slack";
    await says("R&D <3 🎉 see https://a.example/x?a=1&b=2");
    await expect.poll(() => answered().join()).toContain("R&D <3 🎉 see https://a.example/x?a=1&b=2");
    expect(answered()).toHaveLength(1);
    expect(answered()[0]).toMatch(/"approve".*"rewrite"/);
    expect(rowsOf(office, "approvals", "posts")).toEqual([[], []]);
    expect(channelMessages(office)).toEqual([]);
  });
  test("names people as she read them", async () => {
    await heard({ user: executive, text: `With <@${nadia}> and &lt;@U0X&gt;` });
    await expect.poll(() => answered().join()).toContain("With @nadia and <@U0X>");
  });
  test("is one card, though Slack tells of it twice, also in another delivery", async () => {
    const event = { user: executive, text: "Once." };
    office.slack.faults.deliverTwice = 1;
    await heard(event);
    await heard(event);
    await expect.poll(() => answered().length).toBe(1);
    await heard({ ...event, text: "Another.", ts: "1795424400.000200" });
    await expect.poll(() => answered().length).toBe(2);
    expect(cards()).toHaveLength(2);
  });
  test("with a picture is kept without it, and she is told", async () => {
    const files = [{ id: "F1", name: "plant.png" }];
    await heard({ user: executive, subtype: "file_share", text: "The plant.", files });
    await expect.poll(() => answered().join()).toContain(fr.own.pictures);
    expect(cards()).toHaveLength(1);
    await heard({ user: executive, subtype: "file_share", text: "", files, ts: "1795424400.000200" });
    await expect.poll(() => answered().join()).toContain(fr.own.onlyPictures);
    expect(cards()).toHaveLength(1);
  });
  test("far too long is left where it stands, and she is told", async () => {
    await says("x".repeat(3_001));
    await expect.poll(() => answered().join()).toContain(fr.own.tooLong(3_000));
    expect(cards()).toEqual([]);
  });
  test("counts only as she wrote it: edits, deletions, apps and other conversations make no card", async () => {
    const shapes = [
      { subtype: "message_changed", message: { user: executive, text: "Edited." } },
      { subtype: "message_deleted", previous_message: { user: executive, text: "Gone." } },
      { user: executive, bot_id: "B0OTHER", text: "An app's." },
      { user: executive, channel_type: "channel", text: "In a channel." },
      { user: executive, channel_type: "mpim", text: "In a group." },
    ];
    for (const shape of shapes) await heard(shape);
    await says("The last.");
    await expect.poll(() => answered().join()).toContain("The last.");
    expect(cards()).toHaveLength(1);
  });
  test("in her name from another workspace is not taken", async () => {
    await heard({ user: executive, team: "T0OTHER", text: "Not hers." });
    await says("Hers.");
    await expect.poll(() => answered().join()).toContain("Hers.");
    expect(cards()).toHaveLength(1);
    expect(answered().join()).not.toContain("Not hers.");
  });
  test("stands in no log line", async () => {
    await says("CANARY at the plant");
    await expect.poll(() => answered().join()).toContain("CANARY");
    expect(JSON.stringify(office.logged)).not.toContain("CANARY");
  });
});

test("anybody else who writes is told once within the hour how to suggest, and nothing of it is kept", async () => {
  const before = rowsOf(office);
  await says("What about this?", nadia);
  const [thanks = ""] = en.own.howToSuggest("").split(" Here ");
  const lines = () => toldTo(office, nadia).filter((message) => message.startsWith(thanks));
  await expect.poll(lines).toHaveLength(1);
  await says("Hello?", nadia);
  office.pass(3_600_000);
  await says("Still there?", nadia);
  await expect.poll(lines).toHaveLength(2);
  expect(rowsOf(office)).toEqual(before);
});
