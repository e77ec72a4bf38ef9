import { describe, expect, test } from "vitest";
import { button, context, section } from "../../src/slack/blocks/block-parts.js";
import { menu, option } from "../../src/slack/blocks/card-menu.js";
import { deciding, pressedDigest, wording } from "../../src/slack/blocks/pressed-blocks.js";

type Part = Record<string, unknown>;

/** A card as it is sent: what is not pressed on, the words in two pieces, the buttons. */
function card() {
  const text = `${"a".repeat(2999)}R&D <3 «b»`;
  const [first, last] = wording(text) as unknown as { text: Part }[];
  const buttons = deciding([
    button("approve", "Approve", "the-key", "primary"),
    button("decline", "Decline", "the-key"),
    menu([option("Tomorrow", "snooze 1"), option("Another time", "schedule 1")]),
  ]) as unknown as { elements: Part[] };
  const [approve, , more] = buttons.elements as [Part, Part, { options: { value: string; text: Part }[] }];
  if (!first || !last || !approve) throw new Error("the card is drawn otherwise");
  const lead = context("Suggested by Nadia") as unknown as Part;
  const blocks: unknown[] = [lead, section("*The draft*"), first, last, buttons];
  return { blocks, lead, last: last as { text: Part } & Part, approve, buttons, more };
}
type Card = ReturnType<typeof card>;

/** The digest of a card that came back with one thing changed. */
function digestWith(change: (card: Card) => unknown): string | null {
  const drawn = card();
  change(drawn);
  return pressedDigest(drawn);
}
const said = pressedDigest(card());
const plain = (text: string) => ({ type: "plain_text", text });

describe("what a card says to be pressed on is named by a digest", () => {
  test("the same of the same card, in the shape of ours", () => {
    expect(said).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(digestWith(() => undefined)).toBe(said);
  });

  test.each<[string, (card: Card) => unknown]>([
    ["another word", ({ last }) => Object.assign(last.text, { text: "Hijacked." })],
    ["a space more", ({ last }) => Object.assign(last.text, { text: `${last.text.text} ` })],
    ["another sign", ({ last }) => Object.assign(last.text, { text: "R&D >3 «b»" })],
    ["words that are markup now", ({ last }) => Object.assign(last.text, { type: "mrkdwn" })],
    ["another label on a button", ({ approve }) => Object.assign(approve, { text: plain("Decline") })],
    ["another value in a button", ({ approve }) => Object.assign(approve, { value: "another-key" })],
    ["another action of a button", ({ approve }) => Object.assign(approve, { action_id: "decline" })],
    [
      "a question before a press",
      ({ approve }) => Object.assign(approve, { confirm: { text: plain("No?") } }),
    ],
    ["a link on a button", ({ approve }) => Object.assign(approve, { url: "https://elsewhere.example/" })],
    ["another kind of element", ({ approve }) => Object.assign(approve, { type: "overflow" })],
    ["a picture beside the words", ({ last }) => Object.assign(last, { accessory: { type: "image" } })],
    ["fields beside the words", ({ last }) => Object.assign(last, { fields: [plain("or these")] })],
    ["a button more", ({ buttons }) => buttons.elements.push({ type: "button", action_id: "approve" })],
    ["another choice in the menu", ({ more }) => more.options.push(option("Approve", "approve 1") as never)],
    ["choices in the menu in another order", ({ more }) => more.options.reverse()],
    [
      "another label on a choice in the menu",
      ({ more }) => Object.assign(more.options[0] ?? {}, { text: plain("Now") }),
    ],
    [
      "another value of a choice in the menu",
      ({ more }) => Object.assign(more.options[0] ?? {}, { value: "corporate 1" }),
    ],
    ["a button less", ({ buttons }) => buttons.elements.pop()],
    ["buttons in another order", ({ buttons }) => buttons.elements.reverse()],
    ["a piece of the words more", ({ blocks, last }) => blocks.push({ ...last, block_id: "wording_2" })],
    ["a piece of the words less", ({ blocks }) => blocks.splice(3, 1)],
    ["pieces in another order", ({ blocks }) => blocks.reverse()],
    ["words in a block of another name", ({ last }) => Object.assign(last, { block_id: "other" })],
    ["other words above them", ({ lead }) => Object.assign(lead, { elements: [plain("Posts as @other")] })],
    ["a heading more", ({ blocks }) => blocks.unshift({ type: "header", text: plain("Only a test") })],
    ["a picture more", ({ blocks }) => blocks.unshift({ type: "image", block_id: "p" })],
    [
      "what a screen reader says of a button",
      ({ approve }) => mark(approve, "accessibility_label", "Decline"),
    ],
    [
      "an attachment",
      (drawn) => Object.assign(drawn, { attachments: [{ text: "Only a dress rehearsal." }] }),
    ],
    [
      "a picture attached",
      (drawn) => Object.assign(drawn, { attachments: [{ image_url: "https://a.example" }] }),
    ],
    ["no buttons", ({ blocks }) => blocks.pop()],
    ["no blocks in it", ({ blocks }) => blocks.splice(0)],
    ["things that are no blocks", ({ blocks }) => blocks.splice(0, 5, null, 1, "x")],
  ])("%s makes another", (_, change) => {
    const digest = digestWith(change);
    expect(digest).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(digest).not.toBe(said);
  });

  test.each<[string, (card: Card) => unknown]>([
    ["marks of emoji", ({ last, approve }) => [last.text, approve.text].map((each) => mark(each, "emoji"))],
    ["marks of verbatim", ({ last }) => mark(last.text, "verbatim")],
    ["entities", ({ last }) => Object.assign(last.text, { text: "R&amp;D &lt;3 «b»" })],
    ["the style of a button", ({ approve }) => Object.assign(approve, { style: "danger" })],
    ["an empty list of attachments", (drawn) => Object.assign(drawn, { attachments: [] })],
    ["keys in another order", ({ blocks }) => blocks.splice(0, 5, ...blocks.map(backwards))],
    ["names that Slack gives to other blocks", ({ lead }) => Object.assign(lead, { block_id: "Xq3" })],
  ])("%s make no difference", (_, change) => {
    expect(digestWith(change)).toBe(said);
  });

  test.each([[undefined], [null], ["blocks"], [{}]])("without blocks there is none (%o)", (blocks) => {
    expect(pressedDigest({ blocks })).toBe(null);
  });
});

function mark(text: unknown, name: string, as: unknown = true): unknown {
  return Object.assign(text as Part, { [name]: as });
}

/** The same values, their keys in the opposite order. */
function backwards(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(backwards);
  if (typeof part !== "object" || part === null) return part;
  const turned = Object.entries(part).reverse();
  return Object.fromEntries(turned.map(([name, value]) => [name, backwards(value)]));
}
