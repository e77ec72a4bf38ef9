import { describe, expect, test } from "vitest";
import { ownKinds } from "../../src/core/own-share.js";
import type { HerTrend } from "../../src/flows/her-trend.js";
import { en } from "../../src/i18n/en.js";
import { fr } from "../../src/i18n/fr.js";
import { checkBlocks } from "../../src/sandbox/slack/block-kit/check-blocks.js";
import { asSuggestedReminder, ownWordsLines } from "../../src/slack/blocks/own-words-lines.js";
import { aDesk, morning, newId } from "../db/builders.js";

const desk = aDesk();
const posts = Array.from({ length: 10 }, (_, n) => ({
  post: newId<HerTrend["posts"][number]["post"]>(),
  at: morning - n * 86_400_000,
  kind: ownKinds[n % ownKinds.length] ?? "edited",
  share: 0.36,
}));

describe.each([
  ["English", en],
  ["French", fr],
])("her own words in App Home, in %s", (_, words) => {
  test("name the last five posts and where they go, and that she alone sees it", () => {
    for (const direction of [null, "more_hers", "less_hers", "as_before"] as const) {
      const blocks = ownWordsLines({ posts, direction }, desk, words);
      expect(checkBlocks("home", blocks, null)).toEqual([]);
      const said = JSON.stringify(blocks);
      expect(said.match(/• /g)).toHaveLength(5);
      expect(said).toContain(words.own.measured.share(40));
      expect(said).toContain(words.own.measured.onlyYou);
      if (direction) expect(said).toContain(words.own.measured.direction[direction]);
    }
  });
  test("say so where nothing is posted yet", () => {
    const blocks = ownWordsLines({ posts: [], direction: null }, desk, words);
    expect(checkBlocks("home", blocks, null)).toEqual([]);
    expect(JSON.stringify(blocks)).toContain(words.own.measured.none);
  });
  test("the nudge is one line with nothing to press", () => {
    const { text, blocks } = asSuggestedReminder(words);
    expect(checkBlocks("message", blocks, null)).toEqual([]);
    expect(text).toBe(words.own.fiveAsSuggested);
    expect(JSON.stringify(blocks)).not.toContain("action_id");
  });
});
