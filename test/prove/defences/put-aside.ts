import type { Defence } from "./defence.js";

const refused = "test/flows/refused-presses.test.ts";
const snoozing = "test/flows/snooze.test.ts";

const hers = (what: string, flow: string, named: string) =>
  ({
    name: `only she ${what}`,
    serves: ["T1", "T9", "rule 3"],
    file: `src/flows/${flow}.ts`,
    snippet: "if (!mayDecide(desk, press.presser)) return",
    instead: "if (false) return",
    held: { by: [refused], named: `nothing is taken: ${named}` },
  }) as const satisfies Defence;

/** What she does with a card besides deciding on it. */
export const putAside = [
  {
    ...hers("leaves the link out", "drop-link", "the link left out"),
    snippet: "if (!mayDecide(desk, presser)) return",
  },
  hers("puts a card off", "snooze", "putting off"),
  hers("hands a suggestion over", "hand-over", "handing over"),
  {
    name: "the link is left out of the wording on the recorded card only",
    serves: ["T18", "rule 1"],
    file: "src/flows/drop-link.ts",
    snippet: "const shown = await pressedCard(press, suggestion, store);",
    instead: "const shown = suggestion.revisionId && (await store.revision(suggestion.revisionId));",
    held: { by: ["test/flows/drop-link.test.ts"], named: "not of the newest wording" },
  },
  {
    name: "what she put off waits while the desk stands still",
    serves: ["rule 4", "rule 6"],
    file: "src/flows/wake-snoozed.ts",
    snippet: "if (still || !suggestion",
    instead: "if (!suggestion",
    held: { by: [snoozing], named: "waits while the desk stands still" },
  },
  {
    name: "what moves is put off no more",
    serves: ["rule 5"],
    file: "src/core/transitions.ts",
    snippet: "suggestion.state, to), snoozedUntil: null };",
    instead: "suggestion.state, to) };",
    held: { by: [snoozing], named: "can be withdrawn, edited" },
  },
  {
    name: "a card is mentioned once and never again",
    serves: ["rule 6"],
    file: "src/flows/remind-undecided.ts",
    snippet: 'if ((await store.reminderAbout("undecided", id)) !== null) return false;',
    instead: "",
    held: { by: ["test/flows/remind-undecided.test.ts"], named: "is the only one" },
    coveredBy: "a card is mentioned once and never again, however many look",
  },
  {
    name: "a card is mentioned once and never again, however many look",
    serves: ["rule 6"],
    file: "src/flows/remind-undecided.ts",
    snippet: "|| before !== null) return",
    instead: ") return",
    held: { by: ["test/flows/remind-undecided.test.ts"], named: "is the only one" },
    coveredBy: "a card is mentioned once and never again",
  },
  {
    name: "the choices of a menu are part of what a card says",
    serves: ["T19", "rule 1"],
    file: "src/slack/blocks/pressed-blocks.ts",
    snippet: "...(options === undefined ? [] : [saidBy(options)]),",
    instead: "",
    held: { by: ["test/slack/pressed-blocks.test.ts"], named: "choice in the menu" },
  },
] as const satisfies readonly Defence[];
