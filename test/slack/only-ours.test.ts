import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NoticeId, SlackChannelId, SlackTs } from "../../src/core/ids.js";
import type { BotNeeds } from "../../src/slack/bot-needs.js";
import { aCard, aDesk, executive, nadia, newId, team } from "../db/builders.js";
import { done } from "../db/house.js";
import { changeDesk } from "../flows/a-desk.js";
import { type Office, openOffice, openRoutes, teamChannel } from "./an-office.js";

let office: Office;
let stop: () => Promise<void> = async () => undefined;
beforeEach(async () => {
  office = await openOffice();
  await changeDesk(office, { frozen: "old_database" });
});
afterEach(async () => {
  await stop();
  await office.close();
});
const opened = async (given: Partial<BotNeeds> = {}) => {
  stop = await openRoutes(office, given);
};
const ourApp = () => office.options.appId;

/** Her press on «Resume», with what is given changed or left out (undefined); whether it did anything. */
async function pressed(given: Record<string, unknown> = {}): Promise<"taken" | "refused"> {
  await changeDesk(office, { frozen: "old_database" });
  const notice = await toldOfStandstill();
  const payload = {
    type: "block_actions",
    api_app_id: ourApp(),
    team: { id: team, domain: "first" },
    user: { id: executive, team_id: team },
    trigger_id: newId(),
    container: { type: "message", channel_id: "D0EXEC", message_ts: noticeTs },
    channel: { id: "D0EXEC", name: "directmessage" },
    actions: [{ type: "button", action_id: "resume", block_id: "b", value: notice, action_ts: "1.2" }],
    ...given,
  };
  const { acked } = await office.slack.faults.deliverRaw("interactive", payload);
  expect(acked).toBe(true);
  return (await office.store.desk())?.frozen === null ? "taken" : "refused";
}
const noticeTs = "1795424400.000001";

/** The message with the button, as if it had been sent just now. */
async function toldOfStandstill(): Promise<NoticeId> {
  const id = newId<NoticeId>();
  const old = (await office.store.noticesOpen()).map((row) => ({ ...row, endedAt: office.now() }));
  const about = { kind: "old_database", cancelled: 0 } as const;
  const notice = { id, version: 0, deskId: aDesk().id, at: office.now(), about, endedAt: null };
  const ts = noticeTs as SlackTs;
  const place = { channel: "D0EXEC" as SlackChannelId, ts };
  const before = (await office.store.messageAt(place.channel, ts)) ?? null;
  await done(
    office.store,
    ...old.map((row) => ({ table: "notice" as const, row })),
    ...(before ? [{ table: "message" as const, row: { ...before, channel: null, ts: null } }] : []),
    { table: "notice", row: notice },
    { table: "message", row: { ...aCard({ id: id as never }), kind: "notice", subject: id, ...place } },
  );
  return id;
}
const refusals = () => office.logged.filter(({ event }) => event === "press_refused");

describe("a payload", () => {
  beforeEach(() => opened());

  test("of this app from this workspace is taken", async () => {
    expect(await pressed()).toBe("taken");
    expect(refusals()).toEqual([]);
  });
  test.each([
    ["of another app", { api_app_id: "A0OTHER" }],
    ["that names no app", { api_app_id: undefined }],
    ["whose app is null", { api_app_id: null }],
    ["that names an empty app", { api_app_id: "" }],
    ["with a form of another app", { view: { app_id: "A0OTHER" } }],
  ])("%s is refused, acknowledged all the same, and the log says why", async (_, given) => {
    expect(await pressed(given)).toBe("refused");
    expect(refusals()).toEqual([{ event: "press_refused", why: "other_app" }]);
  });
  test.each([
    ["from another workspace", { team: { id: "T0OTHER" } }],
    ["that names no workspace", { team: null }],
    ["whose workspace has no id", { team: {} }],
  ])("%s is refused, acknowledged all the same, and the log says why", async (_, given) => {
    expect(await pressed(given)).toBe("refused");
    expect(refusals()).toEqual([{ event: "press_refused", why: "other_workspace" }]);
  });
  test("of another app is refused also as a command, without an answer of ours", async () => {
    const command = {
      command: "/suggest",
      text: "https://journal.example/a",
      api_app_id: "A0OTHER",
      team_id: team,
      channel_id: teamChannel,
      user_id: nadia,
      trigger_id: newId(),
      response_url: "https://hooks.slack.example/x",
    };
    const { body } = await office.slack.faults.deliverRaw("slash_commands", command);
    expect(body).toEqual({});
    expect(refusals()).toEqual([{ event: "press_refused", why: "other_app" }]);
    expect(await office.store.suggestionsIn("reading")).toEqual([]);
  });
});

describe("a shortcut, which Slack hands over without naming an app", () => {
  beforeEach(() => opened());
  const used = async (given: Record<string, unknown>) => {
    const payload = {
      type: "shortcut",
      callback_id: "suggest",
      team: { id: team, domain: "first" },
      user: { id: nadia, username: "nadia", team_id: team },
      action_ts: "1.2",
      trigger_id: newId(),
      ...given,
    };
    const { acked } = await office.slack.faults.deliverRaw("interactive", payload);
    expect(acked).toBe(true);
    // A made-up trigger opens nothing, but that it was tried is seen.
    return office.slack.calls.some(({ method }) => method === "views.open") ? "taken" : "refused";
  };
  const message = { channel: { id: teamChannel }, message: { ts: "1.2", text: "https://journal.example/a" } };

  test.each([
    ["of Slack's menu", {}],
    ["of a message's menu", { type: "message_action", callback_id: "suggest_message", ...message }],
  ])("%s is taken", async (_, given) => {
    await expect.poll(() => used(given)).toBe("taken");
    expect(refusals()).toEqual([]);
  });
  test.each([
    ["of another workspace", { team: { id: "T0OTHER" } }, "other_workspace"],
    ["that names another app", { api_app_id: "A0OTHER" }, "other_app"],
    ["whose app is null", { api_app_id: null }, "other_app"],
  ])("%s is refused", async (_, given, why) => {
    expect(await used(given)).toBe("refused");
    expect(refusals()).toEqual([{ event: "press_refused", why }]);
  });
});

describe("where Slack did not say which app this is", () => {
  beforeEach(() => opened({ appId: null }));

  test("the first payload does, and any other is refused from then on", async () => {
    expect(await pressed()).toBe("taken");
    expect(await pressed({ api_app_id: "A0OTHER" })).toBe("refused");
    expect(await pressed()).toBe("taken");
  });
  test("one with a form of another app is refused, and teaches nothing", async () => {
    expect(await pressed({ api_app_id: "A0ONE", view: { app_id: "A0OTHER" } })).toBe("refused");
    expect(await pressed()).toBe("taken");
  });
  test.each([[undefined], [null], [""]])(
    "one that names none (%j) is refused, and teaches nothing",
    async (none) => {
      expect(await pressed({ api_app_id: none })).toBe("refused");
      expect(await pressed()).toBe("taken");
      expect(await pressed({ api_app_id: none })).toBe("refused");
    },
  );
});
