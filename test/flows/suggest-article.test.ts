import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parsePostingHours } from "../../src/core/posting-hours.js";
import {
  plainAsk,
  type SuggestAnswer,
  type SuggestAsk,
  suggestArticle,
} from "../../src/flows/suggest-article.js";
import { executive, minute, morning, nadia } from "../db/builders.js";
import { type ADesk, aDelivery, openADesk, recorded, rowsOf, shownCard, waiting } from "./a-desk.js";

let desk: ADesk;
beforeEach(async () => {
  desk = await openADesk();
});
afterEach(() => desk.close());

let links = 0;
/** One article is one suggestion. */
function anotherLink(): string {
  links += 1;
  return `https://journal.example/another-${links}`;
}

const asking = (given: Partial<SuggestAsk> = {}): SuggestAsk => ({
  ...plainAsk,
  by: nadia,
  link: anotherLink(),
  note: "",
  draft: null,
  delivery: aDelivery(),
  ...given,
});
async function suggest(given: Partial<SuggestAsk> = {}, needs: object = {}): Promise<SuggestAnswer> {
  const settled = await suggestArticle(asking(given), { ...desk, ...needs });
  if (settled.kind === "taken") throw new Error("taken");
  return settled.answer;
}

describe("a suggestion", () => {
  test("is stored when the answer comes, with link, note and draft as they were given", async () => {
    const given = {
      link: "https://WWW.Journal.example/A?utm_source=x#top",
      note: " why \n",
      draft: "Mine.  ",
    };
    const answer = await suggest(given);
    if (answer.kind !== "taken_in") throw new Error(answer.kind);
    expect(await desk.store.suggestion(answer.suggestion.id)).toMatchObject({
      state: "reading",
      link: given.link,
      note: given.note,
      teamDraft: given.draft,
      suggestedBy: nadia,
      suggestedAt: morning,
    });
    expect(recorded(desk)).toEqual([
      { kind: "suggested", who: nadia, about: { suggestion: answer.suggestion.id } },
    ]);
  });
  test("keeps neither link nor words in the record", async () => {
    await suggest({ note: "the secret note", draft: "the secret draft" });
    expect(JSON.stringify(recorded(desk))).not.toMatch(/secret|journal/);
  });
  test("delivered twice by Slack is one suggestion", async () => {
    const ask = asking();
    await suggestArticle(ask, desk);
    expect(await suggestArticle(ask, desk)).toEqual({ kind: "taken" });
    expect(rowsOf(desk, "suggestions")[0]).toHaveLength(1);
  });
  test("of a link that may not be read is refused at once, and nothing is stored", async () => {
    const answer = await suggest({}, { checkLink: () => "private_address" });
    expect(answer).toEqual({ kind: "refused", why: "private_address" });
    expect(rowsOf(desk, "suggestions", "handled")).toEqual([[], []]);
  });
});

describe("the answer says when she will see it", () => {
  const seen = async (limits: object = {}) => {
    const answer = await suggest({}, { limits: { ...desk.limits, ...limits } });
    return answer.kind === "taken_in" ? answer.seen : answer;
  };
  test("now, with nothing before it", async () => {
    expect(await seen({ atOnce: 1 })).toEqual({ place: 1, kind: "now" });
  });
  test("after those being read, waiting and before her", async () => {
    await shownCard(desk);
    await waiting(desk);
    await suggest();
    expect(await seen({ atOnce: 1 })).toEqual({ place: 3, kind: "after_others", others: 3, likely: morning });
  });
  test("tomorrow when today's cards are sent, counting days in her zone", async () => {
    await shownCard(desk);
    const hours = parsePostingHours("Mon-Fri 08:00-20:00");
    expect(await seen({ perDay: 1, hours })).toEqual({
      place: 1,
      kind: "at",
      at: Date.parse("2026-11-24T07:00:00Z"),
    });
    desk.goTo(Date.parse("2026-11-23T23:00:00Z"));
    expect(await seen({ perDay: 2 })).toEqual({ place: 2, kind: "now" });
  });
});

describe("the number per person and hour", () => {
  const limits = { perHour: 3 };
  const limited = (given: Partial<SuggestAsk> = {}) =>
    suggest(given, { limits: { ...desk.limits, ...limits } });

  test("is kept, and says when the next one will be taken", async () => {
    for (let n = 0; n < 3; n++) {
      expect((await limited()).kind).toBe("taken_in");
      desk.pass(minute);
    }
    expect(await limited()).toEqual({ kind: "too_many", most: 3, liftsAt: morning + 60 * minute });
    expect(rowsOf(desk, "suggestions")[0]).toHaveLength(3);
    desk.goTo(morning + 60 * minute - 1);
    expect((await limited()).kind).toBe("too_many");
    desk.goTo(morning + 60 * minute);
    expect((await limited()).kind).toBe("taken_in");
    expect(await limited()).toMatchObject({ kind: "too_many", liftsAt: morning + 61 * minute });
  });
  test("is kept by many that come in the same moment", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => limited()));
    expect(answers.filter(({ kind }) => kind === "taken_in")).toHaveLength(3);
    expect(answers.filter(({ kind }) => kind === "too_many")).toHaveLength(9);
    expect(rowsOf(desk, "suggestions")[0]).toHaveLength(3);
  });
  test("is each person's own", async () => {
    for (let n = 0; n < 3; n++) await limited();
    expect((await limited({ by: executive })).kind).toBe("taken_in");
  });
  test("0 is no limit", async () => {
    for (let n = 0; n < 30; n++) expect((await suggest()).kind).toBe("taken_in");
  });
});
