import type { Defence } from "./defence.js";

const suggesting = "src/flows/suggest-article.ts";
const repeating = "src/flows/repeat-article.ts";
const reading = "src/flows/read-suggested-articles.ts";
const seconding = "src/flows/second-suggestion.ts";
const editing = "src/flows/edit-suggestion.ts";
const withdrawing = "src/flows/withdraw-suggestion.ts";
const buttons = "src/slack/team-buttons.ts";
const repeats = "test/flows/repeat-article.test.ts";
const insists = "test/flows/insist.test.ts";
const merges = "test/flows/merge-repeat.test.ts";
const seconds = "test/flows/second-suggestion.test.ts";
const edits = "test/flows/edit-suggestion.test.ts";
const withdraws = "test/flows/withdraw-suggestion.test.ts";
const pressed = "test/slack/team-buttons.test.ts";

/** What colleagues may do beside the one who suggested, and what they may not. */
export const theTeam = [
  {
    name: "one article is one suggestion, also for two at the same second",
    serves: ["T6", "rule 6"],
    file: suggesting,
    snippet: '{ table: "links", links: [clean], newest: newest?.id ?? null, besides: null },',
    instead: "",
    held: { by: [repeats], named: "two people at the same second make one suggestion" },
  },
  {
    name: "two that are being read and are one article become one",
    serves: ["T6", "rule 6"],
    file: reading,
    snippet: '{ table: "links", links, newest: other?.id ?? null, besides: suggestion.id },',
    instead: "",
    held: { by: [merges], named: "decided on at the same moment, become one" },
  },
  {
    name: "what insists does not stand beside one that is open",
    serves: ["T6", "rule 6"],
    file: "src/flows/merge-repeat.ts",
    snippet: "insistsOn === null || isOpen(other)",
    instead: "insistsOn === null",
    held: { by: [merges], named: "goes into another that is open" },
  },
  {
    name: "one insists on a decision once",
    serves: ["T6", "rule 6"],
    file: repeating,
    snippet: "decided.includes(state) && insistsOn === null",
    instead: "decided.includes(state)",
    held: { by: [insists], named: "is not insisted on a second time" },
  },
  {
    name: "one insists on the decision about this article and on no other",
    serves: ["T6", "rule 6"],
    file: suggesting,
    snippet: "newest.id !== ask.insistsOn",
    instead: "ask.insistsOn === null",
    held: { by: [insists], named: "on nothing else" },
  },
  {
    name: "what comes back to her is not insisted on",
    serves: ["T6", "rule 6"],
    file: suggesting,
    snippet: '...(newest ? [{ table: "suggestion", id: newest.id, version: newest.version } as const] : []),',
    instead: "",
    held: { by: [insists], named: "that comes back to her meanwhile" },
  },
  {
    name: "nobody seconds their own by suggesting it again",
    serves: ["T22", "rule 6"],
    file: repeating,
    snippet: "if (suggestion.suggestedBy === by) {",
    instead: "if (by === null) {",
    held: { by: [repeats], named: "is not seconded by who suggested it" },
  },
  {
    name: "nobody seconds their own by the button",
    serves: ["T22", "rule 6"],
    file: seconding,
    snippet: 'if (suggestion.suggestedBy === by) return { answer: { kind: "own" }, change: nothing };',
    instead: "",
    held: { by: [seconds], named: "is not for one's own" },
  },
  {
    name: "a colleague is counted once",
    serves: ["T22", "rule 6"],
    file: repeating,
    snippet: "suggestion.seconds + (again ? 0 : 1)",
    instead: "suggestion.seconds + 1",
    held: { by: [repeats], named: "is counted once for each colleague" },
  },
  {
    name: "what is decided is seconded no more",
    serves: ["T22", "rule 6"],
    file: seconding,
    snippet: "if (!suggestion || !isOpen(suggestion))",
    instead: "if (!suggestion)",
    held: { by: [seconds], named: "what is decided or closed" },
  },
  {
    name: "the next card is the most urgent, then the one with most voices, then the oldest",
    serves: ["T6", "rule 6"],
    file: "src/db/suggestion-table.ts",
    snippet: "urgency desc, seconds desc, suggested_at, rowid",
    instead: "suggested_at, rowid",
    held: { by: ["test/flows/show-next-cards.test.ts"], named: "of several in the line, the next is" },
  },
  {
    name: "only who suggested it edits it",
    serves: ["T22", "rule 5"],
    file: editing,
    snippet: "if (suggestion?.suggestedBy !== edit.by)",
    instead: "if (!suggestion)",
    held: { by: [edits], named: "an edit changes nothing of somebody else's" },
  },
  {
    name: "nothing is edited after she decided",
    serves: ["T3", "rule 1"],
    file: editing,
    snippet: '(suggestion.state !== "waiting" && suggestion.state !== "shown") || !newest',
    instead: "!newest",
    held: { by: [edits], named: "an edit changes nothing after she approved or declined" },
  },
  {
    name: "an edit never stands over her own words",
    serves: ["T2", "rule 7"],
    file: editing,
    snippet: "redrafted && !hers && text",
    instead: "redrafted && text",
    held: { by: [edits], named: "her own words on the card stay" },
  },
  {
    name: "only who suggested it withdraws it",
    serves: ["T22", "rule 5"],
    file: withdrawing,
    snippet: "if (suggestion?.suggestedBy !== by)",
    instead: "if (!suggestion)",
    held: { by: [withdraws], named: "is the suggester's alone" },
  },
  {
    name: "nothing is withdrawn after she decided",
    serves: ["T22", "rule 3"],
    file: withdrawing,
    snippet: 'if (suggestion.state !== "waiting" && suggestion.state !== "shown")',
    instead: 'if (suggestion.state === "withdrawn")',
    held: { by: [withdraws], named: "too late to withdraw" },
  },
  {
    name: "who is not of the team seconds nothing",
    serves: ["T9"],
    file: buttons,
    snippet: "if (off !== null) return off;\n    const by = ",
    instead: "const by = ",
    held: { by: [pressed], named: "changes nothing by «second»" },
  },
  {
    name: "a press of another workspace is none of the team's",
    serves: ["T9"],
    file: buttons,
    snippet: "if (from !== teamId || userId === null) return",
    instead: "if (userId === null) return",
    held: { by: [pressed], named: "a member's id of another workspace .*(second|concern)" },
  },
  {
    name: "a press of another workspace withdraws nothing",
    serves: ["T9"],
    file: buttons,
    snippet: "if (teamId !== needs.teamId || userId === null) return",
    instead: "if (userId === null) return",
    held: { by: [pressed], named: "a member's id of another workspace .*withdraw" },
  },
  {
    name: "the time in which the desk stands still is written with the desk",
    serves: ["rule 6"],
    file: "src/db/commit.ts",
    snippet: "tables.stops.follow(row.row, at);",
    instead: "",
    held: { by: ["test/db/stops.test.ts"], named: "are written whenever" },
  },
] as const satisfies readonly Defence[];
