import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SuggestionId } from "../../src/core/ids.js";
import { afterDeclining } from "../../src/flows/after-declining.js";
import { decline } from "../../src/flows/decline.js";
import { publishDue } from "../../src/flows/publish-due.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { openOutbox } from "../../src/slack/outbox.js";
import { aChange, executive, nadia } from "../db/builders.js";
import { aDelivery, approvedPost, pressOn, waiting } from "../flows/a-desk.js";
import { scriptedX } from "../flows/scripted-x.js";
import {
  cardInSlack,
  channelMessages,
  directMessages,
  type Office,
  openOffice,
  readable,
  sendAll,
} from "./an-office.js";

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
const card = (id: SuggestionId) => office.store.message("card", id);

describe("messages are brought up to date", () => {
  test("each to its reader, in their language, and where it stands is recorded", async () => {
    const id = await cardWanted();
    await sendAll(office);
    expect(readable(hers()[0])).toContain("Approuver et publier");
    expect(readable(directMessages(office, nadia)[0])).toContain("Sent to her");
    expect(channelMessages(office)).toHaveLength(1);
    const row = await card(id);
    expect(row).toMatchObject({ ts: hers()[0]?.ts, attempts: 0, sendingSince: null });
    expect(row?.shown).toBe(row?.wanted);
    expect(hers()[0]?.metadata?.event_payload).toEqual({
      id: row?.id,
      desk: row?.deskId,
      version: 1,
    });
  });
  test("in place, by an edit, and a post that is out adds a line in the card's thread and one in the channel", async () => {
    const id = await cardWanted();
    await sendAll(office);
    const [before] = hers();
    await approvedPost(office, await cardInSlack(office, id));
    office.pass(10_000);
    await publishDue({ ...scriptedX(office, { kind: "published" }), showNow: office.outbox.showNow });
    await sendAll(office);
    const [after, line, ...others] = hers();
    expect(others).toEqual([]);
    expect(after).toMatchObject({ ts: before?.ts, edited: true });
    expect(readable(after)).toContain("https://x.com/camille/status/");
    expect(line).toMatchObject({ threadTs: before?.ts, broadcast: false });
    expect(channelMessages(office)[1]).toMatchObject({
      threadTs: channelMessages(office)[0]?.ts,
      broadcast: true,
    });
  });
  test("but not sent again when nothing in them has changed", async () => {
    const id = await cardWanted();
    await sendAll(office);
    const before = office.slack.calls.length;
    const to = { kind: "person", userId: executive } as const;
    await office.store.commit(aChange({ show: [{ kind: "card", subject: id, to }], at: office.now() }));
    await sendAll(office);
    expect(office.slack.calls.length).toBe(before);
    expect((await card(id))?.shown).toBe((await card(id))?.wanted);
  });
  test("all of them, also when there are many", async () => {
    for (let n = 0; n < 12; n++) await waiting(office);
    await sendAll(office, 40);
    expect(channelMessages(office)).toHaveLength(12);
    expect(directMessages(office, nadia)).toHaveLength(12);
  });
  test("the witness before the call to X is true only when Slack said so", async () => {
    const id = await cardWanted();
    office.slack.faults.next("chat.postMessage", { kind: "http", status: 503 });
    expect(await office.outbox.showNow("card", id)).toBe(false);
    expect(await office.outbox.showNow("card", id)).toBe(true);
    expect(await office.outbox.showNow("card", "nobody" as SuggestionId)).toBe(false);
    const { length } = office.slack.calls;
    expect(await office.outbox.showNow("card", id)).toBe(true);
    expect(office.slack.calls).toHaveLength(length);
  });
});

describe("when Slack asks to wait", () => {
  test("it is waited as long as Slack says, and others go meanwhile", async () => {
    const id = await cardWanted();
    office.slack.faults.next("chat.postMessage", { kind: "rate_limited", retryAfterSeconds: 7 });
    await office.outbox.showNow("card", id);
    expect((await card(id))?.dueAt).toBe(office.now() + 7_000);
    office.pass(6_999);
    await office.outbox.sendOwed();
    expect(hers()).toEqual([]);
    expect(channelMessages(office)).toHaveLength(1);
    office.pass(1);
    await office.outbox.sendOwed();
    expect(hers()).toHaveLength(1);
  });
});

