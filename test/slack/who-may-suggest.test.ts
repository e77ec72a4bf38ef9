import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decline } from "../../src/flows/decline.js";
import { en } from "../../src/i18n/en.js";
import type { PersonOptions } from "../../src/sandbox/slack/local-slack-options.js";
import { channelMention } from "../../src/slack/blocks/mrkdwn.js";
import type { Membership } from "../../src/slack/membership.js";
import { nadia, newId, team } from "../db/builders.js";
import { drawnCard, pressOn, shownCard } from "../flows/a-desk.js";
import { BOT } from "../sandbox/slack/local-slack-fixture.js";
import { type Office, olga, openOffice, openRoutes, teamChannel } from "./an-office.js";

let office: Office;
let stop: () => Promise<void> = async () => undefined;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await stop();
  await office.close();
});

const link = "https://journal.example/article";
const channel = channelMention(teamChannel);
/** `/suggest` as Slack delivers it; the text of the answer. */
async function suggests(user: string, given: Record<string, string> = {}): Promise<unknown> {
  const command = {
    command: "/suggest",
    text: `${link} because`,
    api_app_id: office.options.appId,
    team_id: team,
    channel_id: teamChannel,
    user_id: user,
    trigger_id: newId<string>(),
    response_url: "https://hooks.slack.example/x",
    ...given,
  };
  const { body } = await office.slack.faults.deliverRaw("slash_commands", command);
  return body;
}
const takenIn = async () =>
  (await office.store.suggestionsIn("reading")).map(({ suggestedBy }) => suggestedBy);

describe("«/suggest»", () => {
  test("from a member of the team channel is taken in", async () => {
    stop = await openRoutes(office);
    await suggests(nadia);
    expect(await takenIn()).toEqual([nadia]);
  });
  test("from who is not a member is not, and says who may", async () => {
    stop = await openRoutes(office);
    expect(await suggests(olga)).toMatchObject({ text: en.answers.notAMember(channel) });
    expect(await takenIn()).toEqual([]);
  });
  test("while Slack does not say who is a member is not, and says so", async () => {
    const isMember = async (): Promise<Membership> => "unknown";
    stop = await openRoutes(office, {
      members: { isMember, joined: () => undefined, left: () => undefined },
    });
    expect(await suggests(nadia)).toMatchObject({ text: en.answers.membershipUnknown(channel) });
    expect(await takenIn()).toEqual([]);
  });
  test("from another workspace is not, even under a member's id", async () => {
    stop = await openRoutes(office);
    expect(await suggests(nadia, { team_id: "T0OTHER" })).toMatchObject({ text: en.answers.otherWorkspace });
    expect(await takenIn()).toEqual([]);
  });
});

describe("a person who is in the channel and none of the team", () => {
  const visitor = { id: "U0VISITOR", name: "v", realName: "V", locale: "en-GB", tz: "UTC", role: "visitor" };
  async function meets(given: Partial<PersonOptions>): Promise<void> {
    await office.close();
    office = await openOffice({
      people: [{ ...visitor, ...given }],
      channels: [{ id: teamChannel, name: "comms", isPrivate: false, members: [visitor.id, BOT] }],
    });
    stop = await openRoutes(office);
  }
  /** «Ask once more…» on a message of ours, with a decided suggestion behind it. */
  async function pressInsist(): Promise<void> {
    const { id } = await shownCard(office);
    const card = await drawnCard(office, id);
    await decline(pressOn(card), office);
    const button = {
      type: "button" as const,
      action_id: "insist",
      value: id,
      text: { type: "plain_text" as const, text: "Ask once more" },
    };
    const { channel } = await office.clients.patient.conversations.open({ users: visitor.id });
    const here = { channel: channel?.id ?? "" };
    const blocks = [{ type: "actions" as const, elements: [button] }];
    const { ts = "" } = await office.clients.patient.chat.postMessage({ ...here, text: "yours", blocks });
    await office.slack.hands.press({ user: visitor.id, ...here, ts, actionId: "insist" });
  }
  const told = () =>
    office.slack.hands
      .look(visitor.id)
      .conversations.flatMap(({ kind, messages }) => (kind === "dm" ? messages : []))
      .map(({ text }) => text);

  test.each([
    ["a guest", { isRestricted: true }, en.suggesting.guest(channel)],
    ["one of another workspace", { isStranger: true }, en.suggesting.outsider(channel)],
  ] as const)(
    "%s is refused in words of their own: the command, the shortcut, a button",
    async (_, given, says) => {
      await meets(given);
      expect(await suggests(visitor.id)).toMatchObject({ text: says });
      expect(await suggests(visitor.id, { text: "" })).toMatchObject({ text: says });
      expect(await suggests(visitor.id, { text: "subjects a, b" })).toMatchObject({ text: says });
      await office.slack.hands.globalShortcut({ user: visitor.id, callbackId: "suggest" });
      await expect.poll(told).toEqual([says]);
      await pressInsist();
      await expect.poll(told).toEqual([says, "yours", says]);
      expect(office.slack.hands.look(visitor.id).views).toEqual([]);
      expect(await takenIn()).toEqual([]);
      expect((await office.store.desk())?.subjects).toEqual([]);
    },
  );
});

describe("the form, handed in by", () => {
  test("who is a member no longer stays open with the words in it, and says so in its field", async () => {
    let membership: Membership = "member";
    const isMember = async () => membership;
    stop = await openRoutes(office, {
      members: { isMember, joined: () => undefined, left: () => undefined },
    });
    await office.slack.hands.globalShortcut({ user: nadia, callbackId: "suggest" });
    const form = () => office.slack.hands.look(nadia).views.at(-1);
    await expect.poll(() => form()?.id).toBeDefined();
    const viewId = form()?.id ?? "";
    const fill = (blockId: string, value: string) =>
      office.slack.hands.fill({ user: nadia, viewId, blockId, actionId: "value", value });
    await fill("url", link);
    await fill("note", "Her market");
    const say = en.suggesting;
    for (const [now, says] of [
      ["not_member", en.answers.notAMember(say.teamChannel)],
      ["guest", say.guest(say.teamChannel)],
      ["outsider", say.outsider(say.teamChannel)],
      ["unknown", en.answers.membershipUnknown(say.teamChannel)],
    ] as const) {
      membership = now;
      const { fieldErrors } = await office.slack.hands.submit({ user: nadia, viewId });
      expect(fieldErrors).toEqual({ url: says });
      expect(form()?.values.note?.value).toBe("Her market");
    }
    expect(await takenIn()).toEqual([]);
    membership = "member";
    await office.slack.hands.submit({ user: nadia, viewId });
    expect(await takenIn()).toEqual([nadia]);
  });
});
