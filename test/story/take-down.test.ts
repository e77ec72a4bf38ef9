import { expect } from "vitest";
import { fr } from "../../src/i18n/fr.js";
import type { XFault } from "../../src/sandbox/x/x-fault.js";
import { type Suggested, suggestArticle } from "./approve-article.js";
import { forgePress } from "./forge-press.js";
import { CAMILLE, COMMS, NADIA, postLink } from "./people.js";
import { buttonValue, liveButtons, plainTexts, said, toldPrivately } from "./read-screen.js";
import type { House } from "./start-house.js";
import { storiesIn } from "./story-telling.js";

const story = storiesIn();

const deletes = (house: House, id: string) =>
  house.x.calls.filter(({ method, path }) => method === "DELETE" && path === `/2/tweets/${id}`);
const stands = (house: House, id: string) =>
  house.x.posts.some((post) => post.id === id && post.deletedAt === null);

async function postedArticle(house: House, name: string) {
  const article = await suggestArticle(house, name);
  await article.press("approve");
  return { article, id: await article.posted() };
}

const goneFor = (article: Suggested, id: string) =>
  article.linesSay({
    hers: [fr.card.lines.posted(postLink(id)), fr.card.lines.down],
    team: [fr.news.line.posted(postLink(id)), fr.news.line.down],
  });

// X is asked again after a quarter of a minute: the other stories are told meanwhile.
const UNCLEAR: readonly XFault[] = [
  { kind: "status", status: 503, takesEffect: false },
  { kind: "reset", takesEffect: true },
];
const begun = new WeakMap<House, { article: Suggested; id: string }[]>();

async function beginUnclear(house: House) {
  const all = [];
  for (const fault of UNCLEAR) {
    const each = await postedArticle(house, `unclear-${fault.kind}`);
    house.x.faults.next(fault, { on: "delete" });
    await each.article.press("undo");
    await house.until("X is asked", () => deletes(house, each.id).length === 1);
    expect(liveButtons(await each.article.cardSays(fr.card.takingDown))).toEqual([]);
    await each.article.suggesterReads(fr.news.takingDown);
    all.push(each);
  }
  begun.set(house, all);
  return all;
}

story("while X has not said that it is gone, her card says that it is being taken down", async (house) => {
  await beginUnclear(house);
});

story("a post is taken down by her press alone, and everybody hears of it once", async (house) => {
  const { article, id } = await postedArticle(house, "taken-down");
  const card = article.card();
  expect(said(card)).toContain(fr.card.undoAsk.text);
  const value = buttonValue(card, "undo");
  const press = { ts: card.ts, actionId: "undo", value };
  await forgePress(house, { ...press, user: NADIA, channel: COMMS });
  await toldPrivately(house, NADIA, COMMS, fr.answers.onlyHer);
  expect(deletes(house, id)).toEqual([]);

  await article.press("undo");
  expect(liveButtons(await article.cardSays(fr.card.takenDown))).toEqual([]);
  expect(stands(house, id)).toBe(false);
  await article.suggesterReads(fr.news.takenDown);
  await goneFor(article, id);

  // On a phone the old card may still stand.
  await forgePress(house, { ...press, user: CAMILLE, channel: article.channel });
  await toldPrivately(house, CAMILLE, "dm", fr.answers.settledBefore.takenDown);
  expect(deletes(house, id)).toHaveLength(1);
});

story(
  "where X says it stored other words, her card and its thread raise the alarm and she can take it down",
  async (house) => {
    const article = await suggestArticle(house, "other-words");
    const others = "Words she has never seen <here> & now";
    house.x.faults.next({ kind: "other_text", text: others });
    await article.press("approve");
    const id = await article.posted();
    const card = article.card();
    expect(said(card)).toContain(fr.card.otherText(postLink(id)));
    expect(plainTexts(card)).toContain(others);
    await article.linesSay({
      hers: [fr.card.lines.otherText(postLink(id))],
      team: [fr.news.line.posted(postLink(id))],
    });
    expect(liveButtons(card)).toEqual(["undo"]);
    await article.press("undo");
    await article.cardSays(fr.card.takenDown);
    expect(stands(house, id)).toBe(false);
  },
);

story("what X did not say clearly is asked again, until the post is gone, and told once", async (house) => {
  for (const { article, id } of begun.get(house) ?? (await beginUnclear(house))) {
    await house.until("X is asked again", () => deletes(house, id).length === 2, 25_000);
    await article.cardSays(fr.card.takenDown);
    expect(stands(house, id)).toBe(false);
    await goneFor(article, id);
  }
});
