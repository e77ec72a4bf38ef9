import { wordsFor } from "../../src/i18n/words-for.js";
import { executive, nadia } from "../db/builders.js";
import { buttonsOf, press } from "./acts.js";
import { cardsOf, cardWith, type Facts, type Told } from "./cell-facts.js";
import {
  type AtStage,
  approveIt,
  hourMs,
  newestPost,
  pass,
  seeItThrough,
  suggestOne,
  until,
} from "./cell-story.js";
import { dmOf, nowShown } from "./slack-room.js";
import type { World } from "./world.js";

const minuteMs = 60_000;

/** Nothing goes out while X has not said whose access this is; once it has, what waited goes. */
export async function untilConnected(told: Told): Promise<void> {
  const { world, cell } = told;
  await pass(world, 40_000);
  told.disconnected = cell.fault === "auth" ? newestPost(world) === "refused" : world.calls.length === 0;
  told.cutOff = false;
  if (cell.fault === "auth") void world.life?.stop();
}

/** Of two that came at once one stands before her, and the other's suggester reads that it comes after. */
export async function whoWaits(world: World): Promise<Facts["conflict"]> {
  await pass(world, minuteMs);
  const after = wordsFor("en-GB").answers.seenAfter(1);
  const told = world.slack.in(dmOf(nadia)).some((message) => nowShown(message).text.includes(after));
  return { won: cardsOf(world).length, told };
}

/** Two presses that cannot both hold, on a card whose place nobody has written down yet. */
export function pressWhileSending(told: Told, hit: () => void): void {
  const { world } = told;
  const card = cardWith(world, "approve");
  const other = cardWith(world, "decline");
  if (!card || !other) return;
  hit();
  told.rivals = [
    press(world, executive, card.message, card.look, card.button),
    press(world, executive, other.message, other.look, other.button),
  ];
}

/** The card still shows the words before her edit: an approving press on them must be refused. */
export async function pressOnOldWords(told: Told): Promise<void> {
  const { world } = told;
  const [card] = cardsOf(world);
  const old = card?.shown[0];
  const button = card && cardWith(world, "approve")?.button;
  if (!card || !old || !button) return;
  const oldButton = buttonsOf(old).find(({ action_id }) => action_id === button.action_id);
  if (oldButton) press(world, executive, card, old, oldButton);
  told.tries += 1;
  await pass(world, 5_000);
}

/** Where the card came back to her for another press, she presses: but not where she said it did not appear. */
export async function pressAgain(told: Told, at: AtStage): Promise<void> {
  const { world, cell } = told;
  const state = newestPost(world);
  if (told.rivals || cell.promise === "H" || state === "done" || state === "absent" || state === null) return;
  if (state === "cancelled") return;
  await until(
    world,
    () => cardWith(world, "approve") !== null && world.skew === 0 && world.heard,
    2 * hourMs,
  );
  if (cardWith(world, "approve") === null) return;
  told.givenBack += 1;
  await approveIt(told, at);
  await seeItThrough(told);
}

/** The world moves on, and then the old copy is put back: her direct message knows more than it does. */
export async function putBack(told: Told, at: AtStage): Promise<void> {
  const { world } = told;
  await suggestOne(told, at, 2);
  await until(world, () => cardsOf(world).length > 1, 20 * minuteMs);
  await pass(world, minuteMs);
  void world.life?.crash();
  world.house.restore();
  world.happened.restored += 1;
  const calls = world.calls.length;
  await until(world, () => world.life?.routes() != null, hourMs);
  await pass(world, 15 * minuteMs);
  const query = "SELECT 1 FROM desks WHERE frozen IS NOT NULL";
  told.frozen = world.house.database.sqlite.prepare(query).get() !== undefined;
  told.callsWhileFrozen = world.calls.length - calls;
}
