import Database from "better-sqlite3";
import { expect } from "vitest";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { forgePress } from "./forge-press.js";
import { CAMILLE, COMMS, EXECUTIVE, NADIA, postLink, TOM } from "./people.js";
import {
  buttonValue,
  creates,
  formOf,
  linesBelow,
  liveButtons,
  messageAbout,
  openCard,
  plainTexts,
  postShown,
  said,
  toldPrivately,
} from "./read-screen.js";
import type { House } from "./start-house.js";
import { storiesIn } from "./story-telling.js";

const story = storiesIn({ env: { CARDS_AT_ONCE: "3" } });

const HOUR = 3_600_000;
const AWAY = "America/New_York";
/** As old as the newsstand says of it. */
const DAY_OLD = { path: "/travail-vivant/reparer-dabord", hoursOld: 26 };

/** Waits until this person's message about the article says this. */
const reads = (house: House, user: string, link: string, words: string) =>
  house.until(`${user} reads «${words}»`, () => {
    const message = messageAbout(house, user, "dm", link);
    return message && said(message).includes(words) && message;
  });

/** Everything of a sentence that stands before what it is given. */
const upTo = (sentence: (given: string) => string) => sentence("|").split("|")[0] ?? "";

async function suggestByForm(house: House, fields: Readonly<Record<string, string>>): Promise<void> {
  const { hands } = house;
  await hands.command({ user: NADIA, channel: COMMS, command: "/suggest", text: "" });
  const { id: viewId } = await house.until("the form", () => formOf(house, NADIA));
  for (const [blockId, value] of Object.entries(fields))
    await hands.fill({ user: NADIA, viewId, blockId, actionId: "value", value });
  const { fieldErrors } = await hands.submit({ user: NADIA, viewId });
  expect(fieldErrors).toBeNull();
}

/** A flight lasts longer than the minute for which her profile counts as known. */
function hoursPass(house: House, hours: number): void {
  const sqlite = new Database(house.env.DATABASE_PATH);
  try {
    const passed = sqlite.prepare("UPDATE people SET seen_at = seen_at - ? WHERE user_id = ?");
    expect(passed.run(hours * HOUR, CAMILLE).changes).toBe(1);
  } finally {
    sqlite.close();
  }
}

