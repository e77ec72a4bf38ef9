import { afterEach, beforeEach, expect, test } from "vitest";
import { afterDeclining } from "../../src/flows/after-declining.js";
import { decline } from "../../src/flows/decline.js";
import { readSuggestedArticles } from "../../src/flows/read-suggested-articles.js";
import { showNextCards } from "../../src/flows/show-next-cards.js";
import { en } from "../../src/i18n/en.js";
import { executive, morning, nadia } from "../db/builders.js";
import { aDelivery, hers, link, pressOn, suggested, suggestionNow, waiting } from "../flows/a-desk.js";
import { omar } from "../flows/colleagues.js";
import {
  cardInSlack,
  channelMessages,
  directMessages,
  type Office,
  openOffice,
  openRoutes,
  readable,
  sendAll,
  teamChannel,
  whisperedTo,
} from "./an-office.js";

let office: Office;
let stop: () => Promise<void>;
beforeEach(async () => {
  office = await openOffice();
  stop = await openRoutes(office);
});
afterEach(async () => {
  await stop();
  expect(office.slack.problems).toEqual([]);
  await office.close();
});

const inLine = (text: string) => JSON.stringify(text).slice(1, -1);
const suggests = (user: string, text: string) =>
  office.slack.hands.command({ user, channel: teamChannel, command: "/suggest", text });
const beforeHer = async () => {
  await showNextCards(office);
  await sendAll(office);
};

test("a colleague who suggests what waits hears whose it is and when she sees it; their words stand on her card", async () => {
  const { id } = await waiting(office);
  await suggests(omar, `${link}?utm_source=mail Our customers <ask> & ask.`);
  expect(whisperedTo(office, omar)).toContain(inLine(en.answers.seconded(`<@${nadia}>`)));
  expect(whisperedTo(office, omar)).toContain(inLine(en.answers.seenNow));
  await beforeHer();
  const card = readable(directMessages(office, executive)[0]);
  expect(card).toContain("Our customers <ask> & ask.");
  expect(card).toContain(`"user_id":"${omar}"`);
  expect((await suggestionNow(office, id)).seconds).toBe(1);
  const inChannel = channelMessages(office)
    .filter(({ ephemeral }) => !ephemeral)
    .map(readable)
    .join();
  expect(inChannel).toContain(`<@${omar}>`);
  expect(inChannel).not.toContain("Our customers");
});

test("of what she declined a colleague hears when, never why; what they typed comes back", async () => {
  const { id } = await waiting(office);
  await beforeHer();
  await decline(pressOn(await cardInSlack(office, id)), office);
  const press = { presser: hers, suggestionId: id };
  await afterDeclining(
    { ...press, delivery: aDelivery(), does: { kind: "reason", reason: "not_me" } },
    office,
  );
  const note = { kind: "note", note: "It is not my field." } as const;
  await afterDeclining({ ...press, delivery: aDelivery(), does: note }, office);
  await suggests(omar, `${link} It matters now.`);
  const heard = whisperedTo(office, omar);
  expect(heard).toContain(inLine(en.answers.wasDeclined(en.dates.day(morning, "Europe/Paris"))));
  expect(heard).toContain("It matters now.");
  expect(heard).toContain('"insist"');
  for (const secret of ["not my field", inLine(en.news.declineReason("not_me")), "not_me"])
    expect(heard).not.toContain(secret);
});

test("whose article turns out to be another's hears so in their message, and seconds that one", async () => {
  const { id } = await waiting(office);
  const mine = await suggested(office, { by: omar, link: "https://news.example/s/4f8a", note: "Ours too." });
  const article = {
    title: "Grids",
    site: "The Journal",
    author: null,
    publishedAt: null,
    language: null,
    description: null,
    picture: null,
    canonicalLink: link,
  };
  await readSuggestedArticles({ ...office, readArticle: async () => ({ kind: "read", article }) });
  await sendAll(office);
  expect((await suggestionNow(office, mine.id)).mergedInto).toBe(id);
  expect(directMessages(office, omar).map(readable).join()).toContain(
    inLine(en.team.mergedOpen(`<@${nadia}>`)),
  );
  await beforeHer();
  expect(readable(directMessages(office, executive)[0])).toContain("Ours too.");
  expect(directMessages(office, executive)).toHaveLength(1);
});
