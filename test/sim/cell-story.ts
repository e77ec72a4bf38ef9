import { executive, nadia } from "../db/builders.js";
import { buttonsOf, nobody, press, submit } from "./acts.js";
import { cardsOf, cardWith, countRows, type Told } from "./cell-facts.js";
import { truthful } from "./people-acting.js";
import { nowShown } from "./slack-room.js";
import type { Act, World } from "./world.js";

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;

/** What the people of a cell do at a stage that is not the plain thing. */
export type AtStage = {
  /** Just before they act for the first time. */
  readonly before: (stage: Stage) => void;
  readonly malformed: (stage: Stage) => boolean;
  readonly conflict: (stage: Stage) => boolean;
};
export type Stage = "suggest" | "edit" | "approve" | "card";

const numbers: Readonly<Record<Stage, number>> = { suggest: 1, card: 3, edit: 4, approve: 5 };
export const stageNumber = (stage: Stage): number => numbers[stage];

/** Lets things happen until this is so. False when it never was within that time. */
export async function until(world: World, so: () => boolean, ms: number): Promise<boolean> {
  const end = world.time.now() + ms;
  while (!so()) {
    if (world.time.now() > end || world.broken.length > 0) return false;
    await world.time.step();
  }
  return true;
}

export const pass = (world: World, ms: number) => {
  const end = world.time.now() + ms;
  return until(world, () => world.time.now() >= end, ms + hourMs);
};

const listening = (world: World) => () => world.heard && world.life?.routes() != null;

/** They do it, and do it again when nothing came of it. */
async function attempt(told: Told, stage: Stage, act: () => Act | null, taken: () => boolean): Promise<void> {
  const { world, cell } = told;
  for (let tries = 1; tries <= 5 && !taken(); tries++) {
    if (tries > 1) await until(world, listening(world), hourMs);
    act();
    if (stageNumber(stage) === cell.number) told.tries = tries;
    if (await until(world, taken, 20 * secondMs)) return;
    await pass(world, 10 * secondMs);
  }
}

export async function suggestOne(told: Told, at: AtStage, number: number): Promise<void> {
  const { world } = told;
  const link = `https://journal.example/article-${number}`;
  const draft = `Worth a read ${number} ${link}`;
  const view = { callback_id: "suggest", blocks: [] };
  const fields = { url: { value: link }, note: { value: "" }, draft: { value: draft } };
  const stands = () =>
    told.world.house.database.sqlite.prepare("SELECT 1 FROM suggestions WHERE link = ?").get(link);
  let first = true;
  const act = () => {
    const malformed = first && number === 1 && at.malformed("suggest");
    if (first && number === 1) at.before("suggest");
    first = false;
    return submit(world, { user: malformed ? nobody : nadia, trigger: "", view }, fields, draft);
  };
  await attempt(told, number === 1 ? "suggest" : "card", act, () => stands() !== undefined);
}

/** She changes the words without approving them: they come back in a form she leaves alone. */
export async function edit(told: Told, at: AtStage): Promise<void> {
  const { world } = told;
  const before = countRows(world).revisions;
  let first = true;
  await attempt(
    told,
    "edit",
    () => {
      const card = cardWith(world, "rewrite");
      if (!card) return null;
      if (first) at.before("edit");
      const rivals = first && at.conflict("edit");
      first = false;
      const { callback_id, private_metadata } = rewriteOf(card);
      const form = { user: executive, trigger: "", view: { callback_id, private_metadata, blocks: [] } };
      const act = submit(world, form, { text: { value: ":tada: bravo" } }, ":tada: bravo");
      if (rivals)
        told.rivals = [act, press(world, executive, card.message, card.look, buttonNamed(card, "approve"))];
      return act;
    },
    () => countRows(world).revisions > before || told.rivals !== null,
  );
  world.forms.length = 0;
}

type Card = NonNullable<ReturnType<typeof cardWith>>;

/** The form as `rewrite` opens it: its kind, the card's key, and where the card stands. */
function rewriteOf({ message, button }: Card) {
  return {
    callback_id: "rewrite",
    private_metadata: `rewrite ${button.value} ${message.channel} ${message.ts}`,
  };
}

function buttonNamed({ look }: Card, action: string) {
  const found = buttonsOf(look).find(({ action_id }) => action_id === action);
  if (!found) throw new Error(`no ${action} on the card`);
  return found;
}

export async function approveIt(told: Told, at: AtStage): Promise<void> {
  const { world } = told;
  const before = countRows(world).approvals;
  let first = true;
  await attempt(
    told,
    "approve",
    () => {
      const card = cardWith(world, "approve");
      if (!card) return null;
      if (first) at.before("approve");
      const malformed = first && at.malformed("approve");
      const rivals = first && at.conflict("approve");
      first = false;
      const act = press(world, malformed ? nobody : executive, card.message, card.look, card.button);
      if (rivals)
        told.rivals = [act, press(world, executive, card.message, card.look, buttonNamed(card, "decline"))];
      return act;
    },
    () => countRows(world).approvals > before || told.rivals !== null,
  );
}

const standingStates = new Set(["done", "cancelled", "missed", "refused", "absent"]);

/** What became of the newest post of all. */
export function newestPost(world: World): string | null {
  const query = "SELECT state FROM posts ORDER BY rowid DESC LIMIT 1";
  return world.house.database.sqlite.prepare<[], string>(query).pluck().get() ?? null;
}

/** Until it is out or given back; asked what became of it, she says what she sees. */
export async function seeItThrough(told: Told): Promise<void> {
  const { world } = told;
  for (let turns = 0; turns < 40; turns++) {
    const asks = () => cardWith(world, "it_appeared") !== null;
    const settled = () => standingStates.has(newestPost(world) ?? "done");
    await until(world, () => settled() || asks(), 30 * minuteMs);
    if (settled()) return;
    const card = cardWith(world, "it_appeared");
    if (!card) continue;
    told.asked = true;
    // She looks at X first, and gives it the time that its timeline takes.
    await pass(world, 3 * minuteMs);
    for (const action of ["it_appeared", "it_did_not"]) {
      const now = cardWith(world, action);
      if (now && truthful(world, now.message, action))
        press(world, executive, now.message, now.look, now.button);
    }
    await pass(world, 5 * secondMs);
  }
}

/** Presses on copies of her card that the bot does not know of: none may count. */
export async function pressOnCopies(told: Told): Promise<void> {
  const { world } = told;
  const before = countRows(world).approvals;
  const known = world.house.database.sqlite.prepare("SELECT 1 FROM messages WHERE ts = ?");
  for (const message of cardsOf(world)) {
    if (known.get(message.ts)) continue;
    for (const button of buttonsOf(nowShown(message)))
      if (button.action_id === "approve") press(world, executive, message, nowShown(message), button);
  }
  await pass(world, 5 * secondMs);
  told.extraCounts ||= countRows(world).approvals > before;
}
