import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkLink } from "../../src/articles/check-link.js";
import type { Article, ArticleRead } from "../../src/core/article.js";
import { decline } from "../../src/flows/decline.js";
import type { SuggestAsk } from "../../src/flows/suggest-article.js";
import { en } from "../../src/i18n/en.js";
import { nadia } from "../db/builders.js";
import { link, pressOn, shownCard, waiting } from "../flows/a-desk.js";
import { formOf, suggestForm } from "./a-form.js";
import { type Office, olga, openOffice, openRoutes, teamChannel } from "./an-office.js";

let office: Office;
let stop: () => Promise<void>;
let asked: string[];
let answers: (link: string) => Promise<ArticleRead>;
beforeEach(async () => {
  asked = [];
  answers = async () => read({});
  office = await openOffice();
  await office.slack.hands.join({ user: olga, channel: teamChannel });
  stop = await openRoutes(office, {
    readArticle: (asking) => {
      asked.push(asking);
      return answers(asking);
    },
    checkLink: (checked) => checkLink(checked, []),
  });
});
afterEach(async () => {
  await stop();
  expect(office.slack.problems).toEqual([]);
  await office.close();
});

const say = en.suggesting.preview;
const picture = "https://journal.example/night-train.jpg";
const article: Article = {
  title: "Night trains are back",
  site: "Le Fil du Rail",
  author: "Ana Petit",
  publishedAt: null,
  language: "en",
  description: null,
  picture,
  canonicalLink: null,
};
const read = (given: Partial<Article>): ArticleRead => ({ kind: "read", article: { ...article, ...given } });
/** Answers each link when told to. */
function answeredLater() {
  const waiting = new Map<string, (answer: ArticleRead) => void>();
  answers = (asking) => new Promise((resolve) => waiting.set(asking, resolve));
  return (asking: string, answer: ArticleRead) => waiting.get(asking)?.(answer);
}

describe("the article below its link", () => {
  test("shows title, site and picture as soon as it is read, and says that it reads until then", async () => {
    const answer = answeredLater();
    const form = await suggestForm(office);
    expect(form.says("article_")).toContain(say.empty);
    await form.fill({ url: link });
    await expect.poll(() => form.says("article_")).toContain(say.reading);
    await expect.poll(() => asked).toEqual([link]);
    answer(link, read({}));
    await expect.poll(() => form.says("article_")).toContain(article.title);
    for (const text of [article.site, "Ana Petit", picture]) expect(form.says("article_")).toContain(text);
    expect(form.values()).toMatchObject({ url: link, note: null, urgency: "any_time" });
  });
  test("stands without its picture where Slack cannot fetch it", async () => {
    office.slack.faults.refuseImages = () => true;
    const form = await suggestForm(office);
    await form.fill({ url: link });
    await expect.poll(() => form.says("article_")).toContain(article.title);
    expect(form.says("article_")).not.toContain(picture);
  });
  test("says what could not be read, and that it may be suggested all the same", async () => {
    answers = async () => ({ kind: "unreadable", why: "too_slow" });
    const form = await suggestForm(office);
    await form.fill({ url: link });
    await expect.poll(() => form.says("article_")).toContain(say.unread);
    expect(form.says("article_")).toContain("The page took too long to answer.");
    expect(await form.submit()).toBe(null);
  });
  test.each([
    ["an inner address", "https://10.0.0.7/intranet", "private network"],
    ["a webhook", "https://hooks.slack.com/services/T000/B000/XXXXXXXXXXXXXXXXXXXXXXXX", "secret of its own"],
    ["half an address", "https://", "not a web address"],
  ])("says of %s why it is refused, without reading it", async (_, refused, why) => {
    const form = await suggestForm(office);
    await form.fill({ url: refused });
    await expect.poll(() => form.says("article_")).toContain(why);
    expect(asked).toEqual([]);
  });
  test("says so when reading fails on our side", async () => {
    answers = () => Promise.reject(new Error("broken"));
    const form = await suggestForm(office);
    await form.fill({ url: link });
    await expect.poll(() => form.says("article_")).toContain(say.failed);
  });
  test("goes when the link goes", async () => {
    const form = await suggestForm(office);
    await form.fill({ url: link });
    await expect.poll(() => form.says("article_")).toContain(article.title);
    await form.fill({ url: null });
    await expect.poll(() => form.says("article_")).toContain(say.empty);
  });
  test("is read at once where the link comes with a colleague's message", async () => {
    await office.slack.hands.say({ user: olga, channel: teamChannel, text: `Seen: ${link}` });
    const message = office.slack.hands
      .look(nadia)
      .conversations.find(({ id }) => id === teamChannel)
      ?.messages.at(-1);
    const chosen = { user: nadia, channel: teamChannel, ts: message?.ts ?? "" };
    await office.slack.hands.messageShortcut({ ...chosen, callbackId: "suggest_message" });
    const form = await formOf(office);
    await expect.poll(() => form.says("article_")).toContain(article.title);
    expect(form.values()).toMatchObject({ url: link, note: "Seen:" });
  });
});

