import { afterEach, beforeEach, expect, test } from "vitest";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { openOutbox } from "../../src/slack/outbox.js";
import { slackClients } from "../../src/slack/slack-clients.js";
import { executive } from "../db/builders.js";
import { suggestionNow, waiting } from "../flows/a-desk.js";
import { quietLogger } from "../sandbox/slack/quiet-logger.js";
import { directMessages, type Office, openOffice, openRoutes, readable, sendAll } from "./an-office.js";

let office: Office;
let stop: () => Promise<void>;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await stop();
  expect(office.slack.problems).toEqual([]);
  await office.close();
});

const whispers = () => directMessages(office, executive).filter(({ ephemeral }) => ephemeral);

/** Her press on her card, acknowledged before Slack shows it as failed; what it is answered with. */
async function approvePressed(): Promise<string> {
  const dm = office.slack.hands.look(executive).conversations.find(({ kind }) => kind === "dm");
  const [ts, channel] = [dm?.messages[0]?.ts ?? "", dm?.id ?? ""];
  const act = { user: executive, channel, ts, actionId: "approve" };
  const { slackError, ackMs } = await office.slack.hands.press(act);
  expect({ slackError, inTime: ackMs < 2_900 }).toEqual({ slackError: null, inTime: true });
  await expect.poll(whispers, { timeout: 8_000 }).toHaveLength(1);
  return readable(whispers()[0]);
}

test("a press while Slack's answer to the card's first send hangs is acknowledged in time", async () => {
  const { id } = await waiting(office, { draft: "Worth a read." });
  await showNextCards(office);
  let letGo = () => {};
  const released = new Promise<void>((resolve) => (letGo = resolve));
  const lateAnswer: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    if (String(input).endsWith("chat.postMessage")) await released;
    return answer;
  };
  const clients = slackClients(office.options.botToken, office.slack.apiUrl, quietLogger, lateAnswer);
  const outbox = openOutbox({ ...office, slack: clients, mayDraw: () => true });
  stop = await openRoutes(office, { showNow: outbox.showNow });
  const sending = outbox.sendOwed();
  await expect.poll(() => directMessages(office, executive)).toHaveLength(1);
  expect(await approvePressed()).not.toBe("[]");
  expect((await suggestionNow(office, id)).state).toBe("shown");
  letGo();
  await sending;
});

test("a press on which Slack answers nothing it is asked is acknowledged in time, once, and its answer follows", async () => {
  const { id } = await waiting(office, { draft: "Worth a read." });
  await showNextCards(office);
  await sendAll(office);
  stop = await openRoutes(office);
  office.slack.faults.omitMessageBlocks = true;
  office.slack.faults.next("conversations.history", { kind: "hang" }, 2);
  office.slack.faults.next("views.open", { kind: "hang" });
  expect(await approvePressed()).toContain("encore été publié");
  expect((await suggestionNow(office, id)).state).toBe("shown");
});
