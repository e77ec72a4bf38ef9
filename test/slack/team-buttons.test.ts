import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decline } from "../../src/flows/decline.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { en } from "../../src/i18n/en.js";
import { channelMention } from "../../src/slack/blocks/mrkdwn.js";
import { executive, nadia, newId } from "../db/builders.js";
import { pressOn, rowsOf, suggestionNow, waiting } from "../flows/a-desk.js";
import { omar } from "../flows/colleagues.js";
import {
  cardInSlack,
  channelMessages,
  directMessages,
  forgedPress,
  type Office,
  olga,
  openOffice,
  openRoutes,
  readable,
  sendAll,
  teamChannel,
  teamMessage,
  whisperedTo,
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

const { team: say } = en;
const channel = channelMention(teamChannel);
/** A suggestion of Nadia's that waits, told in the channel. */
async function told() {
  const { id } = await waiting(office);
  await sendAll(office);
  return { id, ...(await teamMessage(office, id)) };
}
/** The same before her. */
async function beforeHer() {
  const { id } = await waiting(office);
  await showNextCards(office);
  await sendAll(office);
  return { id, ...(await teamMessage(office, id)), card: await cardInSlack(office, id) };
}
const untouched = () => rowsOf(office, "suggestions", "seconds", "concerns", "approvals");
const saysTo = (user: string) => expect.poll(() => whisperedTo(office, user));
const inLine = (text: string) => JSON.stringify(text).slice(1, -1);

describe("«Second» in the channel", () => {
  test("is counted, named in the one message of the suggestion, and answered to who pressed alone", async () => {
    const { id, press, message } = await told();
    const before = channelMessages(office).length;
    await press(omar, "second");
    await saysTo(omar).toContain(say.seconded);
    expect((await suggestionNow(office, id)).seconds).toBe(1);
    await sendAll(office);
    expect(channelMessages(office).filter(({ ephemeral }) => !ephemeral)).toHaveLength(before);
    expect(readable(message())).toContain(`<@${omar}>`);
    expect(whisperedTo(office, nadia)).toBe("");
  });
  test("pressed again is taken back", async () => {
    const { id, press, message } = await told();
    await press(omar, "second");
    await press(omar, "second");
    await saysTo(omar).toContain(say.secondUndone);
    expect((await suggestionNow(office, id)).seconds).toBe(0);
    await sendAll(office);
    expect(readable(message())).not.toContain(`<@${omar}>`);
  });
  test("stands on her card with who it was", async () => {
    const { press } = await beforeHer();
    await press(omar, "second");
    await sendAll(office);
    expect(readable(directMessages(office, executive)[0])).toContain(`"user_id":"${omar}"`);
  });
  test("on one's own is told so", async () => {
    const { press } = await told();
    const before = untouched();
    await press(nadia, "second");
    await saysTo(nadia).toContain(say.secondOwn);
    expect(untouched()).toEqual(before);
  });
  test("that came twice from Slack is one", async () => {
    const { id, place } = await told();
    const twice = {
      user: omar,
      place,
      action: { action_id: "second", value: id },
      over: { trigger_id: "1.2" },
    };
    await forgedPress(office, twice);
    await forgedPress(office, twice);
    expect((await suggestionNow(office, id)).seconds).toBe(1);
    await saysTo(omar).toContain(en.answers.taken);
  });
  test("after she decided is answered with the state, never with what she declined", async () => {
    const { id, card, press } = await beforeHer();
    await decline(pressOn(card), office);
    const before = untouched();
    await press(omar, "second");
    await saysTo(omar).toContain(inLine(en.answers.settledBefore.closed));
    expect(whisperedTo(office, omar)).not.toContain(inLine(en.answers.settledBefore.declined));
    expect(untouched()).toEqual(before);
    expect((await suggestionNow(office, id)).state).toBe("declined");
  });
});

describe("who is not of the team", () => {
  const strangers = [
    ["a guest elsewhere", olga],
    ["she herself, who decides on her card", executive],
  ].flatMap(([who, user]) => ["second", "concern"].map((action_id) => [who, action_id, user] as const));
  test.each(strangers)("(%s) changes nothing by «%s»", async (_, action_id, user) => {
    const { id, place } = await told();
    const before = untouched();
    await forgedPress(office, { user: String(user), place, action: { action_id, value: id } });
    await expect.poll(() => office.logged).toContainEqual({ event: "press_answered", action: action_id });
    expect(untouched()).toEqual(before);
    expect(office.slack.hands.look(String(user)).views).toEqual([]);
  });
  test.each(["second", "concern", "withdraw"])(
    "includes a member's id of another workspace («%s»)",
    async (action_id) => {
      const { id, place } = await told();
      const before = untouched();
      const user = action_id === "withdraw" ? nadia : omar;
      await forgedPress(office, { user, team: "T0OTHER", place, action: { action_id, value: id } });
      await saysTo(user).toContain(
        inLine(action_id === "withdraw" ? say.onlySuggester : say.onlyMembers(channel)),
      );
      expect(untouched()).toEqual(before);
    },
  );
  test("is anybody while Slack does not say who is", async () => {
    const { press } = await told();
    const before = untouched();
    for (const actionId of ["second", "concern"]) {
      office.slack.faults.next("conversations.members", { kind: "http", status: 503 });
      await press(omar, actionId);
      await saysTo(omar).toContain(inLine(say.membershipUnknown(channel)));
    }
    expect(untouched()).toEqual(before);
    await press(omar, "second");
    expect(untouched()).not.toEqual(before);
  });
  test("is who has left the channel", async () => {
    const { id, press, place } = await told();
    await press(omar, "second");
    await office.slack.hands.leave({ user: omar, channel: teamChannel });
    const before = untouched();
    await forgedPress(office, { user: omar, place, action: { action_id: "second", value: id } });
    const answers = () => office.logged.filter(({ event }) => event === "press_answered");
    await expect.poll(answers).toHaveLength(2);
    expect(untouched()).toEqual(before);
  });
});

describe("«Withdraw» in the suggester's message", () => {
  const inDm = (user: string) => directMessages(office, user)[0];
  const placeOf = async (id: Awaited<ReturnType<typeof told>>["id"]) => {
    const message = await office.store.message("suggester", id);
    return { channel: message?.channel, ts: message?.ts } as Awaited<ReturnType<typeof told>>["place"];
  };
  test("takes it back, and all who read of it see so", async () => {
    const { id, message } = await beforeHer();
    await office.slack.hands.press({ user: nadia, ...(await placeOf(id)), actionId: "withdraw" });
    expect((await suggestionNow(office, id)).state).toBe("withdrawn");
    await sendAll(office);
    expect(readable(inDm(nadia))).toContain(inLine(en.news.withdrawn));
    expect(readable(inDm(nadia))).not.toContain('"withdraw"');
    expect(readable(message())).not.toContain('"second"');
    expect(readable(inDm(executive))).not.toContain('"approve"');
    expect(whisperedTo(office, nadia)).toBe("");
  });
  test.each([omar, olga, executive])("is nobody else's (%s)", async (user) => {
    const { id, place } = await told();
    const before = untouched();
    await forgedPress(office, { user, place, action: { action_id: "withdraw", value: id } });
    await expect.poll(() => office.logged).toContainEqual(expect.objectContaining({ action: "withdraw" }));
    expect(untouched()).toEqual(before);
  });
  test("too late is answered with what is so", async () => {
    const { id, card } = await beforeHer();
    await decline(pressOn(card), office);
    await forgedPress(office, {
      user: nadia,
      place: await placeOf(id),
      action: { action_id: "withdraw", value: id },
    });
    await saysTo(nadia).toContain(inLine(en.answers.settledBefore.declined));
  });
});

describe("a value that the bot never wrote", () => {
  const values = [
    "",
    "x",
    "id",
    `${newId()}.${newId()}`,
    "../../etc/passwd",
    "A".repeat(2000),
    7,
    null,
    undefined,
  ];
  test.each(["second", "concern", "withdraw"])("is no suggestion («%s»)", async (action_id) => {
    const { place } = await told();
    const before = untouched();
    for (const value of [...values, newId()])
      await forgedPress(office, { user: nadia, place, action: { action_id, value } });
    await saysTo(nadia).not.toBe("");
    expect(untouched()).toEqual(before);
    expect(office.slack.hands.look(nadia).views).toEqual([]);
  });
  test.each(["second", "concern", "withdraw"])(
    "is not read off what is no button («%s»)",
    async (action_id) => {
      const { id, place } = await told();
      const before = untouched();
      const user = action_id === "withdraw" ? nadia : omar;
      await forgedPress(office, { user, place, action: { action_id, value: id, type: "static_select" } });
      await saysTo(user).toContain(inLine(en.answers.settledBefore.closed));
      expect(untouched()).toEqual(before);
    },
  );
});
