import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SuggestionId } from "../../src/core/ids.js";
import { parsePostingHours } from "../../src/core/posting-hours.js";
import { decline } from "../../src/flows/decline.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { minute } from "../db/builders.js";
import {
  type ADesk,
  approvedPost,
  type Card,
  changeDesk,
  drawnCard,
  openADesk,
  pressOn,
  suggested,
  suggestionNow,
  waiting,
  wantedMessages,
} from "./a-desk.js";
import { ines, justBefore, omar, secondedBy } from "./colleagues.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

const show = (limits: object = {}) => showNextCards({ ...desk, limits: { ...desk.limits, ...limits } });
const shown = async () => (await desk.store.suggestionsIn("shown")).map(({ id }) => id);
/** The next first: each is wanted as its own card after the one before. */
const shownInOrder = () =>
  desk.logged.flatMap((line) =>
    line.event === "card_wanted" && "suggestion" in line ? [line.suggestion] : [],
  );
const declined = (_: ADesk, card: Card) => decline(pressOn(card), desk);
async function inLine(count: number): Promise<Awaited<ReturnType<typeof waiting>>[]> {
  const all = [];
  for (let n = 0; n < count; n++) {
    all.push(await waiting(desk));
    desk.pass(1);
  }
  return all;
}

describe("the next card", () => {
  test("is the oldest in the line, one at a time, the next one when she has decided", async () => {
    const line = await inLine(3);
    const before: string[] = [];
    for (const decide of [declined, approvedPost, declined]) {
      await show({ atOnce: 1 });
      await show({ atOnce: 1 });
      const [id, ...others] = await shown();
      if (!id) throw new Error("no card");
      expect(others).toEqual([]);
      before.push(id);
      await decide(desk, await drawnCard(desk, id));
    }
    expect(before).toEqual(line.map(({ id }) => id));
  });
  test("is shown with its time, her card wanted and the news with it", async () => {
    const one = await waiting(desk);
    desk.pass(5);
    await show();
    expect(await suggestionNow(desk, one.id)).toMatchObject({ state: "shown", shownAt: desk.now() });
    expect(wantedMessages(desk)).toEqual({
      [`card ${one.id}`]: 1,
      [`suggester ${one.id}`]: 2,
      [`team ${one.id}`]: 2,
    });
    expect(desk.logged).toContainEqual({ event: "card_wanted", suggestion: one.id });
  });
  test("is none while its article is read, and none from an empty line", async () => {
    await suggested(desk);
    await show();
    expect(await shown()).toEqual([]);
  });
});

describe("of several in the line, the next is", () => {
  test("the most urgent, before the one with more voices and the older one", async () => {
    const old = await waiting(desk);
    desk.pass(1);
    const supported = await waiting(desk);
    for (const by of [omar, ines]) await secondedBy(desk, by, supported.id);
    const week = await waiting(desk, { urgency: "this_week" });
    const today = await waiting(desk, { urgency: "today" });
    await show();
    const inOrder = [today, week, supported, old].map(({ id }) => id);
    expect(shownInOrder()).toEqual(inOrder);
  });
  test("the older of two with as many voices, and of two of one instant the one taken in first", async () => {
    const [one, two] = [await waiting(desk), await waiting(desk)];
    desk.pass(1);
    const three = await waiting(desk);
    for (const { id } of [three, two]) await secondedBy(desk, omar, id);
    await show();
    expect(shownInOrder()).toEqual([two.id, three.id, one.id]);
  });
  test("chosen when it is sent: what is seconded, taken back or made urgent until then counts", async () => {
    const [one, two, three] = [await waiting(desk), await waiting(desk), await waiting(desk)];
    await show({ atOnce: 1 });
    expect(await shown()).toEqual([one.id]);
    await secondedBy(desk, omar, two.id);
    await secondedBy(desk, omar, three.id);
    await secondedBy(desk, omar, two.id);
    await declined(desk, await drawnCard(desk, one.id));
    await show({ atOnce: 1 });
    expect(await shown()).toEqual([three.id]);
    const last = await waiting(desk, { urgency: "today" });
    await declined(desk, await drawnCard(desk, three.id));
    await show({ atOnce: 1 });
    expect(await shown()).toEqual([last.id]);
  });
  test("not moved from before her by a more urgent one", async () => {
    const one = await waiting(desk);
    await show({ atOnce: 1 });
    await waiting(desk, { urgency: "today" });
    await show({ atOnce: 1 });
    expect(await shown()).toEqual([one.id]);
  });
  test("seconded at the very moment: the choice is made anew", async () => {
    const [one, two] = [await waiting(desk), await waiting(desk)];
    const late = justBefore(desk, async () => {
      await secondedBy(desk, omar, one.id);
      await secondedBy(desk, omar, two.id);
      await secondedBy(desk, ines, two.id);
    });
    await showNextCards({ ...late, limits: { ...desk.limits, atOnce: 1 } });
    expect(await shown()).toEqual([two.id]);
  });
});

test("a suggester's place is the number of those before it in this order, also of those being read", async () => {
  const old = await waiting(desk);
  const supported = await waiting(desk);
  await secondedBy(desk, omar, supported.id);
  const reading = await suggested(desk, { urgency: "today" });
  const ahead = async ({ id }: { id: SuggestionId }) => desk.store.aheadInLine(await suggestionNow(desk, id));
  expect([await ahead(reading), await ahead(supported), await ahead(old)]).toEqual([0, 1, 2]);
});

describe("her numbers", () => {
  test.each([
    [2, 2],
    [0, 4],
  ])("at once %i: of four, %i are shown", async (atOnce, count) => {
    const all = await inLine(4);
    await show({ atOnce });
    expect(await shown()).toEqual(all.slice(0, count).map(({ id }) => id));
  });
  test("a day: no more than that, also when she decides quickly; a new day in her zone begins anew", async () => {
    const all = await inLine(4);
    await show({ perDay: 2 });
    for (const id of await shown()) await decline(pressOn(await drawnCard(desk, id)), desk);
    await show({ perDay: 2 });
    expect(await shown()).toEqual([]);
    desk.goTo(Date.parse("2026-11-23T22:59:59Z"));
    await show({ perDay: 2 });
    expect(await shown()).toEqual([]);
    desk.goTo(Date.parse("2026-11-23T23:00:00Z"));
    await show({ perDay: 2 });
    expect(await shown()).toEqual(all.slice(2).map(({ id }) => id));
  });
});

describe("her hours", () => {
  const hours = parsePostingHours("Mon-Fri 08:00-20:00");
  test.each([
    ["2026-11-23T06:59:59Z", 0],
    ["2026-11-23T07:00:00Z", 1],
    ["2026-11-23T18:59:59Z", 1],
    ["2026-11-23T19:00:00Z", 0],
    ["2026-11-28T10:00:00Z", 0],
  ])("at %s %i cards come", async (instant, count) => {
    await waiting(desk);
    desk.goTo(Date.parse(instant));
    await show({ hours });
    expect(await shown()).toHaveLength(count);
  });
});

test("none while she has paused; when she resumes, they come", async () => {
  const one = await waiting(desk);
  await changeDesk(desk, { paused: true });
  await show();
  desk.pass(60 * minute);
  await show();
  expect(await shown()).toEqual([]);
  await changeDesk(desk, { paused: false });
  await show();
  expect(await shown()).toEqual([one.id]);
});

test("pausing at the same moment stops the card", async () => {
  await waiting(desk);
  await showNextCards(justBefore(desk, () => changeDesk(desk, { paused: true })));
  expect(await shown()).toEqual([]);
});
