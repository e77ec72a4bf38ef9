import type { Defence } from "./defence.js";

const approving = "src/flows/approve.ts";
const publishing = "src/flows/publish-due.ts";
const raising = "src/flows/raise-concern.ts";
const seeing = "src/flows/see-concerns.ts";
const keeping = "src/flows/keep-characters.ts";
const form = "src/slack/concern-form.ts";
const raised = "test/flows/concerns.test.ts";
const seen = "test/flows/concern-seen.test.ts";
const stopped = "test/flows/concern-stops-post.test.ts";
const kept = "test/flows/keep-characters.test.ts";
const forms = "test/slack/concern-form.test.ts";

/** What stops her one press until she has looked: a colleague's concern, and characters nobody sees. */
export const concerns = [
  {
    name: "nothing is approved past a concern she has not read",
    serves: ["T22", "rule 3"],
    file: approving,
    snippet: 'suggestion.concernAt !== null ? "concern" : ',
    instead: "",
    held: { by: [seen], named: "until she has read it .* approves nothing; afterwards" },
  },
  {
    name: "a post with a concern she has not read is not begun",
    serves: ["T22", "rule 3"],
    file: publishing,
    snippet: "if (suggestion.concernAt !== null) {",
    instead: "if (suggestion.concernAt === 0) {",
    held: { by: [stopped], named: "keeps the post from going" },
  },
  {
    name: "a concern raised between the check and the commit is seen",
    serves: ["T22", "T34"],
    file: publishing,
    snippet: '{ table: "suggestion", id: suggestion.id, version: suggestion.version },',
    instead: "",
    held: { by: [stopped], named: "raised between the check and the commit" },
  },
  {
    name: "a concern is looked for right before the call",
    serves: ["T22", "rule 3"],
    file: publishing,
    snippet:
      'if ((await needs.store.suggestion(post.suggestionId))?.concernAt !== null) return notSent("a concern");',
    instead: "",
    held: { by: [stopped], named: "raised while her card says" },
  },
  {
    name: "a pause is looked for right before the call",
    serves: ["rule 4"],
    file: publishing,
    snippet: 'if (desk.paused || desk.frozen !== null) return notSent("paused");',
    instead: "",
    held: {
      by: ["test/flows/publish-guards.test.ts"],
      named: "while her card says «Posting…», it is not sent",
    },
  },
  {
    name: "only she has read a concern",
    serves: ["T1", "T9", "rule 3"],
    file: seeing,
    snippet: "if (!mayDecide(desk, presser)) {",
    instead: "if (presser.userId === '') {",
    held: { by: [seen], named: "is hers: .* frees nothing" },
  },
  {
    name: "she has read the concerns that stood before her, and no other",
    serves: ["T2", "rule 1"],
    file: seeing,
    snippet: "unseen.filter(({ id }) => concerns.includes(id))",
    instead: "unseen",
    held: { by: [seen], named: "is for the concerns that stood before her" },
  },
  {
    name: "a concern is read on the message that told of it, or on her card",
    serves: ["T18", "rule 3"],
    file: "src/slack/team-buttons.ts",
    snippet: "if (!(await standsOn(body, suggestionId, concerns, needs))) return words.answers.staleCard;",
    instead: "",
    held: { by: ["test/slack/concern-notice.test.ts"], named: "counts on the message that told of it" },
  },
  {
    name: "a form that did not open has shown her nothing",
    serves: ["rule 5"],
    file: "src/slack/read-once-more.ts",
    snippet: "if (told === null) await shownToHer",
    instead: "await shownToHer",
    held: { by: ["test/slack/concern-before-approving.test.ts"], named: "where the form cannot be opened" },
  },
  {
    name: "a concern is withdrawn by who raised it",
    serves: ["T22"],
    file: raising,
    snippet: "const mine = concerns.find(({ userId }) => userId === by);",
    instead: "const [mine] = concerns;",
    held: { by: [raised], named: "is withdrawn by who raised it alone" },
  },
  {
    name: "a concern withdrawn leaves another one standing",
    serves: ["T22"],
    file: raising,
    snippet: "concernAt: rest[0]?.at ?? null",
    instead: "concernAt: null",
    held: { by: [raised], named: "leaves the other one standing" },
  },
  {
    name: "a colleague has one concern at a time",
    serves: ["T6"],
    file: raising,
    snippet: "if (standing) return",
    instead: "if (standing === null) return",
    held: { by: [raised], named: "is one for each colleague at a time" },
  },
  {
    name: "no concern is raised about what is over",
    serves: ["T6"],
    file: raising,
    snippet: "if (!suggestion || !mayRaiseConcern(suggestion) ||",
    instead: "if (!suggestion ||",
    held: { by: [raised], named: "too late for a concern when it is" },
  },
  {
    name: "a concern makes no card of what she was never sent",
    serves: ["rule 6"],
    file: "src/flows/messages-wanted.ts",
    snippet: 'suggestion.state !== "waiting" && suggestion.shownAt !== null',
    instead: 'suggestion.state !== "waiting"',
    held: { by: [raised], named: "makes no card of what was withdrawn" },
  },
  {
    name: "who is not of the team is given no form for a concern",
    serves: ["T9"],
    file: form,
    snippet: "if (off !== null) return off;",
    instead: "",
    held: { by: ["test/slack/team-buttons.test.ts"], named: "changes nothing by «concern»" },
  },
  {
    name: "who is not of the team hands no concern in",
    serves: ["T9"],
    file: form,
    snippet: "if (off !== null) return raises ? void (await wrong(off)) : sayInForm(ack, off, words);",
    instead: "",
    held: { by: [forms], named: "raises and withdraws nothing" },
  },
  {
    name: "only she keeps characters",
    serves: ["T1", "T4", "rule 8"],
    file: keeping,
    snippet: 'if (!mayDecide(desk, press.presser)) return refuse("not_hers");',
    instead: "",
    held: { by: [kept], named: "nothing is kept by (a colleague|her id|nobody)" },
  },
  {
    name: "characters are kept on the recorded card, with its digest",
    serves: ["T2", "T18", "rule 8"],
    file: keeping,
    snippet: "await pressedCard(press, suggestion, store)",
    instead: "suggestion.revisionId && (await store.revision(suggestion.revisionId))",
    held: { by: [kept], named: "nothing is kept by a press on" },
  },
  {
    name: "characters are kept for the wording that was kept",
    serves: ["T2", "T4", "rule 8"],
    file: approving,
    snippet: "suggestion.keptRevisionId === shown.id",
    instead: "suggestion.keptRevisionId !== null",
    held: { by: [kept], named: "is for this wording alone" },
  },
  {
    name: "characters kept on the card are not kept in what she writes over it",
    serves: ["T4", "rule 8"],
    file: approving,
    snippet: "press.ownText === null && suggestion.keptRevisionId",
    instead: "suggestion.keptRevisionId",
    held: { by: [kept], named: "is not for words of her own" },
  },
  {
    name: "what X would not take is not kept either",
    serves: ["T4", "rule 8"],
    file: "src/core/text-problem.ts",
    snippet: 'if (text.trim() === "") return "empty";',
    instead: 'if (kept) return null;\n  if (text.trim() === "") return "empty";',
    held: { by: [kept], named: "does not keep away what X would not take" },
  },
] as const satisfies readonly Defence[];
