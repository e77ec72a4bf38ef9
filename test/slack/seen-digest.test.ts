import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeCardKey } from "../../src/core/card-key.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { pressedDigest } from "../../src/slack/blocks/pressed-blocks.js";
import { seenDigest } from "../../src/slack/seen-digest.js";
import { type Card, waiting } from "../flows/a-desk.js";
import { cardInSlack, type Office, openOffice, sendAll } from "./an-office.js";

let office: Office;
let card: Card;
beforeEach(async () => {
  office = await openOffice();
  const { id } = await waiting(office);
  await showNextCards(office);
  await sendAll(office);
  card = await cardInSlack(office, id);
});
afterEach(() => office.close());

const histories = () => office.slack.calls.filter(({ method }) => method === "conversations.history").length;
const approve = () => ({ action_id: "approve", value: writeCardKey(card.key) });
/** Blocks that hold the button pressed. */
const withButton = (...others: ({ type: string } & Record<string, unknown>)[]) => {
  const text = { type: "plain_text", text: "Approve" };
  return [...others, { type: "actions", elements: [{ type: "button", text, ...approve() }] }];
};
/** What is seen in a press at this place whose message brings these blocks along. */
function seen(blocks: unknown, place = card.place, pressed = approve()) {
  const body = { channel: { id: place.channel }, message: { ts: place.ts, blocks } };
  return seenDigest(body, card.id, pressed, { slack: office.clients, store: office.store });
}

describe("what the card showed when it was pressed", () => {
  test("is what the press brought along, and Slack is not asked", async () => {
    const words = { type: "section", block_id: "wording_0", text: { type: "plain_text", text: "Other." } };
    const blocks = withButton(words);
    expect(await seen(blocks)).toBe(pressedDigest({ blocks }));
    expect(histories()).toBe(0);
  });
  test("is nothing where the button pressed does not stand there with what it carries", async () => {
    const other = { action_id: "approve", value: `${writeCardKey(card.key)}.1` };
    expect(await seen(withButton(), card.place, other)).toBeNull();
    expect(await seen(undefined, card.place, other)).toBeNull();
    expect(await seen([])).toBeNull();
  });
  test("is, where it brought nothing, what Slack shows at that place now", async () => {
    expect(await seen(undefined)).toBe(card.seen);
    expect(histories()).toBe(1);
  });
  test("is then also what somebody else made of it meanwhile", async () => {
    const blocks = withButton({ type: "section", text: { type: "plain_text", text: "Harmless." } });
    office.slack.faults.updateAsApp(card.place.channel, card.place.ts, { text: "Harmless.", blocks });
    expect(await seen(undefined)).toBe(pressedDigest({ blocks }));
    expect(card.seen).not.toBe(pressedDigest({ blocks }));
  });
  test.each([
    ["another conversation", { channel: "C0TEAM" }],
    ["another message", { ts: "1795424400.999999" }],
  ])("is nothing for a press on %s: Slack is not even asked", async (_, elsewhere) => {
    expect(await seen(undefined, { ...card.place, ...elsewhere } as Card["place"])).toBe(null);
    expect(histories()).toBe(0);
  });
  test.each([
    { kind: "http", status: 503 },
    { kind: "reset" },
    { kind: "error", error: "missing_scope" },
  ] as const)("is nothing when Slack does not say (%o)", async (fault) => {
    office.slack.faults.next("conversations.history", fault);
    expect(await seen(undefined)).toBe(null);
  });
});
