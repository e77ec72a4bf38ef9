import { afterEach, beforeEach, expect, test } from "vitest";
import { publishDue } from "../../src/flows/publish-due.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { readMark } from "../../src/slack/message-mark.js";
import { executive } from "../db/builders.js";
import { approvedPost, waiting } from "../flows/a-desk.js";
import { scriptedX } from "../flows/scripted-x.js";
import { cardInSlack, directMessages, type Office, openOffice, readable, sendAll } from "./an-office.js";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

test("«Posting…» is said anew before each call, so that Slack holds the newest mark though the words are the same", async () => {
  const { id } = await waiting(office);
  await showNextCards(office);
  await sendAll(office);
  await approvedPost(office, await cardInSlack(office, id));
  const notSent = { kind: "not_sent", detail: "no connection" } as const;
  const x = scriptedX(office, notSent, { kind: "published" });
  const marks: { shown: number; held: unknown }[] = [];
  const publish: typeof x.publish = async (approval, part) => {
    const card = await office.store.message("card", id);
    const update = office.slack.calls.filter(({ method }) => method === "chat.update").at(-1);
    expect(readable(directMessages(office, executive)[0])).toContain("Publication en cours");
    marks.push({ shown: card?.wanted ?? 0, held: readMark(update?.args.metadata)?.version });
    return x.publish(approval, part);
  };
  for (const wait of [10_000, 15_000]) {
    office.pass(wait);
    await publishDue({ ...x, publish, showNow: office.outbox.showNow });
  }
  expect(x.sent).toHaveLength(2);
  for (const { shown, held } of marks) expect(held).toBe(shown);
});
