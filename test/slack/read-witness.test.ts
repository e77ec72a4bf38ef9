import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SlackChannelId, SlackTs, SuggestionId } from "../../src/core/ids.js";
import { checkWitness } from "../../src/flows/check-witness.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { readsWitness } from "../../src/slack/read-witness.js";
import { aDesk, executive, minute } from "../db/builders.js";
import { approvedPost, recorded, suggestionNow, waiting } from "../flows/a-desk.js";
import { cardInSlack, directMessages, type Office, openOffice, sendAll } from "./an-office.js";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const read = (...places: { channel: SlackChannelId; ts: SlackTs }[]) =>
  readsWitness({ slack: office.clients })([executive], places);
async function cardSent(): Promise<SuggestionId> {
  const { id } = await waiting(office);
  await showNextCards(office);
  await sendAll(office);
  return id;
}
/** Puts something into her direct message past the bot, as whoever holds its token can. */
async function post(text: string, payload?: Record<string, string | number>) {
  const { channel } = await office.clients.patient.conversations.open({ users: executive });
  const posted = await office.clients.patient.chat.postMessage({
    channel: String(channel?.id),
    text,
    ...(payload && { metadata: { event_type: "firsthand_message", event_payload: payload } }),
  });
  return { channel: posted.channel as SlackChannelId, ts: posted.ts as SlackTs };
}

describe("what her direct message shows of ours", () => {
  test("is each message with the version that was drawn, and where it stands", async () => {
    const id = await cardSent();
    const message = await office.store.message("card", id);
    expect(await read()).toEqual([
      {
        messageId: message?.id,
        deskId: aDesk().id,
        version: message?.shown,
        channel: message?.channel,
        ts: message?.ts,
      },
    ]);
  });
  test("is the newer version once the card was drawn anew", async () => {
    const id = await cardSent();
    const [before] = await read();
    await approvedPost(office, await cardInSlack(office, id));
    await sendAll(office);
    const [after] = await read();
    expect(after?.version).toBe((before?.version ?? 0) + 1);
    expect(after?.ts).toBe(before?.ts);
  });
  test("is nothing of what carries no mark of ours, whole or in part", async () => {
    await post("A message of somebody else.");
    await post("A mark without a desk.", { id: "m", version: 3 });
    await post("A mark without a version.", { id: "m", desk: aDesk().id });
    await post("A mark without a message.", { desk: aDesk().id, version: 3 });
    expect(await read()).toEqual([]);
    await post("Whole.", { id: "m", desk: "another", version: 3 });
    expect(await read()).toMatchObject([{ messageId: "m", deskId: "another", version: 3 }]);
  });
  test("is also an old card that was asked for by its place, beyond the newest that are read", async () => {
    const id = await cardSent();
    const { place } = await cardInSlack(office, id);
    for (let n = 0; n < 200; n++) {
      office.pass(minute);
      await post(`Message ${n}`);
    }
    expect(await read()).toEqual([]);
    expect(await read(place)).toMatchObject([place]);
  });
  test.each(["conversations.open", "conversations.history"])(
    "is not known when %s is not answered: it throws",
    async (method) => {
      await cardSent();
      office.slack.faults.next(method, { kind: "http", status: 503 });
      await expect(read()).rejects.toThrow();
    },
  );
  test("is not known when one place is not answered: it throws", async () => {
    const { place } = await cardInSlack(office, await cardSent());
    const { history } = office.clients.patient.conversations;
    let calls = 0;
    const conversations = {
      ...office.clients.patient.conversations,
      history: (...args: Parameters<typeof history>) => {
        calls += 1;
        if (calls === 2) office.slack.faults.next("conversations.history", { kind: "reset" });
        return history(...args);
      },
    };
    const slack = { patient: { conversations } } as unknown as Office["clients"];
    await expect(readsWitness({ slack })([executive], [place])).rejects.toThrow();
    expect(calls).toBe(2);
  });
});

describe("an older copy of the database", () => {
  test("is noticed by a scheduled post's card, which Slack shows drawn later; then not again", async () => {
    const id = await cardSent();
    const card = await cardInSlack(office, id);
    const postAt = office.now() + 60 * minute;
    const { post: scheduled } = await approvedPost(office, card, { act: "schedule", postAt });
    await sendAll(office);
    const readWitness = readsWitness({ slack: office.clients });
    const started = () => checkWitness({ ...office, readWitness });
    await started();
    expect((await office.store.desk())?.frozen).toBe(null);
    // What the card said since is forgotten: as if the copy were from before it.
    office.database.sqlite.prepare("UPDATE messages SET wanted = 1, shown = 1 WHERE kind = 'card'").run();
    await started();
    expect((await office.store.desk())?.frozen).toBe("old_database");
    expect((await office.store.post(scheduled.id))?.post.state).toBe("cancelled");
    expect((await suggestionNow(office, id)).setback).toEqual({ kind: "restored" });
    await sendAll(office);
    expect(
      directMessages(office, executive).some(({ blocks }) => JSON.stringify(blocks).includes('"resume"')),
    ).toBe(true);
    const lines = recorded(office).length;
    await started();
    expect(recorded(office)).toHaveLength(lines);
  });
});