describe("one reading at a time, and the newest link wins", () => {
  test("what was read of an older link is never shown", async () => {
    const answer = answeredLater();
    const form = await suggestForm(office);
    await form.fill({ url: `${link}-1` });
    await expect.poll(() => asked).toEqual([`${link}-1`]);
    await form.fill({ url: `${link}-2` });
    await form.fill({ url: `${link}-3` });
    expect(asked).toHaveLength(1);
    answer(`${link}-1`, read({ title: "The first" }));
    await expect.poll(() => asked).toEqual([`${link}-1`, `${link}-3`]);
    answer(`${link}-3`, read({ title: "The third" }));
    await expect.poll(() => form.says("article_")).toContain("The third");
    const updates = office.slack.calls.filter(({ method }) => method === "views.update");
    expect(JSON.stringify(updates)).not.toContain("The first");
  });
});

describe("the article and the count of the draft change one form", () => {
  test("neither undoes the other, whichever is faster, and what was typed stays", async () => {
    const answer = answeredLater();
    const form = await suggestForm(office);
    await form.fill({ url: link, note: "Her market" });
    await expect.poll(() => asked).toEqual([link]);
    const held = office.slack.faults.hold("views.update");
    await form.fill({ draft: "été" });
    await held.arrived;
    answer(link, read({}));
    held.release();
    await expect.poll(() => form.says("article_")).toContain(article.title);
    await expect.poll(() => form.says("count_")).toContain("3 of 280");
    await form.fill({ draft: "étés" });
    await expect.poll(() => form.says("count_")).toContain("4 of 280");
    expect(form.says("article_")).toContain(article.title);
    expect(form.values()).toMatchObject({ url: link, note: "Her market", draft: "étés" });
  });
  test("nor does a late one undo what the form became", async () => {
    const card = await shownCard(office);
    await decline(pressOn(card), office);
    const answer = answeredLater();
    const form = await suggestForm(office);
    await form.fill({ url: link, note: "Her market" });
    await expect.poll(() => asked).toEqual([link]);
    await form.submit();
    expect(form.now()?.title).toBe(en.suggesting.insist.title);
    answer(link, read({}));
    const updates = () => office.slack.calls.filter(({ method }) => method === "views.update");
    await expect.poll(() => JSON.stringify(updates())).toContain(article.title);
    await form.fill({ draft: "été" });
    await expect.poll(() => form.says("count_")).toContain("3 of 280");
    expect(form.now()?.title).toBe(en.suggesting.insist.title);
    expect(form.values()).toMatchObject({ note: "Her market", draft: "été" });
    expect(form.says()).not.toContain(article.title);
  });
  test("a lost answer of Slack's keeps nothing back for long", async () => {
    const form = await suggestForm(office);
    office.slack.faults.next("views.update", { kind: "lost_answer" });
    await form.fill({ draft: "été" });
    await expect.poll(() => form.says("count_")).toContain("3 of 280");
    await form.fill({ draft: "étés" });
    await form.fill({ draft: "étés!" });
    await expect.poll(() => form.says("count_")).toContain("5 of 280");
  });
});

describe("an article that was suggested before", () => {
  const typed = async (given: Partial<SuggestAsk>, url = link) => {
    await waiting(office, given);
    const form = await suggestForm(office);
    await form.fill({ url });
    await expect.poll(() => form.says("article_")).toContain(article.title);
    return form.says("article_");
  };
  test("is said to be one's own", async () => {
    expect(await typed({})).toContain(say.yours("23 November 2026"));
  });
  test("is said to be a colleague's, to be seconded", async () => {
    const by = olga as typeof nadia;
    expect(await typed({ by })).toContain(say.colleagues(`<@${olga}>`, "23 November 2026"));
  });
  test("is known by the address that the page gives itself", async () => {
    answers = async () => read({ canonicalLink: link });
    expect(await typed({}, "https://amp.journal.example/other")).toContain(say.yours("23 November 2026"));
  });
  test("and decided is told with what was decided, and whether one may ask again", async () => {
    const card = await shownCard(office);
    await decline(pressOn(card), office);
    const form = await suggestForm(office);
    await form.fill({ url: link });
    await expect.poll(() => form.says("article_")).toContain("She declined it on");
    expect(form.says("article_")).toContain(say.mayInsist);
    await decline(pressOn(await shownCard(office, { link, insistsOn: card.id })), office);
    await form.fill({ url: `${link}?utm_source=x` });
    await expect.poll(() => form.says("article_")).toContain(say.rests);
  });
});
