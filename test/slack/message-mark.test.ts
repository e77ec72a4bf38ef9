import { describe, expect, test } from "vitest";
import { readMark, writeMark } from "../../src/slack/message-mark.js";
import { aCard, aSuggestion } from "../db/builders.js";

const card = aCard(aSuggestion(), { wanted: 7 });
const { event_type, event_payload } = writeMark(card);

describe("the mark of a message of ours", () => {
  test("is read back as it was written: which message, whose, which version", () => {
    expect(readMark({ event_type, event_payload })).toEqual({
      messageId: card.id,
      deskId: card.deskId,
      version: 7,
    });
  });
  test("without its desk or version names the message alone", () => {
    const read = { messageId: card.id, deskId: null, version: null };
    expect(readMark({ event_type, event_payload: { id: card.id } })).toEqual(read);
  });
  test.each([
    ["another app's mark with the same words", { event_type: "another_message", event_payload }],
    ["a mark of no kind", { event_payload }],
    ["a mark that names no message", { event_type, event_payload: { desk: card.deskId, version: 7 } }],
    ["a mark whose version is no number", { event_type, event_payload: { ...event_payload, version: "7" } }],
    ["no mark", undefined],
  ])("is not %s", (_, metadata) => {
    expect(readMark(metadata)).toBeNull();
  });
});
