import type { Defence } from "./defence.js";

const writing = "src/flows/own-words.ts";
const written = "test/flows/own-words.test.ts";
const posting = "test/slack/own-words.test.ts";
const unheard = "test/flows/own-words-unheard.test.ts";

/** Words she writes herself: hers alone until they are posted. */
export const ownWordsDefences = [
  {
    name: "only her words are taken as her own",
    serves: ["T1", "T9", "rule 3"],
    file: writing,
    snippet: "if (!mayDecide(desk, presser)) {",
    instead: "if (false) {",
    held: { by: [written], named: "no words are taken, and nothing of them is kept" },
  },
  {
    name: "one form makes one card of her own words",
    serves: ["T36", "rule 5"],
    file: writing,
    snippet: "handled: once === null ?",
    instead: "handled: once !== undefined ?",
    held: { by: [written], named: "make one card of one form" },
  },
  {
    name: "nobody hears of her own words before they are posted",
    serves: ["rule 7"],
    file: "src/flows/messages-wanted.ts",
    snippet: 'if (kind === "own") return posted ? [team] : [];',
    instead: "",
    held: { by: [unheard], named: "before her own words are posted nobody else hears of them" },
  },
  {
    name: "the team is not asked whether her own words appeared",
    serves: ["rule 7"],
    file: "src/flows/messages-wanted.ts",
    snippet:
      'return suggestion?.kind === "own" ? lines.filter(({ kind }) => kind === "card_asking") : lines;',
    instead: "return lines;",
    held: { by: [unheard], named: "without a clear answer of X" },
  },
  {
    name: "no concern is raised about her own words before they are posted",
    serves: ["rule 7"],
    file: "src/flows/raise-concern.ts",
    snippet: 'return kind === "own" && (await store.latestPost(id))?.post.state !== "done";',
    instead: "return false;",
    held: { by: [unheard], named: "nobody's voice or concern is taken" },
  },
  {
    name: "a new executive gets nothing of the former one's own words",
    serves: ["T5", "rule 7"],
    file: "src/flows/change-hands.ts",
    snippet: 'return kind === "suggested";',
    instead: "return true;",
    held: { by: [unheard], named: "a new executive" },
  },
  {
    name: "her own post is shown once more where Slack spelled it otherwise",
    serves: ["rule 1"],
    file: "src/slack/own-post-form.ts",
    snippet: "if (restored) return lookOnceMore(",
    instead: "if (needs === null) return lookOnceMore(",
    held: { by: [posting], named: "becomes «Not posted yet» where Slack spelled" },
  },
  {
    name: "a message to the bot is one card, in whatever delivery",
    serves: ["T34"],
    file: "src/slack/own-words-message.ts",
    snippet: "const delivery = `message",
    instead: "const delivery = needs.newId() + `message",
    held: {
      by: ["test/slack/own-words-message.test.ts"],
      named: "is one card, though Slack tells of it twice",
    },
  },
] as const satisfies readonly Defence[];
