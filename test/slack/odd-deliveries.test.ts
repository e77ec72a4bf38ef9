import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Office, openOffice, openRoutes, teamChannel } from "./an-office.js";

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

const refusals = () => office.logged.filter(({ event }) => event === "press_refused");

/** The bot is there still: it answers the next thing somebody asks of it. */
async function stillAnswers(): Promise<void> {
  const { acked } = await office.slack.faults.deliverRaw("slash_commands", {
    command: "/suggest",
    api_app_id: office.options.appId,
    team_id: "T0OTHER",
    channel_id: teamChannel,
    user_id: "U0X",
    text: "",
  });
  expect(acked).toBe(true);
}

describe("a delivery over the socket", () => {
  test.each([
    ["whose payload is null", null],
    ["whose payload is missing", undefined],
    ["whose payload is a list", []],
    ["that asks for a challenge", { type: "url_verification", challenge: "x" }],
    ["whose event is missing", { type: "event_callback" }],
    ["whose event is null", { type: "event_callback", event: null }],
    ["whose event is a word", { type: "event_callback", event: "x" }],
    ["whose event has no type", { type: "event_callback", event: {} }],
  ])("%s is acknowledged and dropped, and the log says so", async (_, payload) => {
    expect((await office.slack.faults.deliverRaw("events_api", payload)).acked).toBe(true);
    expect(refusals()).toEqual([{ event: "press_refused", why: "unreadable" }]);
    await stillAnswers();
  });
  test("that says that Slack holds events back is acknowledged, and the log says so", async () => {
    const payload = { type: "app_rate_limited", team_id: "T1", minute_rate_limited: 1, api_app_id: "A1" };
    expect((await office.slack.faults.deliverRaw("events_api", payload)).acked).toBe(true);
    expect(refusals()).toEqual([{ event: "press_refused", why: "rate_limited" }]);
    await stillAnswers();
  });
  test("named as an event of the socket's own changes nothing about the socket", async () => {
    const event = { type: "disconnected", user: "U1" };
    const payload = { type: "event_callback", api_app_id: "A0OTHER", team_id: "T1", event };
    expect((await office.slack.faults.deliverRaw("events_api", payload)).acked).toBe(true);
    await stillAnswers();
    expect(office.slack.calls.filter(({ method }) => method === "apps.connections.open")).toHaveLength(1);
  });
  test.each([
    ["null", null],
    ["no actions", { type: "block_actions", actions: [] }],
    ["an action that is null", { type: "block_actions", actions: [null] }],
  ])("of a press that is %s is acknowledged and dropped", async (_, payload) => {
    expect((await office.slack.faults.deliverRaw("interactive", payload)).acked).toBe(true);
    expect(refusals()).toEqual([{ event: "press_refused", why: "unreadable" }]);
    await stillAnswers();
  });
});
