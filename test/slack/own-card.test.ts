import { describe, expect, test } from "vitest";
import type { XPostId } from "../../src/core/ids.js";
import { postStates } from "../../src/core/post.js";
import { type Suggestion, suggestionStates } from "../../src/core/suggestion.js";
import type { PostWhole } from "../../src/flows/ports.js";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import type { Words } from "../../src/i18n/words.js";
import { checkBlocks } from "../../src/sandbox/slack/block-kit/check-blocks.js";
import { checkView } from "../../src/sandbox/slack/block-kit/check-view.js";
import type { Rendered } from "../../src/slack/blocks/block-parts.js";
import { concernNotice } from "../../src/slack/blocks/concern-notice.js";
import { home } from "../../src/slack/blocks/home.js";
import { ownCard } from "../../src/slack/blocks/own-card.js";
import { ownNews } from "../../src/slack/blocks/own-news.js";
import { ownPostView } from "../../src/slack/blocks/own-post-view.js";
import { summary } from "../../src/slack/blocks/summary.js";
import {
  aCard,
  aConcern,
  aDesk,
  anApproval,
  aPart,
  aPost,
  aRevision,
  aSuggestion,
  executive,
  morning,
} from "../db/builders.js";

const canary = "CANARY of the plant";
const xPostId = "1999999999999999999" as XPostId;
const desk = aDesk();
const own = (given: Partial<Suggestion> = {}) =>
  aSuggestion({ kind: "own", link: "", cleanLink: "", suggestedBy: executive, shownAt: morning, ...given });

/** Its post in every state. */
function everyPost(suggestion: Suggestion, text: string): PostWhole[] {
  const approval = anApproval(aRevision(suggestion, { text }), aCard(suggestion), { act: "own_post" });
  const { keyId, seal, ...agreed } = approval;
  return postStates.map((state) => {
    const post = aPost(approval, { state, looks: 1 });
    const part = aPart(post, approval, { state: "published", xPostId });
    return { post, parts: [part], approval: { agreed, keyId, seal } };
  });
}

function drawn(suggestion: Suggestion, latest: PostWhole | null, words: Words, text = canary): Rendered {
  const facts = { desk, suggestion, latest, words, picture: "with_picture" } as const;
  const revision = aRevision(suggestion, { text, source: "executive" });
  const offers = { next: morning, corporate: false, behind: 0 };
  return ownCard({ ...facts, revision, seconds: [], concerns: [], offers, handedTo: null });
}

const buttons = ({ blocks }: Rendered) =>
  [...JSON.stringify(blocks).matchAll(/"action_id":"(\w+)"/g)].map((m) => m[1]);

describe.each([
  ["English", en],
  ["French", fr],
])("her own words on a card, in %s", (_, words: Words) => {
  test("offer to post, rewrite, schedule or discard them, and count them", () => {
    const card = drawn(own({ state: "shown" }), null, words);
    expect(buttons(card)).toEqual(["approve", "rewrite", "schedule_next", "schedule", "decline"]);
    const said = JSON.stringify(card.blocks);
    expect(said).toContain(words.own.card.discard);
    expect(said).toContain(`@${desk.account?.handle}`);
    expect(said).toContain(canary);
  });
  test("too long for a post, or with hidden characters, cannot be approved in one press", () => {
    expect(buttons(drawn(own({ state: "shown" }), null, words, "x".repeat(281)))).toEqual([
      "rewrite",
      "decline",
    ]);
    expect(buttons(drawn(own({ state: "shown" }), null, words, "a\u2060b"))).toEqual([
      "rewrite",
      "keep_characters",
      "decline",
    ]);
  });
  test("discarded ask for no reason, and can be taken back", () => {
    expect(buttons(drawn(own({ state: "declined" }), null, words))).toEqual(["take_back"]);
  });
  test("put away cannot be decided on", () => {
    expect(buttons(drawn(own({ state: "withdrawn" }), null, words))).toEqual([]);
  });
  test("are within Slack's limits in every state, as long as they can be, in twelve blocks at most", () => {
    const longest = "<&🌞*_`>".repeat(334).slice(0, 3_000);
    for (const state of suggestionStates)
      for (const latest of state === "approved" ? everyPost(own({ state }), longest) : [null]) {
        const { blocks, text } = drawn(own({ state }), latest, words, longest);
        expect(checkBlocks("message", blocks, null)).toEqual([]);
        expect(blocks.length).toBeLessThanOrEqual(12);
        expect(text).not.toBe("");
      }
  });
});

describe.each([
  ["English", en],
  ["French", fr],
])("the form of her own words, in %s, is within Slack's limits", (_, words: Words) => {
  test.each([
    ["empty", ""],
    ["as long as it can be", "<&🌞*_`>".repeat(334).slice(0, 3_000)],
    ["with much that hides", "a\u200b".repeat(1_500)],
  ])("%s", (_, text) => {
    const account = { id: desk.account?.id ?? ("1" as never), handle: "a".repeat(15) };
    for (const each of [
      { ...desk, account },
      { ...desk, account: null },
    ])
      for (const holdMs of [0, 1_000, 600_000])
        expect(checkView("modal", { ...ownPostView(text, each, holdMs, words) }, null)).toEqual([]);
  });
});

describe("the team reads of her own words", () => {
  const facts = { desk, words: en, picture: "with_picture", seconds: [], concerns: [] } as const;
  const approved = own({ state: "approved" });

  test("that they stand on X and where, and nothing before", () => {
    for (const latest of [null, ...everyPost(approved, canary)]) {
      const news = ownNews({ ...facts, suggestion: approved, latest });
      if (latest?.post.state !== "done") expect(news).toBe(null);
      else {
        expect(news?.text).toBe(
          en.own.news.posted(`<@${executive}>`, `https://x.com/camille/status/${xPostId}`),
        );
        expect(checkBlocks("message", news?.blocks ?? [], null)).toEqual([]);
        expect(news && buttons(news)).toEqual(["concern"]);
        expect(JSON.stringify(news)).not.toContain(canary);
      }
    }
  });
  test("in the week's message, in App Home and beside a concern by a name that is no link", () => {
    const posted = [{ suggestion: approved, xPostId, at: morning, takenDown: false }];
    const week = { key: "2026-W48", from: morning, to: morning + 1, dueAt: morning + 1 };
    const told = { suggested: [], declined: [], waiting: [], posted };
    const week48 = summary(week, told, { desk, words: en, heading: "Week", head: null });
    const member = { kind: "member", mine: [], line: [], waiting: 0, posted } as const;
    const notice = concernNotice({ concern: aConcern({}), suggestion: approved, words: en });
    for (const blocks of [week48.blocks, home(member, desk, en).blocks, notice.blocks]) {
      expect(JSON.stringify(blocks)).toContain(en.own.title);
      expect(JSON.stringify(blocks)).not.toContain('"url":""');
    }
    expect(notice.text).toContain(en.own.title);
  });
});