describe("when Slack fails", () => {
  test("it is tried again after 1, 2, 4 … seconds, ten minutes at most, and arrives once", async () => {
    const id = await cardWanted();
    const waits: number[] = [];
    office.slack.faults.next("chat.postMessage", { kind: "http", status: 500 }, 12);
    for (let tries = 0; tries < 12; tries++) {
      await office.outbox.showNow("card", id);
      const { dueAt = 0 } = (await card(id)) ?? {};
      waits.push((dueAt - office.now()) / 1000);
      office.goTo(dueAt);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600]);
    await sendAll(office);
    expect(hers()).toHaveLength(1);
  });
  test.each(["lost_answer", "reset"] as const)(
    "%s in a DM: it is looked for there, and stands there once",
    async (kind) => {
      const id = await cardWanted();
      office.slack.faults.next("chat.postMessage", { kind });
      expect(await office.outbox.showNow("card", id)).toBe(false);
      expect((await card(id))?.sendingSince).not.toBeNull();
      await sendAll(office);
      expect(hers()).toHaveLength(1);
      expect((await card(id))?.ts).toBe(hers()[0]?.ts);
      // Where nothing was found, one more look: it may have arrived meanwhile.
      expect(calls("conversations.history")).toHaveLength(kind === "lost_answer" ? 1 : 2);
    },
  );
  test("a send that arrives only after it was looked for and sent again: the older copy is made inert", async () => {
    const id = await cardWanted();
    const held = office.slack.faults.hold("chat.postMessage");
    const first = office.outbox.showNow("card", id);
    await held.arrived;
    // Another life of the process, which knows nothing of the call that hangs.
    office.pass(60_000);
    const look = office.slack.faults.hold("conversations.history");
    const second = office.newOutbox().showNow("card", id);
    await look.arrived;
    look.release();
    const again = office.slack.faults.hold("chat.postMessage");
    await again.arrived;
    held.release();
    await first;
    again.release();
    expect(await second).toBe(true);
    const [older, newer, ...more] = hers().filter(({ threadTs }) => threadTs === null);
    expect(more).toEqual([]);
    const recorded = (await card(id))?.ts;
    const inert = [older, newer].find((message) => message?.ts !== recorded);
    expect(readable(inert)).not.toContain("approve");
    expect(readable([older, newer].find((message) => message?.ts === recorded))).toContain("approve");
  });
  test("a process that stopped before Slack answered: the next one finds the message", async () => {
    const id = await cardWanted();
    office.slack.faults.next("chat.postMessage", { kind: "lost_answer" });
    await office.outbox.showNow("card", id);
    office.pass(60_000);
    await office.newOutbox().sendOwed();
    expect(hers()).toHaveLength(1);
    expect(await card(id)).toMatchObject({ ts: hers()[0]?.ts, sendingSince: null });
  });
  test("a line lost in her card's thread is looked for in that thread, and stands there once", async () => {
    const id = await cardWanted();
    await sendAll(office);
    const { post } = await approvedPost(office, await cardInSlack(office, id));
    office.pass(10_000);
    await publishDue({ ...scriptedX(office, { kind: "published" }), showNow: office.outbox.showNow });
    office.slack.faults.next("chat.postMessage", { kind: "lost_answer" });
    expect(await office.outbox.showNow("card_line", post.id)).toBe(false);
    await sendAll(office);
    expect(hers().filter(({ threadTs }) => threadTs !== null)).toHaveLength(1);
  });
});

describe("a card that somebody deleted in Slack", () => {
  test("is sent anew when it has something to say, and a press on it counts", async () => {
    const id = await cardWanted();
    await sendAll(office);
    const row = await card(id);
    await office.clients.patient.chat.delete({ channel: row?.channel ?? "", ts: row?.ts ?? "" });
    expect(hers()).toEqual([]);
    const suggestion = await office.store.suggestion(id);
    if (!suggestion) throw new Error("no suggestion");
    const to = { kind: "person", userId: executive } as const;
    await office.store.commit(aChange({ show: [{ kind: "card", subject: id, to }], at: office.now() }));
    // Another life of the process, which is not sure of what Slack shows, and so looks.
    const outbox = office.newOutbox();
    await outbox.sendOwed();
    await outbox.sendOwed();
    expect(hers()).toHaveLength(1);
    expect((await card(id))?.ts).toBe(hers()[0]?.ts);
    await approvedPost(office, await cardInSlack(office, id));
  });
});

describe("a picture that Slack cannot fetch", () => {
  test("never costs the card: it is sent without, and stays without when it is edited", async () => {
    office.slack.faults.refuseImages = () => true;
    const picture = "https://journal.example/p.png";
    const article = {
      title: "A title",
      site: "S",
      author: null,
      publishedAt: null,
      language: null,
      description: null,
      canonicalLink: null,
    };
    const { id } = await waiting({
      ...office,
      readArticle: async () => ({ kind: "read", article: { ...article, picture } }),
    });
    await showNextCards(office);
    await sendAll(office);
    expect(readable(hers()[0])).toContain("A title");
    expect(readable(hers()[0])).not.toContain(picture);
    await decline(pressOn(await cardInSlack(office, id)), office);
    await sendAll(office);
    expect(readable(hers()[0])).toContain("Décliné");
    expect(readable(hers()[0])).not.toContain(picture);
  });
});

describe("an update whose answer was lost", () => {
  test.each(["the same process", "the next process"])(
    "is undone in Slack when the card is again what it was, by %s",
    async (process) => {
      const id = await cardWanted();
      await sendAll(office);
      const pressed = pressOn(await cardInSlack(office, id));
      await decline(pressed, office);
      office.slack.faults.next("chat.update", { kind: "lost_answer" }, 3);
      await office.outbox.sendOwed();
      expect(readable(hers()[0])).toContain("Décliné");
      office.slack.faults.reset();
      const undo = {
        ...pressed,
        suggestionId: id,
        delivery: aDelivery(),
        does: { kind: "take_back" } as const,
      };
      await afterDeclining(undo, office);
      await (process === "the same process" ? office.outbox : office.newOutbox()).sendOwed();
      expect(readable(hers()[0])).not.toContain("Décliné");
      expect(readable(hers()[0])).toContain('"approve"');
    },
  );
});

describe("while her direct message is a witness that has not been read", () => {
  test("nothing is drawn over it, and nothing new is sent; afterwards everything is", async () => {
    const id = await cardWanted();
    await sendAll(office);
    await decline(pressOn(await cardInSlack(office, id)), office);
    await cardWanted();
    let read = false;
    const unread = openOutbox({ ...office, slack: office.clients, mayDraw: () => read });
    const [before, shown] = [office.slack.calls.length, readable(hers()[0])];
    await unread.sendOwed();
    expect(await unread.showNow("card", id)).toBe(false);
    expect(office.slack.calls).toHaveLength(before);
    read = true;
    await unread.sendOwed();
    expect(readable(hers()[0])).not.toBe(shown);
    expect(readable(hers()[0])).toContain("Décliné");
  });
});
