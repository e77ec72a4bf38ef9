import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackChannelId, SlackUserId, SuggestionId } from "../../src/core/ids.js";
import type { MessageKind } from "../../src/core/message.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { aChange, executive } from "../db/builders.js";
import { approvedPost, changeDesk, waiting } from "../flows/a-desk.js";
import { scriptedX } from "../flows/scripted-x.js";
import { cardInSlack, directMessages, type Office, openOffice, readable, sendAll } from "./an-office.js";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  expect(office.slack.problems).toEqual([]);
  await office.close();
});

const hers = () => directMessages(office, executive);
const calls = (method: string) => office.slack.calls.filter((call) => call.method === method);
async function cardWanted(): Promise<SuggestionId> {
  const { id } = await waiting(office);
  await showNextCards(office);
  return id;
}

describe("one message that cannot be sent never holds up another:", () => {
  /** The other messages of the same moment stand in Slack; this one is still owed, later. */
  async function onlyThisIsStuck(kind: MessageKind, subject: string): Promise<void> {
    for (let turn = 0; turn < 4; turn++) {
      await office.outbox.sendOwed();
      office.pass(1_000);
    }
    const stuck = await office.store.message(kind, subject);
    expect(stuck?.attempts).toBeGreaterThan(0);
    expect(stuck?.wanted).toBeGreaterThan(stuck?.shown ?? 0);
    expect(stuck?.dueAt).toBeGreaterThan(office.now());
    const owed = await office.store.messagesOwed(Number.MAX_SAFE_INTEGER, 100);
    expect(owed.map((message) => message.id)).toEqual([stuck?.id]);
    expect(hers()).toHaveLength(1);
  }

  test("a person Slack does not know", async () => {
    const { id } = await waiting(office, { by: "U0GONE" as SlackUserId });
    await showNextCards(office);
    await onlyThisIsStuck("suggester", id);
  });
  test("a channel the bot is not in", async () => {
    await changeDesk(office, { channelId: "C0OTHER" as SlackChannelId });
    await onlyThisIsStuck("team", await cardWanted());
  });
  test.each([
    ["a subject that is not there", "card", "gone"],
    ["a line for a post that is not there", "card_line", "gone"],
    ["a week there never was", "summary", "2026-W99"],
  ] as const)("%s", async (_, kind, subject) => {
    const to = { kind: "person", userId: executive } as const;
    await office.store.commit(aChange({ show: [{ kind, subject, to }], at: office.now() }));
    await cardWanted();
    await onlyThisIsStuck(kind, subject);
  });
});

describe("an older version never overwrites a newer", () => {
  test("what changes while an edit is on its way is sent after it", async () => {
    const id = await cardWanted();
    await sendAll(office);
    const place = await cardInSlack(office, id);
    const { post } = await approvedPost(office, place);
    const held = office.slack.faults.hold("chat.update");
    const first = office.outbox.showNow("card", id);
    await held.arrived;
    office.pass(10_000);
    const out = publishDue({ ...scriptedX(office, { kind: "published" }), showNow: office.outbox.showNow });
    await expect.poll(async () => (await office.store.post(post.id))?.post.state).toBe("running");
    held.release();
    expect(await first).toBe(true);
    await out;
    await sendAll(office);
    expect(readable(hers()[0])).toContain("https://x.com/camille/status/");
    const texts = calls("chat.update")
      .filter(({ args }) => args.ts === place.place.ts)
      .map(({ args }) => JSON.stringify(args.blocks));
    const order = ["Approuvé", "Publication en cours", "x.com/camille/status"].map((words) =>
      texts.findIndex((text) => text.includes(words)),
    );
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order).not.toContain(-1);
  });
  test("asked for twice at once it is sent once", async () => {
    const id = await cardWanted();
    await Promise.all([
      office.outbox.showNow("card", id),
      office.outbox.showNow("card", id),
      office.outbox.sendOwed(),
    ]);
    expect(hers()).toHaveLength(1);
  });
});
