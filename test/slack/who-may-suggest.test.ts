import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { en } from "../../src/i18n/en.js";
import { channelMention } from "../../src/slack/blocks/mrkdwn.js";
import type { Membership } from "../../src/slack/membership.js";
import { nadia, newId, team } from "../db/builders.js";
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
