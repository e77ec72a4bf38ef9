import { afterEach, describe, expect, test } from "vitest";
import { weekAt } from "../../src/core/week.js";
import { readSuggestedArticles } from "../../src/flows/read-suggested-articles.js";
import { sendWeeklySummary } from "../../src/flows/send-weekly-summary.js";
import { en } from "../../src/i18n/en.js";
import { renderMessage } from "../../src/slack/render-message.js";
import { aCard, minute, morning, newId } from "../db/builders.js";
import { type ADesk, changeDesk, openADesk, shownCard, suggested, waiting } from "../flows/a-desk.js";

let desk: ADesk;
afterEach(() => desk.close());

const people = { find: async () => ({ locale: "en-GB", zone: "Europe/London" }) };
const draw = async (kind: "card" | "suggester" | "team" | "summary", subject: string) => {
  const message = await desk.store.message(kind, subject);
  if (!message) throw new Error(`no ${kind} is wanted`);
  return renderMessage(message, "with_picture", { ...desk, people });
};

describe("the summary of a week", () => {
  test.each([
    "Europe/Paris",
    "Pacific/Auckland",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "America/New_York",
    "Asia/Kathmandu",
  ])("can be drawn for every week from 2026 to 2028 in %s", async (homeZone) => {
    desk = await openADesk({ homeZone });
    const missing: string[] = [];
    for (let n = 0; n < 3 * 53; n++) {
      const { key } = weekAt(Date.parse("2025-12-31T12:00:00Z"), homeZone, n);
      const message = aCard({ id: newId() }, { kind: "summary", subject: key });
      if (!(await renderMessage(message, "with_picture", { ...desk, people }))) missing.push(key);
    }
    expect(missing).toEqual([]);
  });
  test("has the week's titles and numbers, and neither notes nor drafts nor reasons", async () => {
    desk = await openADesk({ openedAt: morning - 14 * 24 * 60 * minute, locale: "en-US" });
    await waiting(desk, {
      link: "https://journal.example/one",
      note: "a private note",
      draft: "a private draft",
    });
    desk.goTo(Date.parse("2026-11-30T08:00:00Z"));
    await sendWeeklySummary(desk);
    const drawn = JSON.stringify(await draw("summary", "2026-W48"));
    expect(drawn).toContain("https://journal.example/one");
    expect(drawn).toContain("1 article suggested · 0 posted · 0 declined · 1 waiting");
    expect(drawn).not.toContain("private");
    expect(drawn).toContain("23 November 2026 to 29 November 2026");
  });
});

describe("a message is drawn from the newest state", () => {
  test("in the reader's language: a person's own, in the channel the desk's", async () => {
    desk = await openADesk({ locale: "fr-FR" });
    const { id } = await shownCard(desk);
    expect(JSON.stringify(await draw("card", id))).toContain("Approve and post");
    expect(JSON.stringify(await draw("team", id))).toContain("Devant elle");
  });
  test("and without an account offers nothing that cannot be done", async () => {
    desk = await openADesk();
    const { id } = await shownCard(desk);
    await changeDesk(desk, { account: null });
    const drawn = JSON.stringify(await draw("card", id));
    expect(drawn).not.toMatch(/"(approve|schedule)"/);
    expect(drawn).toMatch(/"decline"/);
  });
  test("the suggester reads the place in the line, and that it is held while her cards stand still", async () => {
    desk = await openADesk();
    await waiting(desk);
    const { id } = await waiting(desk);
    const place = async () => JSON.stringify(await draw("suggester", id));
    expect(await place()).toContain(en.answers.place(2));
    expect(await place()).not.toContain(en.news.held);
    for (const stopped of [{ paused: true }, { paused: false, frozen: "old_database" as const }]) {
      await changeDesk(desk, stopped);
      expect(await place()).toContain(en.news.held);
    }
  });
  test("what was typed with a link that is refused once it is read is given back", async () => {
    desk = await openADesk();
    const given = { note: "a note", reproach: "a reproach", draft: "a draft" };
    const { id } = await suggested(desk, given);
    const readArticle = async () => ({ kind: "refused", why: "private_address" }) as const;
    await readSuggestedArticles({ ...desk, readArticle });
    const drawn = await draw("suggester", id);
    const texts = drawn?.blocks.map((block) => (block.type === "section" ? block.text?.text : ""));
    expect(texts).toEqual(expect.arrayContaining([en.answers.youTyped, ...Object.values(given)]));
  });
  test("a draft nobody has written puts rewriting first", async () => {
    desk = await openADesk();
    const actions = async (draft: string | null) => {
      const { id } = await shownCard(desk, { draft });
      return [...JSON.stringify(await draw("card", id)).matchAll(/"action_id":"(\w+)"/g)].map(
        ([, name]) => name,
      );
    };
    expect(await actions("Written.")).toEqual(["approve", "rewrite", "schedule_next", "decline", "more"]);
    expect(await actions(null)).toEqual(["rewrite", "approve", "schedule_next", "decline", "more"]);
    expect(await actions("pay\u200bpal")).toEqual(["rewrite", "keep_characters", "decline", "more"]);
  });
});
