import type { SuggestionId } from "../../src/core/ids.js";
import { ownWords } from "../../src/flows/own-words.js";
import { type ADesk, aDelivery, type Card, drawnCard, hers } from "./a-desk.js";

/** Words she wrote herself, on a card that is wanted. */
export async function ownSuggestion(desk: ADesk, text = "A day at the plant."): Promise<SuggestionId> {
  const words = { presser: hers, text, delivery: aDelivery(), once: null };
  const settled = await ownWords(words, desk);
  if (settled.kind !== "settled" || settled.answer.kind !== "on_card") throw new Error("not on a card");
  return settled.answer.key.suggestionId;
}

/** The same as it stands in her direct message. */
export async function ownWordsCard(desk: ADesk, text?: string): Promise<Card> {
  return drawnCard(desk, await ownSuggestion(desk, text));
}