story("three suggestions reach her on a plane; landed, she decides them all", async (house) => {
  const { hands, slack, x, newsstand } = house;
  const before = creates(house).length;
  const wrong = house.link("already-denied");
  const old = `${newsstand.url}${DAY_OLD.path}`;
  const hers = house.link("in-her-words");

  // In the air: the cards come, and nobody decides anything.
  await hands.command({ user: TOM, channel: COMMS, command: "/suggest", text: `${wrong} Our numbers!` });
  await suggestByForm(house, { url: old, urgency: "today", draft: "Réparer d’abord. Le reste suit." });
  await hands.command({ user: NADIA, channel: COMMS, command: "/suggest", text: hers });
  const cards = [];
  for (const link of [wrong, old, hers]) cards.push(await openCard(house, link));
  const [wrongCard, oldCard, hersCard] = cards.map(({ card }) => card);
  const channel = cards[0]?.channel ?? "";
  if (!wrongCard || !oldCard || !hersCard) throw new Error("a card is missing");
  await reads(house, TOM, wrong, upTo(en.news.sentToHer));
  for (const link of [old, hers]) await reads(house, NADIA, link, upTo(fr.news.sentToHer));
  const days = [Date.now() - 60_000, Date.now()].map((now) =>
    fr.card.published(fr.dates.day(now - DAY_OLD.hoursOld * HOUR, EXECUTIVE.tz)),
  );
  expect(days.some((day) => said(oldCard).includes(day))).toBe(true);
  expect(said(oldCard)).toContain(fr.team.urgency.today);
  expect(creates(house)).toHaveLength(before);

  // She has landed, and reads the wrong one first.
  await hands.setZone({ user: CAMILLE, tz: AWAY });
  hoursPass(house, 9);
  const press = (ts: string, actionId: string) => hands.press({ user: CAMILLE, channel, ts, actionId });
  await press(wrongCard.ts, "decline");
  await reads(house, CAMILLE, wrong, fr.card.declined);
  await reads(house, TOM, wrong, en.news.declined);
  await press(wrongCard.ts, "reason_not_sure");
  await reads(house, TOM, wrong, en.news.declineReason("not_sure"));
  await reads(house, CAMILLE, wrong, fr.card.reasons.not_sure);
  const others = JSON.stringify(hands.look(NADIA));
  for (const { news } of [fr, en]) expect(others).not.toContain(news.declineReason("not_sure"));

  // The one she writes herself: its form knows where she is.
  slack.faults.alterText = "as_slack";
  await press(hersCard.ts, "rewrite");
  const form = await house.until("the form for her words", () => formOf(house, CAMILLE));
  const offered = fr.times.andThere(
    ...([EXECUTIVE.tz, AWAY].map((zone) => fr.dates.shortly(nextSlot(form.blocks), zone)) as [
      string,
      string,
    ]),
  );
  expect(said(form)).toContain(offered);
  const words = "Bien arrivée 👋🏽, et le train de nuit aussi 🚆";
  await hands.fill({ user: CAMILLE, viewId: form.id, blockId: "text", actionId: "value", value: words });
  await hands.submit({ user: CAMILLE, viewId: form.id });
  const notYet = formOf(house, CAMILLE);
  expect(notYet?.title).toBe(fr.forms.confirm.title);
  expect(plainTexts(notYet ?? { blocks: [] }).join("")).toBe(words);
  await house.until("the card keeps her words, undecided", () => {
    const card = messageAbout(house, CAMILLE, "dm", hers);
    return card && postShown(card) === words && liveButtons(card).includes("approve");
  });
  await reads(house, NADIA, hers, upTo(fr.news.sentToHer));
  expect(creates(house)).toHaveLength(before);

  // The last press, which a network that comes and goes delivers twice.
  slack.faults.deliverTwice = 1;
  await hands.submit({ user: CAMILLE, viewId: notYet?.id ?? "" });
  slack.faults.alterText = "none";
  const first = await house.until("her words at X", () => x.posts.find(({ text }) => text === words));
  expect(Buffer.from(first.text)).toEqual(Buffer.from(words));
  await reads(house, CAMILLE, hers, fr.card.posted(postLink(first.id)));
  await reads(house, NADIA, hers, fr.news.posted(postLink(first.id)));
  expect(creates(house)).toHaveLength(before + 1);

  // The day-old one still holds. Her network drops right after the press: her phone shows the card as it was.
  const shown = postShown(oldCard);
  const stale = { user: CAMILLE, channel, ts: oldCard.ts, actionId: "approve" };
  const again = () => forgePress(house, { ...stale, value: buttonValue(oldCard, "approve") });
  const slow = x.faults.next({ kind: "slow", takesEffect: true });
  await press(oldCard.ts, "approve");
  await reads(house, CAMILLE, old, fr.card.posting);
  await house.until("the suggester reads that it is on its way", () => {
    const news = said(messageAbout(house, NADIA, "dm", old) ?? { blocks: [] });
    // Her message is not drawn anew for the moment in which it goes out: it may say either.
    return news.includes(fr.news.approved) || news.includes(fr.news.posting);
  });
  await house.until("X has it and says nothing", () => slow.hits === 1);
  await again();
  await toldPrivately(house, CAMILLE, "dm", fr.answers.settledBefore.posting);
  slow.release();
  const second = await house.until("the draft at X", () => x.posts.find(({ text }) => text === shown));
  const where = postLink(second.id);
  await reads(house, CAMILLE, old, fr.card.posted(where));
  await reads(house, NADIA, old, fr.news.posted(where));
  await again();
  await toldPrivately(house, CAMILLE, "dm", fr.answers.settledBefore.posted(where));

  // What each of them can read in the end, and what X has.
  expect(
    creates(house)
      .slice(before)
      .map(({ body }) => body),
  ).toEqual([{ text: words }, { text: shown }]);
  expect(linesBelow(house, CAMILLE, "dm", old)).toEqual([fr.card.lines.posted(where)]);
  expect(linesBelow(house, CAMILLE, "dm", hers)).toEqual([fr.card.lines.posted(postLink(first.id))]);
  expect(linesBelow(house, CAMILLE, "dm", wrong)).toEqual([]);
  for (const link of [old, hers])
    expect(liveButtons(messageAbout(house, CAMILLE, "dm", link) ?? { blocks: [] })).toEqual(["undo"]);
  expect(said(messageAbout(house, NADIA, COMMS, wrong) ?? { blocks: [] })).toContain(fr.news.closed);
  expect(liveButtons(messageAbout(house, CAMILLE, "dm", wrong) ?? { blocks: [] })).toEqual([
    "add_reason",
    "take_back",
  ]);
});

/** The next free time, as the form offers it. */
function nextSlot(blocks: readonly Record<string, unknown>[]): number {
  const quick = blocks.find(({ block_id }) => block_id === "quick") as
    | { element: { options: { value: string }[] } }
    | undefined;
  return Number.parseInt(quick?.element.options[1]?.value ?? "", 36);
}
