import { describe, expect, test } from "vitest";
import type { XPostId } from "../../src/core/ids.js";
import { weekAt } from "../../src/core/week.js";
import type { WeekFacts } from "../../src/flows/ports.js";
import { en } from "../../src/i18n/en.js";
import { summary } from "../../src/slack/blocks/summary.js";
import { aDesk, aSuggestion, morning } from "../db/builders.js";

const desk = aDesk();
const xPostId = "1999999999999999999" as XPostId;
const article = {
  title: "A title for everyone",
  site: "The Journal",
  author: null,
  publishedAt: null,
  language: null,
  description: "what the article says of itself",
  picture: null,
  canonicalLink: null,
};
const secrets = {
  article,
  note: "a note for her alone",
  teamDraft: "a draft nobody approved",
  declineNote: "her words for the suggester alone",
  declineReason: "not_me",
} as const;

function weekOf(given: Partial<WeekFacts>, head: { seq: number; hash: string } | null = null): string {
  const facts: WeekFacts = { suggested: [], declined: [], posted: [], waiting: [], ...given };
  const look = { desk, words: en, heading: "The week", head };
  return JSON.stringify(summary(weekAt(morning, desk.homeZone), facts, look));
}

describe("the weekly message", () => {
  test("tells titles and links, and nothing private", () => {
    const one = aSuggestion({ ...secrets, state: "approved" });
    const two = aSuggestion({ ...secrets, state: "declined", link: "https://journal.example/two" });
    const three = aSuggestion({ ...secrets, state: "waiting", link: "https://journal.example/three" });
    const told = weekOf({
      suggested: [one, two, three],
      posted: [{ suggestion: one, xPostId, at: morning, takenDown: false }],
      declined: [two],
      waiting: [three],
    });
    for (const shown of [article.title, one.link, two.link, three.link, xPostId])
      expect(told).toContain(shown);
    for (const kept of [secrets.note, secrets.teamDraft, secrets.declineNote, "not for her", "Not me"])
      expect(told).not.toContain(kept);
  });
  test("says of a post taken down that it is, and links to it no more", () => {
    const suggestion = aSuggestion({ ...secrets, state: "approved" });
    const told = weekOf({ posted: [{ suggestion, xPostId, at: morning, takenDown: true }] });
    expect(told).toContain(en.news.summary.takenDown);
    expect(told).not.toContain(xPostId);
  });
  test("ends with the head of the record, as the audit takes it", () => {
    const hash = "h".repeat(43);
    expect(weekOf({}, { seq: 1234, hash })).toContain(`npm run audit -- --head 1234:${hash}`);
    expect(weekOf({})).not.toContain("--head");
  });
});
